import type { Work } from '@passerelle/doors';
import { type BodyOf, presentMembers } from '@passerelle/protocol';
import {
  type CycleDates,
  type CycleId,
  type CycleInput,
  type CycleMessage,
  nextCycle,
  takesPart,
} from '@passerelle/settlement';
import { type PlainDate, type Result, monthOf, ok, refuse } from '@passerelle/values';
import type { Facts } from '../../facts/facts.service.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Returned, type Verdict, applied, refused } from '../../peers/received.js';
import type { Branch } from '../branch.service.js';
import { type CycleRecord, isCut } from './cycle-record.js';
import type { CycleSteps } from './cycle-steps.service.js';
import type { CyclesStore } from './cycles-store.js';
import { type Patience, deadlinesPassed } from './deadlines.js';
import type { KeptCall } from '../fund/fund-call.js';
import type { DefaultRefused, FundCalls } from '../fund/fund-calls.service.js';
import type { FundRepayments } from '../fund/fund-repayments.service.js';
import type { KeptLeg, PaymentWord } from '../legs/kept-leg.js';
import type { Legs, PaymentSaid } from '../legs/legs.service.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import { accountIn } from '../obligations/pair.js';
import type { Pairs } from '../obligations/pairs.service.js';
import type { Recollection } from '../reconciliation/recollection.service.js';
import type { SeenLine } from '../legs/leg-payments.service.js';
import { cycleFor, datesOfCycle, federationFor } from '../roster-rules.js';
import '../settlement.facts.js';

export interface CyclesParts {
  readonly steps: CycleSteps;
  readonly store: CyclesStore;
  readonly obligations: ObligationsStore;
  readonly pairs: Pairs;
  readonly legs: Legs;
  readonly fundCalls: FundCalls;
  readonly repayments: FundRepayments;
  readonly recollection: Recollection;
  readonly peers: Peers;
  readonly facts: Facts;
  readonly branch: Branch;
  readonly realNowMs: () => number;
  readonly patience: Patience;
}

export type CutRefusal =
  | { readonly kind: 'no-federation' }
  | { readonly kind: 'not-the-open-cycle'; readonly open: CycleId }
  | { readonly kind: 'month-not-begun'; readonly cycle: CycleId };

/** The cycle that debts agreed now count in, with its days. */
export interface CurrentCycle {
  readonly id: CycleId;
  readonly dates: CycleDates;
}

/** Cycles whose defaults may still wait for the word of a payee. */
const defaultsAmong = 12;

/** A cycle at most so many months away is opened because a peer speaks of it. */
const monthsAhead = 3;

/** Cuts, statements, votes, results: what this node does in each cycle, in the transaction that stores it. */
export class Cycles {
  constructor(private readonly parts: CyclesParts) {}

  /** A day began here: cycles past their cut-off are cut, deadlines pass. */
  async dayBegan(work: Work, date: PlainDate): Promise<void> {
    if (!this.parts.peers.roster) return;
    await this.turn(work);
    for (let open = await this.openCycle(work, date); open && this.datesOf(open.id).cutOff < date;) {
      await this.cutUpto(work, open.id);
      open = await this.openCycle(work, date);
    }
    await this.passDeadlines(work, date);
    await this.goOnPaying(work, date);
  }

  /** Time passes by the real clock: whoever has been waited for long enough is waited for no longer. */
  async timePasses(work: Work): Promise<void> {
    if (!this.parts.peers.roster) return;
    const open = await this.parts.store.open(work);
    if (!open.some((record) => isCut(record) && record.status === 'running')) return;
    await this.turn(work);
    await this.passDeadlines(work, await this.parts.branch.today(work));
  }

  /** Finance closes the set of the open cycle before its day. Cutting a cycle that is cut changes nothing. */
  async cutNow(work: Work, cycle: CycleId): Promise<Result<CycleRecord, CutRefusal>> {
    if (!this.parts.peers.roster) return refuse({ kind: 'no-federation' });
    await this.turn(work);
    const today = await this.parts.branch.today(work);
    const known = await this.parts.store.find(work, cycle);
    if (known && isCut(known)) return ok(known);
    const open = await this.openCycle(work, today);
    if (open === null) return refuse({ kind: 'no-federation' });
    if (open.id !== cycle) return refuse({ kind: 'not-the-open-cycle', open: open.id });
    if (cycle > monthOf(today)) return refuse({ kind: 'month-not-begun', cycle });
    await this.cutUpto(work, cycle);
    await this.openCycle(work, today);
    return ok((await this.parts.store.find(work, cycle))!);
  }

  /** What another node says about a cycle. A set that one side has cut early is cut by the other too. */
  async heard(received: Received, message: CycleMessage): Promise<Verdict> {
    const { work, from } = received;
    await this.turn(work);
    if (message.type === 'cycle.cut') {
      const heard = await this.parts.pairs.heard(received, message);
      if (!heard.ok) return refused(heard.refusal.code, heard.refusal.detail);
      await this.keepAccount(work, from, message.body);
    }
    const { cycle } = message.body;
    const today = await this.parts.branch.today(work);
    if (!(await this.isWithinReach(work, cycle, today))) return refused('too-far', `${cycle} is not a cycle of now`);
    const refusal = await this.parts.steps.hear(work, from, message);
    if (message.type === 'cycle.cut') await this.joinCut(work, cycle, today);
    if (message.type === 'cycle.cut') await this.payWaiting(work, from);
    return refusal ? refused(refusal.code, refusal.detail) : applied;
  }

  // --- after a restore

  /** This node has forgotten words: it may have voted, so it abstains until all have given back what they hold. */
  async restored(work: Work): Promise<void> {
    const { store, peers, branch } = this.parts;
    await this.turn(work);
    if (!peers.roster || (await store.abstention(work))) return;
    const others = presentMembers(peers.roster)
      .map(({ id }) => id)
      .filter((id) => id !== peers.me);
    const missing: NodeId[] = [];
    for (const peer of others) if (!(await this.parts.pairs.mayFollow(work, peer))) missing.push(peer);
    const upto = monthOf(await branch.today(work));
    await store.setAbstention(work, { upto, missing });
    await this.setAbstains(work, upto, true);
  }

  /** What this node once said to the peer and has forgotten. It is not said again. */
  async saidBefore({ work, to, ack }: Returned, message: CycleMessage): Promise<void> {
    await this.turn(work);
    const { cycle } = message.body;
    if (message.type === 'cycle.cut') await this.parts.pairs.saidBefore(work, to, ack, message);
    await this.parts.steps.open(work, cycle);
    if (message.type === 'cycle.cut') await this.parts.steps.change(work, cycle, { cutAtMs: this.parts.realNowMs() });
    await this.parts.steps.step(work, cycle, { kind: 'remembered', peer: to, message });
  }

  /** The peer holds no word of ours that is unknown here, so what waited for that can be said and paid. */
  async givenBack(work: Work, peer: NodeId): Promise<void> {
    const { store } = this.parts;
    if (!this.parts.peers.roster) return;
    await this.turn(work);
    await this.parts.steps.cutWaiting(work, peer);
    await this.payWaiting(work, peer);
    await this.parts.fundCalls.goOnRepaying(work);
    const abstention = await store.abstention(work);
    if (!abstention) return;
    const missing = abstention.missing.filter((each) => each !== peer);
    await store.setAbstention(work, missing.length > 0 ? { ...abstention, missing } : null);
    if (missing.length > 0) return;
    await this.setAbstains(work, abstention.upto, false);
    await this.goOnPaying(work, await this.parts.branch.today(work));
  }

  private async setAbstains(work: Work, upto: CycleId, abstains: boolean): Promise<void> {
    const { store, steps } = this.parts;
    for (const record of await store.open(work)) {
      const { id, status, state } = record;
      if (status !== 'running' || state.final !== null || id > upto) continue;
      if (abstains) await store.save(work, { ...record, state: { ...state, abstains } });
      else await steps.step(work, id, { kind: 'all-remembered' });
    }
  }

  /** Money came in on our own account under one of these references. */
  async moneyCame(work: Work, references: readonly string[], line: Omit<SeenLine, 'isExplained'>): Promise<void> {
    await this.turn(work);
    const cycle = await this.parts.legs.moneyCame(work, references, line);
    if (cycle === null) await this.parts.fundCalls.moneyCame(work, references, line);
    else await this.parts.steps.closePaid(work);
  }

  /** What another node says about a payment. */
  async told(received: Received, kind: PaymentWord['kind'], said: PaymentSaid): Promise<Verdict> {
    await this.turn(received.work);
    const { work } = received;
    const verdict = await this.parts.legs.told(received, kind, said);
    if (kind === 'unpaid' && verdict.verdict === 'applied') await this.goOnWithDefaults(work);
    await this.parts.steps.closePaid(work);
    return verdict;
  }

  // --- members that do not pay

  /** Finance of a payee says that the payer is in default. */
  async declareDefault(work: Work, leg: string): Promise<Result<KeptCall, DefaultRefused>> {
    await this.turn(work);
    const declared = await this.parts.fundCalls.declare(work, leg);
    await this.parts.steps.closePaid(work);
    return declared;
  }

  async fundCalled(received: Received, body: BodyOf<'fund.call'>): Promise<Verdict> {
    await this.turn(received.work);
    const verdict = await this.parts.fundCalls.called(received, body);
    await this.parts.steps.closePaid(received.work);
    return verdict;
  }

  /** What this node once said of a default and has forgotten. */
  async fundCalledBefore(work: Work, body: BodyOf<'fund.call'>): Promise<void> {
    await this.turn(work);
    await this.parts.fundCalls.calledBefore(work, body);
    await this.parts.steps.closePaid(work);
  }

  async fundRepaid(received: Received, body: BodyOf<'fund.repay'>): Promise<Verdict> {
    await this.turn(received.work);
    return this.parts.repayments.repaid(received, body);
  }

  /** What this node once told the peer to have come in of a default, and has forgotten. */
  async fundRepaidBefore(work: Work, to: NodeId, body: BodyOf<'fund.repay'>): Promise<void> {
    await this.turn(work);
    await this.parts.repayments.repaidBefore(work, to, body);
  }

  /** Money of a default came to us after all. */
  async recovered(work: Work, leg: string): Promise<void> {
    await this.turn(work);
    await this.parts.fundCalls.recovered(work, leg);
  }

  /** Legs are paid, become late or unpaid; defaults are shared out, and what of them came back. */
  private async goOnPaying(work: Work, date: PlainDate): Promise<void> {
    const { legs, fundCalls, steps } = this.parts;
    await legs.dayBegan(work, date, (cycle) => this.datesOf(cycle));
    await this.goOnWithDefaults(work);
    await fundCalls.goOnRepaying(work);
    await steps.closePaid(work);
  }

  private async goOnWithDefaults(work: Work): Promise<void> {
    for (const { id } of await this.parts.store.latest(work, defaultsAmong))
      await this.parts.fundCalls.goOnWith(work, id);
  }

  async rememberSent(work: Work, leg: string, amount: bigint): Promise<void> {
    await this.turn(work);
    await this.parts.legs.rememberSent(work, leg, amount);
  }

  async rememberUnpaid(work: Work, leg: string, amount: bigint): Promise<void> {
    await this.turn(work);
    await this.parts.legs.rememberUnpaid(work, leg, amount);
  }

  /** The cycle that counts now; null while this node works alone. */
  async current(work: Work): Promise<CurrentCycle | null> {
    const { peers } = this.parts;
    if (!peers.roster) return null;
    const id = cycleFor(peers, await this.parts.branch.today(work), await this.parts.store.lastCut(work));
    return { id, dates: this.datesOf(id) };
  }

  find(work: Work, cycle: CycleId): Promise<CycleRecord | null> {
    return this.parts.store.find(work, cycle);
  }

  latest(work: Work, limit: number): Promise<readonly CycleRecord[]> {
    return this.parts.store.latest(work, limit);
  }

  legsOf(work: Work, cycle: CycleId): Promise<readonly KeptLeg[]> {
    return this.parts.legs.ofCycle(work, cycle);
  }

  lastApplied(work: Work): Promise<CycleId | null> {
    return this.parts.store.lastApplied(work);
  }

  /** The days of a cycle. A pair that settles by itself pays with the cycle after. */
  datesOf(cycle: string): CycleDates {
    const [id, ...pair] = cycle.split(':') as [CycleId, ...string[]];
    return datesOfCycle(this.parts.peers, pair.length === 0 ? id : nextCycle(id));
  }

  // --- opening and cutting

  private turn(work: Work): Promise<void> {
    return this.parts.obligations.turn(work);
  }

  /**
   * The first cycle that this node has not cut and takes part in; opened when it is not yet. Null when there is none,
   * because it has left.
   */
  private async openCycle(work: Work, today: PlainDate): Promise<CycleRecord | null> {
    const { store, steps, peers } = this.parts;
    const lastCut = await store.lastCut(work);
    const spokenOf = (await store.open(work)).map(({ id }) => id);
    const next = lastCut === null ? [cycleFor(peers, today, null), ...spokenOf].sort()[0]! : nextCycle(lastCut);
    const own = this.firstOwn(next);
    return own === null ? null : steps.open(work, own);
  }

  /** Who joins in a month takes part from a later cycle on: nobody would ever answer it in an earlier one. */
  private firstOwn(from: CycleId): CycleId | null {
    const { peers } = this.parts;
    const isOwn = (cycle: CycleId): boolean => takesPart(federationFor(peers, cycle), peers.me);
    let cycle = from;
    for (let months = 0; months <= monthsAhead; months += 1, cycle = nextCycle(cycle)) if (isOwn(cycle)) return cycle;
    return null;
  }

  /** Sets are closed in the order of their months. */
  private async cutUpto(work: Work, cycle: CycleId): Promise<void> {
    for (const { id } of (await this.parts.store.open(work)).filter((record) => !isCut(record) && record.id <= cycle)) {
      await this.parts.steps.change(work, id, { cutAtMs: this.parts.realNowMs() });
      await this.parts.steps.note(work, id, { node: this.parts.peers.me, what: 'cycle.cut', text: '' });
      await this.parts.steps.step(work, id, { kind: 'due', what: 'cut-off' });
      await this.parts.facts.record(work, { kind: 'CycleCut', subject: id, body: { cycle: id } });
    }
  }

  /** A set closed on one side only helps nobody. Whoever cuts early can delay debts by one month, and no more. */
  private async joinCut(work: Work, cycle: CycleId, today: PlainDate): Promise<void> {
    const open = await this.openCycle(work, today);
    if (open?.id !== cycle || cycle > monthOf(today)) return;
    await this.cutUpto(work, cycle);
    await this.openCycle(work, today);
  }

  /** Cycles behind the last cut are known or none of ours; those far away are a liar's. */
  private async isWithinReach(work: Work, cycle: CycleId, today: PlainDate): Promise<boolean> {
    const { store } = this.parts;
    if (await store.find(work, cycle)) return true;
    const lastCut = await store.lastCut(work);
    if (lastCut !== null && cycle <= lastCut) return false;
    const furthest = [lastCut ?? '', monthOf(today) as string].sort()[1]!;
    return cycle <= monthsAfter(furthest) && monthsAfter(cycle) >= monthOf(today);
  }

  private async passDeadlines(work: Work, today: PlainDate): Promise<void> {
    const { store, patience, realNowMs } = this.parts;
    if (!(await this.parts.recollection.isAwake(work))) return;
    for (const { id } of await store.open(work)) {
      const record = (await store.find(work, id))!;
      if (record.status !== 'running') continue;
      await this.fix(work, record);
      for (const input of deadlinesPassed(record, this.datesOf(id), { today, nowMs: realNowMs(), patience }))
        await this.passDeadline(work, id, input);
    }
  }

  /** Where a cycle converts, every node holds the table: whoever has to propose needs it, and the others compare. */
  private async fix(work: Work, { id, state }: CycleRecord): Promise<void> {
    const { steps } = this.parts;
    const fixing = state.fixing === null ? await steps.fixingOf(id) : null;
    if (fixing !== null) await steps.step(work, id, { kind: 'fixing', fixing });
  }

  private async passDeadline(work: Work, id: CycleId, input: CycleInput): Promise<void> {
    const { steps, realNowMs } = this.parts;
    if (input.kind === 'due' && input.what === 'statements')
      await steps.change(work, id, { statementsAtMs: realNowMs() });
    await steps.step(work, id, input);
  }

  /** Legs that waited for the account of their payee. */
  private async payWaiting(work: Work, peer: NodeId): Promise<void> {
    for (const { id, status } of await this.parts.store.open(work))
      if (status === 'applied')
        for (const leg of await this.parts.legs.ofCycle(work, id))
          if (leg.peer === peer) await this.parts.legs.goOn(work, leg.id);
  }

  private async keepAccount(work: Work, peer: NodeId, body: object): Promise<void> {
    const account = accountIn(body);
    if (!account) return;
    const pair = await this.parts.obligations.pair(work, peer);
    await this.parts.obligations.savePair(work, { ...pair, account });
  }
}

function monthsAfter(cycle: CycleId): CycleId {
  let later = cycle;
  for (let months = 0; months < monthsAhead; months += 1) later = nextCycle(later);
  return later;
}
