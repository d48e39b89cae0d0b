import assert from 'node:assert/strict';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Declaration, type Evidence, hashOf, sealedDeclaration } from '@passerelle/protocol';
import {
  type Application,
  type CycleContext,
  type CycleEffect,
  type CycleEvidence,
  type CycleId,
  type CycleInput,
  type CycleMessage,
  type CycleRefusal,
  type Fixing,
  type SettledPair,
  type Statement,
  applyFinal,
  countsIn,
  isFrozen,
  peerIn,
  statementOf,
  stepCycle,
} from '@passerelle/settlement';
import type { Books } from '../../books/books.service.js';
import type { Facts } from '../../facts/facts.service.js';
import type { Proofs } from '../../peers/evidence/evidence.service.js';
import type { Peers } from '../../peers/peers.service.js';
import type { NodeId } from '../../peers/received.js';
import type { Branch } from '../branch.service.js';
import { conversionBooking } from './conversion.js';
import { type CycleEvent, type CycleRecord, isCut, newCycle } from './cycle-record.js';
import type { CyclesStore } from './cycles-store.js';
import { fixingOf } from './fixing-of-cycle.js';
import type { FundCalls } from '../fund/fund-calls.service.js';
import { type KeptLeg, isDefaulted, isDone } from '../legs/kept-leg.js';
import type { Legs } from '../legs/legs.service.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import type { PairSettlements } from '../partners/pair-settlements.service.js';
import { recordOf } from '../obligations/pair.js';
import type { Pairs } from '../obligations/pairs.service.js';
import type { Rates } from './rates.service.js';
import { federationFor } from '../roster-rules.js';
import '../settlement.facts.js';

export interface CycleStepsParts {
  readonly store: CyclesStore;
  readonly obligations: ObligationsStore;
  readonly pairs: Pairs;
  readonly legs: Legs;
  readonly fundCalls: FundCalls;
  readonly pairSettlements: PairSettlements;
  readonly rates: Rates;
  readonly proofs: Pick<Proofs, 'share'>;
  readonly books: Books;
  readonly ids: Ids;
  readonly peers: Peers;
  readonly facts: Facts;
  readonly branch: Branch;
  readonly clock: Pick<Clock, 'now'>;
  /** The real clock, in milliseconds: it says how long this node has waited. */
  readonly realNowMs: () => number;
  /** True when a proof has frozen the channel to the peer, so that it will never catch up. */
  readonly isFrozenByProof: (work: Work, peer: NodeId) => Promise<boolean>;
}

/** Months that are cut with a peer at most, once it answers. */
const cutsAtOnce = 24;

/** Moves the cycles of this node: each step of `libs/settlement` with all it makes true, in one transaction. */
export class CycleSteps {
  constructor(private readonly parts: CycleStepsParts) {}

  /** The cycle as it is kept, a new one when this node has heard of none. */
  async open(work: Work, id: CycleId): Promise<CycleRecord> {
    const { store } = this.parts;
    const known = await store.find(work, id);
    if (known) return known;
    const record = await this.fresh(work, id);
    await store.save(work, record);
    // A later one that thought itself the first has to wait for this one.
    for (const later of (await store.open(work)).filter((each) => each.status === 'running' && each.id > id))
      await store.save(work, { ...later, state: { ...later.state, earlierClosed: false } });
    return record;
  }

  /** What another node says about a cycle. A refused word leaves no trace here, not even of a cycle unheard of. */
  async hear(work: Work, from: NodeId, message: CycleMessage): Promise<CycleRefusal | null> {
    const { cycle } = message.body;
    const input = { kind: 'message' as const, from, message };
    const record = (await this.parts.store.find(work, cycle)) ?? (await this.fresh(work, cycle));
    const { refusal } = stepCycle(record.state, input, await this.contextOf(cycle));
    if (refusal) return refusal;
    await this.open(work, cycle);
    return this.step(work, cycle, input);
  }

  private async fresh(work: Work, id: CycleId): Promise<CycleRecord> {
    const { store, peers } = this.parts;
    const running = (await store.open(work)).filter(({ status }) => status === 'running');
    const earlierClosed = running.every((record) => record.id > id);
    const members = federationFor(peers, id).members;
    const abstention = await store.abstention(work);
    const abstains = abstention !== null && id <= abstention.upto;
    return newCycle({ id, me: peers.me, members, earlierClosed, abstains });
  }

  /** One step, with its messages and postings; then whatever can be applied is applied. */
  async step(work: Work, cycle: CycleId, input: CycleInput): Promise<CycleRefusal | null> {
    const record = (await this.parts.store.find(work, cycle))!;
    const { state, effects, refusal } = stepCycle(record.state, input, await this.contextOf(cycle));
    await this.parts.store.save(work, { ...record, state });
    if (input.kind === 'message' && !refusal) await this.noteMessage(work, cycle, input);
    for (const effect of effects) await this.carryOut(work, cycle, effect);
    await this.applyReady(work);
    return refusal;
  }

  private async carryOut(work: Work, cycle: CycleId, effect: CycleEffect): Promise<void> {
    const { store, facts, peers, realNowMs } = this.parts;
    switch (effect.kind) {
      case 'send':
        return this.send(work, cycle, effect.to, effect.message);
      case 'store-vote':
        return store.addVote(work, cycle, effect.vote);
      case 'state-pair':
        await this.step(work, cycle, {
          kind: 'statement',
          peer: effect.peer,
          statement: await this.statementWith(work, effect.peer, cycle),
        });
        return;
      case 'pair-differs':
        await this.note(work, cycle, { node: effect.peer, what: 'pair-differs', text: '' });
        return facts.record(work, { kind: 'PairDiffers', subject: cycle, body: { cycle, peer: effect.peer } });
      case 'round-began':
        return this.change(work, cycle, { roundAtMs: realNowMs() });
      case 'left-out':
        return this.note(work, cycle, { node: effect.peer, what: 'left-out', text: `round ${effect.round}` });
      case 'not-approved':
        return this.note(work, cycle, { node: peers.me, what: 'not-approved', text: effect.why });
      case 'final':
        await this.note(work, cycle, { node: peers.me, what: 'final', text: effect.final.proposal.result });
        return store.addFinal(work, effect.final);
      case 'evidence':
        await store.addEvidence(work, cycle, effect.evidence);
        return this.parts.proofs.share(work, proofOf(effect.evidence, peers.roster!.net));
    }
  }

  /** A cut carries the account to which this branch wants to be paid. */
  private async send(work: Work, cycle: CycleId, to: NodeId, message: CycleMessage): Promise<void> {
    if (message.type !== 'cycle.cut') {
      await this.noteMessage(work, cycle, { from: this.parts.peers.me, message });
      return this.parts.peers.send(work, to, message.type, message.body);
    }
    // Said by `cutWaiting` once the peer has answered: words that a backup did not know come before it.
    if (!(await this.parts.pairs.mayFollow(work, to))) return;
    const { name, iban } = await this.parts.branch.entity(work);
    const ibans = await this.parts.branch.accounts(work);
    const body = { cycle, ext: { account: { name, iban, ibans } } };
    const said = await this.parts.pairs.say(work, to, { type: 'cycle.cut', body });
    assert(said.ok, `${cycle} was not cut with ${to} before`);
  }

  /** The peer has answered our start: what this node has cut meanwhile is cut with it too. */
  async cutWaiting(work: Work, peer: NodeId): Promise<void> {
    const { store, obligations, peers } = this.parts;
    const last = (await obligations.pair(work, peer)).cuts[peers.me] ?? '';
    const due = (await store.latest(work, cutsAtOnce)).filter((record) => isCut(record) && record.id > last);
    for (const { id, state } of due.reverse())
      if (state.pairs[peer]) await this.send(work, id, peer, { type: 'cycle.cut', body: { cycle: id } });
  }

  /** The table by which the cycle converts, as this node reads it; null where it converts nothing or cannot read it yet. */
  async fixingOf(cycle: CycleId): Promise<Fixing | null> {
    const { peers, rates } = this.parts;
    const { netting } = federationFor(peers, cycle);
    if (netting.mode !== 'one-currency') return null;
    return fixingOf({ ...peers.roster!, calendar: peers.calendar }, cycle, await rates.history());
  }

  private async contextOf(cycle: CycleId): Promise<CycleContext> {
    const { peers } = this.parts;
    const own = await this.fixingOf(cycle);
    return {
      me: peers.me,
      federation: federationFor(peers, cycle),
      digest: hashOf,
      sign: (payload) => peers.declare(payload as Declaration),
      check: (node, payload, sig) => peers.wasDeclaredBy(node, payload as Declaration, sig),
      checkNow: (node, payload, sig) => peers.isDeclaredBy(node, payload as Declaration, sig),
      // A table that this node cannot read in the named source is none it can stand by.
      isFixingRight: (fixing) => own !== null && hashOf(fixing) === hashOf(own),
    };
  }

  /** The statement of a pair for a cycle as this node counts it now. It can change until both sides have cut. */
  async statementWith(work: Work, peer: NodeId, cycle: CycleId): Promise<Statement> {
    const { obligations, peers } = this.parts;
    const kept = await obligations.countable(work, peer, cycle);
    const counted = kept.map(({ obligation }) => obligation);
    return statementOf(cycle, [peers.me, peer], counted, hashOf);
  }

  /** Finals are applied in the order of their cycles, each when all that it needs is here. */
  private async applyReady(work: Work): Promise<void> {
    const { store } = this.parts;
    for (;;) {
      const [record] = (await store.open(work)).filter(({ status }) => status === 'running');
      if (!record?.state.final) return;
      const application = await this.applicationOf(work, record);
      if (application.kind === 'wait') return;
      await this.apply(work, record.id, application);
      const [next] = (await store.open(work)).filter(({ status }) => status === 'running');
      if (next) await this.step(work, next.id, { kind: 'earlier-closed' });
    }
  }

  private async applicationOf(work: Work, { id, state }: CycleRecord): Promise<Application> {
    const { peers, obligations, isFrozenByProof } = this.parts;
    const final = state.final!;
    const statements = new Map<NodeId, Statement>();
    const frozen = new Set<NodeId>();
    for (const peer of final.proposal.statements.flatMap((one) => peerIn(one, peers.me) ?? [])) {
      const pair = recordOf(await obligations.pair(work, peer), peers.me, []);
      if (isFrozen(pair, id)) statements.set(peer, await this.statementWith(work, peer, id));
      if (await isFrozenByProof(work, peer)) frozen.add(peer);
    }
    const view = {
      me: peers.me,
      isEarlierClosed: true,
      statementWith: (peer: NodeId) => statements.get(peer) ?? null,
      isFrozenByProof: (peer: NodeId) => frozen.has(peer),
    };
    return applyFinal(final, view, { federation: federationFor(peers, id), digest: hashOf });
  }

  private async apply(
    work: Work,
    cycle: CycleId,
    { pairs, legs }: Extract<Application, { readonly kind: 'apply' }>,
  ): Promise<void> {
    const { obligations, facts } = this.parts;
    for (const { peer } of pairs)
      for (const kept of await obligations.countable(work, peer, cycle))
        if (countsIn(kept.obligation, cycle)) await this.parts.pairs.settle(work, kept, cycle);
    await this.convert(work, cycle, pairs);
    await this.change(work, cycle, { status: 'applied' });
    const { final } = (await this.parts.store.find(work, cycle))!.state;
    const body = { cycle, result: final!.proposal.result };
    await facts.record(work, { kind: 'CycleFinal', subject: cycle, body });
    await this.parts.legs.begin(work, legs);
    await this.parts.fundCalls.cycleClosed(work, cycle);
    await this.parts.pairSettlements.cycleClosed(work, cycle);
    await this.closePaid(work);
  }

  /** A cycle in one currency leaves nothing in the others. */
  private async convert(work: Work, cycle: CycleId, pairs: readonly SettledPair[]): Promise<void> {
    const { store, branch, books, ids, peers } = this.parts;
    const { fixing } = (await store.find(work, cycle))!.state.final!.proposal;
    if (fixing === null) return;
    const { id: entity } = await branch.entity(work);
    for (const { statement } of pairs) {
      const booked = { id: ids.newId(), day: await branch.today(work) };
      const booking = conversionBooking({ statement, fixing, me: peers.me }, entity, booked);
      if (booking !== null) await books.post(work, booking);
    }
  }

  /** Cycles whose legs have all arrived are over for this node. */
  async closePaid(work: Work): Promise<void> {
    const { store, legs, pairSettlements } = this.parts;
    for (const { id, status } of await store.open(work))
      if (status === 'applied') await this.closeIfDone(work, id, await legs.ofCycle(work, id));
    await pairSettlements.closePaid(work);
  }

  private async closeIfDone(work: Work, id: CycleId, legs: readonly KeptLeg[]): Promise<void> {
    const { facts, peers, store } = this.parts;
    const hasDefault = legs.some(isDefaulted);
    const { state } = (await store.find(work, id))!;
    if (hasDefault && state.legs === 'open') await this.step(work, id, { kind: 'legs', standing: 'defaulted' });
    if (!legs.every(isDone)) return;
    await this.change(work, id, { status: 'closed' });
    await this.note(work, id, { node: peers.me, what: 'closed', text: '' });
    await this.step(work, id, { kind: 'legs', standing: hasDefault ? 'resolved' : 'closed' });
    await facts.record(work, { kind: 'CycleClosed', subject: id, body: { cycle: id } });
  }

  private noteMessage(
    work: Work,
    cycle: CycleId,
    { from, message }: { readonly from: NodeId; readonly message: CycleMessage },
  ): Promise<void> {
    const round = 'round' in message.body ? `round ${message.body.round}` : '';
    return this.note(work, cycle, { node: from, what: message.type, text: round });
  }

  /** The same word to several nodes is one event. */
  async note(work: Work, cycle: CycleId, event: Omit<CycleEvent, 'at'>): Promise<void> {
    const { events } = (await this.parts.store.find(work, cycle))!;
    const isKnown = events.some((one) => one.node === event.node && one.what === event.what && one.text === event.text);
    if (isKnown) return;
    const at = this.parts.clock.now().toISOString();
    await this.change(work, cycle, { events: [...events, { at, ...event }] });
  }

  async change(work: Work, cycle: CycleId, change: Partial<CycleRecord>): Promise<void> {
    const record = (await this.parts.store.find(work, cycle))!;
    await this.parts.store.save(work, { ...record, ...change });
  }
}

/** Two declarations of one round as a proof that checks with nothing but the roster. */
const proofOf = ({ proof: kind, first, second }: CycleEvidence, net: string): Evidence => ({
  kind,
  a: sealedDeclaration(first.payload, net, first.sig),
  b: sealedDeclaration(second.payload, net, second.sig),
});
