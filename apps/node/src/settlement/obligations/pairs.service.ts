import assert from 'node:assert/strict';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { hashOf } from '@passerelle/protocol';
import {
  type Obligation,
  type ObligationEffect,
  type PairMessage,
  type PairRefusal,
  type Said,
  applyToPair,
  settle,
} from '@passerelle/settlement';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { Facts } from '../../facts/facts.service.js';
import type { MissionId } from '../../missions/mission.js';
import type { Peers } from '../../peers/peers.service.js';
import type { NodeId, Received } from '../../peers/received.js';
import type { Branch } from '../branch.service.js';
import {
  type KeptObligation,
  type ObligationId,
  agreedBooking,
  amountIn,
  causeOf,
  settledBooking,
  voidedBooking,
} from './obligation.js';
import type { ObligationsStore } from './obligations-store.js';
import type { OwnWords } from '../reconciliation/own-words.js';
import { type Pair, recordOf } from './pair.js';
import { movedBy } from './pair-exposure.js';
import type { Partners } from '../partners/partners.service.js';
import '../settlement.facts.js';

export interface PairsParts {
  readonly store: ObligationsStore;
  readonly words: OwnWords;
  readonly partners: Pick<Partners, 'bar' | 'capFor'>;
  readonly peers: Peers;
  readonly books: Books;
  readonly facts: Facts;
  readonly branch: Branch;
  readonly ids: Ids;
  readonly clock: Pick<Clock, 'now'>;
}

/** What this node knows of a new obligation besides its terms. */
export interface About {
  readonly mission: MissionId | null;
  readonly entity: EntityId;
}

/** What a word made of an obligation; `kept` is null for a cut, which is about all of them. */
export interface Folded {
  readonly kept: KeptObligation | null;
  readonly effects: readonly ObligationEffect[];
}

/** Why a word is not said or means nothing. */
export type WordRefusal = PairRefusal | { readonly code: 'not-answered'; readonly detail: string };

type Spoken = Promise<Result<Folded, WordRefusal>>;

/**
 * What this node and each other one have agreed: a fold of the words of both, with everything that becomes true with a
 * word in its transaction. Own and heard words take the same path, so both sides come to the same.
 */
export class Pairs {
  constructor(private readonly parts: PairsParts) {}

  /**
   * Says a word to the peer, unless it would mean nothing after all that was said before. While the peer has not
   * answered our last start only proposals are said: any other word might follow one that a backup did not know.
   */
  async say(work: Work, peer: NodeId, message: PairMessage, about?: About): Spoken {
    const { store, peers, words } = this.parts;
    await store.turn(work);
    if (message.type !== 'obligation.propose' && !(await words.mayFollow(work, peer)))
      return refuse({ code: 'not-answered', detail: `${peer} has not answered since this node started` });
    const pair = await store.pair(work, peer);
    const folded = await this.fold(work, pair, { ...message, ...this.nextOwn(pair, pair.heard) }, about);
    if (folded.ok) await peers.send(work, peer, message.type, message.body, BigInt(pair.heard));
    return folded;
  }

  /** Takes a word of the peer in. */
  async heard({ work, from, seq, ack }: Received, message: PairMessage, about?: About): Spoken {
    const { store, words } = this.parts;
    await store.turn(work);
    const seen = await words.among(work, from, ack);
    const before = await store.pair(work, from);
    const number = Number(seq);
    const pair = { ...before, heard: Math.max(before.heard, number), seen: Math.max(before.seen, seen) };
    await store.savePair(work, pair);
    return this.fold(work, pair, { ...message, from, seq: number, ack: seen }, about);
  }

  /** Takes in again what this node once said to the peer and has forgotten; the peer gave it back. */
  async saidBefore(work: Work, peer: NodeId, ack: bigint, message: PairMessage, about?: About): Spoken {
    const { store, peers, words } = this.parts;
    await store.turn(work);
    const waiting = await words.waiting(work, peer);
    const pair = await store.pair(work, peer);
    const seq = pair.said - waiting.length + 1;
    for (const id of waiting) await this.moveBehind(work, id, seq);
    return this.fold(work, pair, { ...message, from: peers.me, seq, ack: Number(ack) }, about);
  }

  /** Whether the peer has given back all it holds of our words, so that they may be followed by others. */
  mayFollow(work: Work, peer: NodeId): Promise<boolean> {
    return this.parts.words.mayFollow(work, peer);
  }

  /** A final result stands in the place of the obligation. */
  async settle(work: Work, kept: KeptObligation, cycle: string): Promise<KeptObligation> {
    const { store, peers, books, facts } = this.parts;
    const decided = settle(kept.obligation, cycle);
    assert(decided.ok, `${kept.id} counts in ${cycle} and can be settled`);
    const settled = { ...kept, obligation: decided.value.next };
    await store.save(work, settled);
    const pair = await store.pair(work, kept.peer);
    const change = { before: kept.obligation, next: settled.obligation };
    await store.savePair(work, { ...pair, ...movedBy(pair, change, peers.me) });
    await books.postLater(work, settledBooking(settled, cycle, await this.booked(work)));
    await facts.record(work, { kind: 'ObligationSettled', subject: kept.id, body: { ...aboutOf(kept), cycle } });
    return settled;
  }

  private nextOwn(pair: Pair, ack: number): Pick<Said, 'from' | 'seq' | 'ack'> {
    return { from: this.parts.peers.me, seq: pair.said + 1, ack };
  }

  /** A proposal that waits for its number will be numbered after a word that came back. */
  private async moveBehind(work: Work, id: ObligationId, seq: number): Promise<void> {
    const kept = await this.parts.store.find(work, id);
    if (!kept || kept.obligation.proposeSeq < seq) return;
    const obligation = { ...kept.obligation, proposeSeq: kept.obligation.proposeSeq + 1 };
    await this.parts.store.save(work, { ...kept, obligation });
  }

  private async fold(work: Work, pair: Pair, said: Said<PairMessage>, about?: About): Spoken {
    const { store, peers } = this.parts;
    const known = await this.concerned(work, said);
    const record = recordOf(
      pair,
      peers.me,
      known.map(({ obligation }) => obligation),
    );
    const step = applyToPair(record, said, hashOf);
    if (!step.ok) return step;
    const isOwn = said.from === peers.me;
    const after = { ...pair, cuts: step.value.record.cuts, said: isOwn ? pair.said + 1 : pair.said };
    if (said.type === 'cycle.cut') {
      await store.savePair(work, after);
      return ok({ kept: null, effects: [] });
    }
    const id = said.body.obligation as ObligationId;
    const next = step.value.record.obligations[id]!;
    const before = known.find((each) => each.id === id);
    await store.savePair(work, { ...after, ...movedBy(after, { before: before?.obligation, next }, peers.me) });
    const kept = await this.keptFrom(work, { before, next, said, peer: pair.peer, about });
    await store.save(work, kept);
    for (const effect of step.value.effects) await this.became(work, kept, effect);
    return ok({ kept, effects: step.value.effects });
  }

  /** The obligations that a word is about, as far as they are known. */
  private async concerned(work: Work, said: Said<PairMessage>): Promise<readonly KeptObligation[]> {
    if (said.type === 'cycle.cut') return [];
    const ids = [
      said.body.obligation,
      ...(said.type === 'obligation.propose' ? [said.body.reverses ?? []] : []),
    ].flat();
    const found: KeptObligation[] = [];
    for (const id of ids) {
      const kept = await this.parts.store.find(work, id as ObligationId);
      if (kept) found.push(kept);
    }
    return found;
  }

  private async keptFrom(
    work: Work,
    of: {
      readonly before: KeptObligation | undefined;
      readonly next: Obligation;
      readonly said: Said<PairMessage>;
      readonly peer: NodeId;
      readonly about: About | undefined;
    },
  ): Promise<KeptObligation> {
    const { before, next, said, peer, about } = of;
    const code = 'code' in said.body ? said.body.code : (before?.code ?? null);
    const evidence = 'evidence' in said.body ? said.body.evidence || null : (before?.evidence ?? null);
    if (before && said.type !== 'obligation.propose') return { ...before, obligation: next, code, evidence };
    const { mission, entity } = about ?? { mission: null, entity: (await this.parts.branch.entity(work)).id };
    const id = next.terms.obligation as ObligationId;
    const proposedAt = before?.proposedAt ?? this.parts.clock.now();
    return { id, peer, entity, mission, obligation: next, code, evidence, proposedAt };
  }

  private async became(work: Work, kept: KeptObligation, effect: ObligationEffect): Promise<void> {
    const { facts } = this.parts;
    const [subject, about, code] = [kept.id, aboutOf(kept), kept.code ?? ''];
    switch (effect) {
      case 'proposed':
        return facts.record(work, {
          kind: 'ObligationProposed',
          subject,
          body: { ...about, by: kept.obligation.proposer },
        });
      case 'agreed':
        return this.agreed(work, kept);
      case 'rejected':
        return facts.record(work, { kind: 'ObligationRejected', subject, body: { ...about, code } });
      case 'withdrawn':
        return facts.record(work, { kind: 'ObligationWithdrawn', subject, body: about });
      case 'held':
        return facts.record(work, { kind: 'ObligationHeld', subject, body: { ...about, code } });
      case 'resumed':
        return facts.record(work, { kind: 'ObligationResumed', subject, body: about });
      case 'voided':
        return this.voided(work, kept);
      case 'settled':
        throw new Error('no word settles an obligation');
    }
  }

  private async agreed(work: Work, kept: KeptObligation): Promise<void> {
    const { books, facts } = this.parts;
    await books.postLater(work, agreedBooking(kept, await this.booked(work)));
    await facts.record(work, {
      kind: 'ObligationAgreed',
      subject: kept.id,
      body: { ...aboutOf(kept), amount: amountIn(kept).toJSON(), cycle: kept.obligation.cycle! },
    });
  }

  private async voided(work: Work, kept: KeptObligation): Promise<void> {
    const { books, facts } = this.parts;
    const booking = { entity: kept.entity, cause: causeOf(kept.id), kind: 'obligation-agreed' };
    const agreed = await books.booked(work, booking);
    assert(agreed, `${kept.id} was booked when it was agreed`);
    await books.post(work, voidedBooking(agreed, await this.booked(work)));
    await facts.record(work, { kind: 'ObligationVoided', subject: kept.id, body: aboutOf(kept) });
  }

  private async booked(work: Work) {
    return { id: this.parts.ids.newId(), day: await this.parts.branch.today(work) };
  }
}

const aboutOf = ({ id, mission, peer }: KeptObligation) => ({ obligation: id, mission, peer });
