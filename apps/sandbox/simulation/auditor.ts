import { balances } from '@passerelle/ledger';
import {
  type DataFrame,
  type Declaration,
  type Message,
  type RosterContent,
  type Session,
  hashOf,
  hashText,
  judge,
  keyOf,
  rosterOn,
  sealedDeclaration,
  wasDeclaredBy,
} from '@passerelle/protocol';
import {
  type CycleEvidence,
  type CycleId,
  type Federation,
  type Final,
  type NodeId,
  type Obligation,
  type Statement,
  allLegs,
  peerIn,
  verifyFinal,
} from '@passerelle/settlement';
import { firstDayOf, month } from '@passerelle/values';
import type { Kept, KeptChannel, KeptPair } from './kept.js';
import { checkArithmetic } from './arithmetic.js';
import type { Accusations } from './node-parts.js';
import { type Office, federationOf } from './office.js';
import { capOf } from './pairs.js';
import type { World } from './world.js';

/**
 * Sees every commit of every honest node and keeps books of its own, which no crash and no restore touches. What no
 * commit may ever show is found here, at the moment it is committed.
 */
export class Auditor implements Accusations {
  /** Every message that an honest node has ever committed, by direction and number; after a restore there can be two. */
  private readonly said = new Map<string, Set<string>>();
  /** The most that was ever applied of a direction. */
  private readonly applied = new Map<string, number>();
  /** What an honest node declared, once for each cycle and round or peer. */
  private readonly declared = new Map<string, string>();
  /** Statements that an honest node has ever signed for a cycle and a peer. */
  private readonly stated = new Map<string, Set<string>>();
  private readonly settled = new Map<string, string>();
  readonly finals = new Map<CycleId, Final>();
  readonly provenLiars = new Set<NodeId>();
  /** How often what happened, so that a run in which nothing happens is seen. */
  readonly tally = { messages: 0, agreed: 0, settled: 0, finals: 0, proofs: 0, restores: 0, calls: 0, partings: 0 };

  constructor(
    private readonly world: World,
    private readonly office: Office,
    private readonly liars: ReadonlySet<NodeId>,
  ) {}

  committed(node: NodeId, before: Kept, after: Kept): void {
    if (after.channels !== before.channels)
      for (const peer of Object.keys(before.channels)) this.channel(node, peer, before.channels[peer]!, after);
    if (after.pairs !== before.pairs)
      for (const peer of Object.keys(before.pairs)) this.pair(node, peer, before, after);
    if (after.cycles !== before.cycles)
      for (const cycle of Object.keys(after.cycles)) this.cycle(node, cycle, before, after);
    if (after.books !== before.books) this.books(node, before, after);
    if (after.calls !== before.calls) this.calls(node, before, after);
  }

  /** True when nothing that either side of any channel of this node ever held is missing at the other end by now. */
  mayRestore(node: NodeId, kept: ReadonlyMap<NodeId, Kept>): boolean {
    return [...kept].every(([peer, theirs]) => {
      const channel = theirs.channels[node];
      if (peer === node) return true;
      if (theirs.missing.length > 0) return false;
      // It has not heard yet that the two are members together.
      if (channel === undefined) return true;
      const held = (from: NodeId, to: NodeId): number => this.applied.get(`${from} ${to}`) ?? 0;
      return channel.inbox.length >= held(node, peer) && channel.outbox.length >= held(peer, node);
    });
  }

  /** A frame may be forgotten by the broker only when all it brought is committed. */
  acknowledged(node: NodeId, frame: DataFrame, kept: Kept, session: Session): void {
    if (frame.s[0] !== session.theirs || frame.s[1] !== session.given) return;
    // What no good key has signed is nobody's; its real sender says it again.
    const { from: sender, kid } = JSON.parse(frame.rcpt.m) as { readonly from: NodeId; readonly kid: string };
    if (keyOf(kept.roster.content, sender, kid) === undefined) return;
    for (const { m } of frame.msgs) {
      const { from, seq } = JSON.parse(m) as { readonly from: NodeId; readonly seq: string };
      const channel = kept.channels[from];
      const isSaid = this.said.get(`${from} ${node} ${seq}`)?.has(hashText(m)) === true;
      if (channel?.stored.status === 'open' && channel.inbox.length < Number(seq) && isSaid)
        this.world.violated('I12', `${node} let message ${seq} of ${from} be forgotten before it was committed`);
    }
  }

  accused(by: NodeId, { proof, node, first, second }: CycleEvidence): void {
    const { net } = this.office.first.content;
    const [a, b] = [first, second].map(({ payload, sig }) => sealedDeclaration(payload, net, sig));
    this.judge(by, judge({ kind: proof, a: a!, b: b! }, this.office.newest.content), node);
  }

  // --- I2, I10, I11

  private channel(node: NodeId, peer: NodeId, before: KeptChannel, kept: Kept): void {
    const { channels, roster } = kept;
    const after = channels[peer]!;
    if (after === before) return;
    if (after.stored.status === 'closed' && before.stored.status !== 'closed') this.tally.partings += 1;
    this.addedOnly(node, before.outbox, after.outbox);
    this.addedOnly(node, before.inbox, after.inbox);
    for (const message of after.outbox.slice(before.outbox.length)) this.outgoing(node, peer, message);
    for (const message of after.inbox.slice(before.inbox.length)) this.incoming(node, peer, message);
    for (const evidence of after.evidence.slice(before.evidence.length))
      this.judge(node, judge(evidence, this.latest(roster.content)), peer);
  }

  private latest(content: RosterContent): RosterContent {
    const { newest } = this.office;
    return newest.content.version > content.version ? newest.content : content;
  }

  private addedOnly(node: NodeId, before: readonly Message[], after: readonly Message[]): void {
    const at = before.length - 1;
    if (after.length < before.length || (at >= 0 && before[at] !== after[at]))
      this.world.violated('I1', `${node} has changed what it had said or heard`);
  }

  private outgoing(node: NodeId, peer: NodeId, { content, hash }: Message): void {
    this.tally.messages += 1;
    const key = `${node} ${peer} ${content.seq}`;
    this.said.set(key, (this.said.get(key) ?? new Set()).add(hash));
  }

  private incoming(node: NodeId, peer: NodeId, { content, hash }: Message): void {
    const { seq } = content;
    if (!this.liars.has(peer)) this.declaredOnce(peer, node, content);
    if (!this.liars.has(peer) && !this.said.get(`${peer} ${node} ${seq}`)?.has(hash))
      this.world.violated('I2', `${node} holds message ${seq} of ${peer}, which ${peer} has not committed`);
    const direction = `${peer} ${node}`;
    this.applied.set(direction, Math.max(this.applied.get(direction) ?? 0, Number(seq)));
  }

  private judge(by: NodeId, verdict: ReturnType<typeof judge>, suspect: NodeId): void {
    this.tally.proofs += 1;
    const against = verdict.ok ? verdict.value.against : suspect;
    if (!this.liars.has(against)) return this.world.violated('I11', `${by} accuses ${against}, who is honest`);
    if (!verdict.ok) return this.world.violated('I10', `what ${by} keeps against ${suspect} proves nothing`);
    if (verdict.value.kind === 'proved') this.provenLiars.add(against);
  }

  // --- I4, I7, I9

  private pair(node: NodeId, peer: NodeId, before: Kept, after: Kept): void {
    const [was, is] = [before.pairs[peer]!, after.pairs[peer]!];
    if (was === is || was.record === is.record) return;
    for (const [id, one] of Object.entries(is.record.obligations)) {
      const old = was.record.obligations[id];
      if (old === one) continue;
      if (one.state === 'agreed' && old?.state !== 'agreed' && old?.state !== 'held')
        this.agreed(node, peer, one, after);
      if (one.settledIn !== null && old?.settledIn !== one.settledIn) this.settledOnce(node, id, one.settledIn);
    }
  }

  private agreed(node: NodeId, peer: NodeId, one: Obligation, after: Kept): void {
    this.tally.agreed += 1;
    const { obligation } = one.terms;
    const own = after.channels[peer]!.outbox.map(({ content }) => content).filter(
      ({ body }) => body['obligation'] === obligation,
    );
    const isSigned = own.some(
      ({ type, body }) =>
        (type === 'obligation.propose' && hashOf(body) === one.hash) ||
        (type === 'obligation.accept' && body['terms'] === one.hash),
    );
    if (!isSigned) this.world.violated('I7', `${node} is bound to ${obligation}, which it never signed`);
    if (after.channels[peer]!.outbox.at(-1)?.content.body['obligation'] === obligation || one.proposer === node)
      this.withinCap(peer, one, after);
  }

  /** Who proposes and who accepts both stay within the cap that they know; so the debt does, whatever crosses. */
  private withinCap(peer: NodeId, { terms }: Obligation, after: Kept): void {
    const { debtor, creditor, currency } = terms;
    const debt = debtOf(after.pairs[peer]!, debtor, currency);
    const cap = this.mostGranted(after, peer, { debtor, creditor, currency });
    if (debt > cap) this.world.violated('I9', `${debtor} owes ${creditor} ${debt} ${currency}, the cap is ${cap}`);
  }

  /** A lower cap counts for what is agreed after it; what was reserved under the one before may still be accepted. */
  private mostGranted(kept: Kept, peer: NodeId, of: Parameters<typeof capOf>[2]): bigint {
    const { outbox, inbox } = kept.channels[peer]!;
    const granted = [...outbox, ...inbox]
      .map(({ content }) => content)
      .filter(
        ({ type, from, body }) => type === 'limit.set' && from === of.creditor && body['currency'] === of.currency,
      )
      .map(({ body }) => BigInt(body['cap'] as string));
    // A restored node may have an older roster again than the one under which a debt was agreed.
    const rosters = [this.office.first, kept.roster, this.office.newest].flatMap(({ content }) => content.caps);
    const first = rosters
      .filter((cap) => cap.creditor === of.creditor && cap.debtor === of.debtor && cap.currency === of.currency)
      .map(({ max }) => BigInt(max));
    return [...granted, ...first].reduce((most, cap) => (cap > most ? cap : most), 0n);
  }

  private settledOnce(node: NodeId, obligation: string, label: string): void {
    this.tally.settled += 1;
    const known = this.settled.get(obligation);
    if (known !== undefined && known !== label)
      this.world.violated('I4', `${node} settles ${obligation} in ${label}, and it was settled in ${known}`);
    this.settled.set(obligation, label);
  }

  // --- I5, I6, I7

  private cycle(node: NodeId, cycle: CycleId, before: Kept, after: Kept): void {
    const [was, is] = [before.cycles[cycle]!.state, after.cycles[cycle]!.state];
    if (was === is) return;
    for (const [peer, { mine }] of Object.entries(is.pairs))
      if (mine && was.pairs[peer]!.mine !== mine) {
        const key = `${node} ${cycle} ${peer}`;
        this.stated.set(key, (this.stated.get(key) ?? new Set()).add(hashOf(mine.statement)));
      }
    if (is.final !== null && was.final === null) this.final(node, is.final);
  }

  /** What others hold of a node must never contradict itself; what never left it, it may forget. */
  private declaredOnce(from: NodeId, to: NodeId, { type, body }: Message['content']): void {
    // After a change of key the same may be signed with another one.
    const { signature: _signature, ...declared } = body as Readonly<Record<string, string>>;
    const { cycle, round } = declared;
    const value = `${type} ${hashOf(declared)}`;
    if (type === 'cycle.state') this.once(from, `states ${cycle} ${to}`, value);
    if (type === 'cycle.approve') this.once(from, `approves ${cycle} ${round}`, value);
    if (type === 'cycle.lock' || type === 'cycle.skip') this.once(from, `votes ${cycle} ${round}`, value);
  }

  private once(node: NodeId, what: string, value: string): void {
    const key = `${node} ${what}`;
    const known = this.declared.get(key);
    if (known !== undefined && known !== value) this.world.violated('I11', `${node} ${what} in two ways`);
    this.declared.set(key, value);
  }

  private final(node: NodeId, final: Final): void {
    this.tally.finals += 1;
    const { cycle, proposal } = final;
    const known = this.finals.get(cycle);
    if (known && known.proposal.result !== proposal.result)
      return this.world.violated('I5', `${node} holds another final of ${cycle} than others`);
    if (known) return;
    this.finals.set(cycle, final);
    const check = (of: NodeId, payload: unknown, sig: string): boolean =>
      wasDeclaredBy(of, payload as Declaration, sig, this.office.newest.content);
    const federation = this.federationOf(cycle);
    const verified = verifyFinal(final, { federation, digest: hashOf, check });
    if (!verified.ok) this.world.violated('I5', `the final of ${cycle} does not verify: ${verified.refusal.detail}`);
    for (const statement of proposal.statements) this.signed(statement);
    checkArithmetic(this.world, final, federation);
  }

  private signed(statement: Statement): void {
    const { cycle, a, b, n, lines, root } = statement;
    for (const node of [a, b].filter((each) => !this.liars.has(each)))
      if (!this.stated.get(`${node} ${cycle} ${peerIn(statement, node)}`)?.has(hashOf({ cycle, a, b, n, lines, root })))
        this.world.violated('I7', `the final of ${cycle} holds a statement that ${node} did not sign`);
  }

  // --- I1

  private federationOf(cycle: CycleId): Federation {
    return federationOf(rosterOn(this.office.chain, firstDayOf(month(cycle))));
  }

  private books(node: NodeId, before: Kept, after: Kept): void {
    const at = before.books.length - 1;
    if (after.books.length < before.books.length || (at >= 0 && before.books[at] !== after.books[at]))
      this.world.violated('I1', `${node} has changed its books`);
    const fresh = after.books.slice(before.books.length);
    const sums = new Map<string, bigint>();
    for (const { postings } of fresh)
      for (const { amount } of postings) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
    if ([...sums.values()].some((sum) => sum !== 0n)) this.world.violated('I1', `an entry of ${node} is not zero`);
    const ids = new Set(before.books.map(({ id }) => id));
    for (const { id } of fresh) {
      if (ids.has(id)) this.world.violated('I1', `${node} has booked ${id} twice`);
      ids.add(id);
    }
  }

  private calls(node: NodeId, before: Kept, after: Kept): void {
    for (const [leg, { call, borne, repaid }] of Object.entries(after.calls)) {
      if (before.calls[leg] === undefined) this.called(node, after, leg);
      const sum = [borne.own, ...Object.values(borne.mutual), ...Object.values(borne.loss)].reduce(
        (so, each) => so + each,
        0n,
      );
      const left = BigInt(call.shortfall) - repaid;
      if (sum !== (left > 0n ? left : 0n))
        this.world.violated('I6', `${node} shares ${sum} of ${leg} among those who bear it, and ${left} is missing`);
      if (before.calls[leg] === undefined) this.once('everybody', `shares ${leg}`, hashOf(call));
    }
  }

  /** Only those who took part in a cycle bear a default of it. */
  private called(node: NodeId, { calls }: Kept, leg: string): void {
    this.tally.calls += 1;
    const { borne, call } = calls[leg]!;
    const members = this.partiesTo(leg);
    for (const [one, share] of [...Object.entries(borne.mutual), ...Object.entries(borne.loss)])
      if (share > 0n && !members.includes(one))
        this.world.violated('I7', `${one} bears ${share} of what ${call.defaulter} owed, of which ${node} knows`);
  }

  /** Who took part in the cycle of a leg. */
  partiesTo(leg: string): readonly NodeId[] {
    const finals = [...this.finals.values()].map((final) => ({ final, federation: this.federationOf(final.cycle) }));
    const of = finals.find(({ final, federation }) =>
      allLegs(final, federation, hashOf).some((one) => one.leg === leg),
    );
    return of?.federation.members ?? [];
  }
}

const debtOf = ({ record }: KeptPair, debtor: NodeId, currency: string): bigint =>
  Object.values(record.obligations)
    .filter(({ state }) => state === 'agreed' || state === 'held')
    .filter(({ terms }) => terms.debtor === debtor && terms.currency === currency)
    .reduce((so, { terms }) => so + BigInt(terms.amount), 0n);

/** What is left in a clearing account of a node, in minor units and by currency. */
export const clearingAt = (kept: Kept): string[] =>
  balances(kept.books)
    .filter(({ account }) => account.startsWith('clearing:'))
    .map(({ account, posted }) => `${account} ${posted}`);

/** Debts between the two that are not over, and payments that did not arrive: nobody may part with any. */
export const openBetween = ({ pairs, legs }: Kept, peer: NodeId): number =>
  Object.values(pairs[peer]!.record.obligations).filter(({ state }) => ['proposed', 'agreed', 'held'].includes(state))
    .length +
  Object.values(legs).filter((leg) => leg.peer === peer && BigInt(leg.record.received) < BigInt(leg.record.leg.amount))
    .length;
