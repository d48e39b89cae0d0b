import { type BodyOf, type Content, hashOf } from '@passerelle/protocol';
import {
  type Cap,
  type CycleId,
  type Exposure,
  type Item,
  type NodeId,
  type Obligation,
  type PairMessage,
  type Said,
  type Statement,
  amountOf,
  countsIn,
  isFrozen,
  itemsOf,
} from '@passerelle/settlement';
import { Money, type CurrencyCode } from '@passerelle/values';
import { agreedEntry, settledEntry, voidedEntry } from './books.js';
import type { Core } from './core.js';
import type { Draft } from './disk.js';
import type { Kept, KeptPair } from './kept.js';

/** The words of which a pair's agreement is made, in the order in which they are numbered. */
export const pairWords: readonly string[] = [
  'obligation.propose',
  'obligation.accept',
  'obligation.reject',
  'obligation.withdraw',
  'dispute.open',
  'dispute.close',
  'cycle.cut',
];

export interface Numbered {
  readonly seq: bigint;
  readonly ack: bigint;
}

/** What this node and each peer have agreed: a fold of the numbered messages of both, and nothing else. */
export class Pairs {
  constructor(
    private readonly me: NodeId,
    private readonly core: Core,
  ) {}

  /** Takes in a word of either side. Answers why it changed nothing, or null. */
  fold(draft: Draft, peer: NodeId, from: NodeId, message: PairMessage, { seq, ack }: Numbered): string | null {
    const pair = draft.kept.pairs[peer]!;
    const seenByPeer = from === peer ? Math.max(pair.seenByPeer, Number(ack)) : pair.seenByPeer;
    const said = { ...message, from, seq: Number(seq), ack: Number(ack) } as Said<PairMessage>;
    const step = this.core.applyToPair(pair.record, said, hashOf);
    if (!step.ok) {
      this.put(draft, peer, { seenByPeer });
      return step.refusal.code;
    }
    this.put(draft, peer, { record: step.value.record, seenByPeer });
    if (said.type === 'cycle.cut') return null;
    const one = step.value.record.obligations[said.body.obligation]!;
    if (step.value.effects.includes('agreed')) this.book(draft, agreedEntry(this.me, peer, one));
    if (step.value.effects.includes('voided')) this.book(draft, voidedEntry(this.me, peer, one));
    return null;
  }

  /** The word as it may be said now, another one in its place, or null when it would mean nothing. */
  sayable(kept: Kept, peer: NodeId, message: PairMessage, closed: CycleId | null): PairMessage | null {
    const { obligations, cuts } = kept.pairs[peer]!.record;
    switch (message.type) {
      case 'obligation.propose':
        return this.core.reserve(this.exposure(kept, peer, message.body), amountOf(message.body)).ok ? message : null;
      case 'obligation.accept': {
        const one = obligations[message.body.obligation];
        if (one?.state !== 'proposed') return null;
        const { obligation } = message.body;
        if (this.core.accept(this.exposure(kept, peer, one.terms), amountOf(one.terms)).ok) return message;
        return { type: 'obligation.reject', body: { obligation, code: 'limit' } };
      }
      case 'dispute.close': {
        const one = obligations[message.body.obligation];
        const isVoid = message.body.outcome === 'void';
        if (!one || (isVoid && !this.core.mayVoid(one, cuts[this.me] ?? null, closed))) return null;
        return message;
      }
      default:
        return message;
    }
  }

  /** So much may the receiver of the word owe its sender. */
  capSet(draft: Draft, peer: NodeId, creditor: NodeId, { currency, cap }: BodyOf<'limit.set'>): void {
    const { caps } = draft.kept.pairs[peer]!;
    this.put(draft, peer, { caps: { ...caps, [`${creditor} ${currency}`]: cap } });
  }

  exposure(
    kept: Kept,
    peer: NodeId,
    of: { readonly debtor: NodeId; readonly creditor: NodeId; readonly currency: string },
  ): Exposure {
    const { record, seenByPeer } = kept.pairs[peer]!;
    const view = { me: this.me, seenByPeer };
    return this.core.exposureOf(capOf(kept, peer, of), Object.values(record.obligations), view);
  }

  statement(kept: Kept, peer: NodeId, cycle: CycleId): Statement {
    const { parties, obligations } = kept.pairs[peer]!.record;
    return this.core.statementOf(cycle, parties, Object.values(obligations), hashOf);
  }

  isFrozen(kept: Kept, peer: NodeId, cycle: CycleId): boolean {
    return isFrozen(kept.pairs[peer]!.record, cycle);
  }

  /** A final stands in the place of what the pair's set of a cycle owes. */
  settle(draft: Draft, peer: NodeId, cycle: CycleId, label: string): void {
    for (const one of Object.values(draft.kept.pairs[peer]!.record.obligations))
      if (countsIn(one, cycle)) this.settleOne(draft, peer, one, cycle, label);
  }

  private settleOne(draft: Draft, peer: NodeId, one: Obligation, cycle: CycleId, label: string): void {
    const decided = this.core.settle(one, label);
    // What a spoiled channel has left in another state cannot be settled: the statement covers it all the same.
    if (!decided.ok) return;
    const { record } = draft.kept.pairs[peer]!;
    const obligations = { ...record.obligations, [one.terms.obligation]: decided.value.next };
    this.put(draft, peer, { record: { ...record, obligations } });
    this.book(draft, settledEntry(this.me, peer, decided.value.next, cycle));
  }

  put(draft: Draft, peer: NodeId, change: Partial<KeptPair>): void {
    const { pairs } = draft.kept;
    draft.put({ pairs: { ...pairs, [peer]: { ...pairs[peer]!, ...change } } });
  }

  private book(draft: Draft, entry: Kept['books'][number]): void {
    draft.put({ books: [...draft.kept.books, entry] });
  }
}

export const isPairWord = (content: Pick<Content, 'type'>): content is PairMessage & Content =>
  pairWords.includes(content.type);

/** What both must come to once they have heard each other. */
export const itemsAt = (kept: Kept, peer: NodeId): Item[] =>
  itemsOf(Object.values(kept.pairs[peer]!.record.obligations));

export function capOf(
  kept: Kept,
  peer: NodeId,
  { debtor, creditor, currency }: { readonly debtor: NodeId; readonly creditor: NodeId; readonly currency: string },
): Cap {
  const said = kept.pairs[peer]!.caps[`${creditor} ${currency}`];
  const granted = kept.roster.content.caps.find(
    (cap) => cap.creditor === creditor && cap.debtor === debtor && cap.currency === currency,
  );
  const amount = new Money(BigInt(said ?? granted?.max ?? '0'), currency as CurrencyCode);
  return { creditor, debtor, amount };
}
