import type { Ids, Work } from '@passerelle/doors';
import { type BodyOf, type Declaration, hashOf } from '@passerelle/protocol';
import {
  type CycleId,
  type DefaultEvent,
  type FundCall,
  type Leg,
  allLegs,
  borneBy,
  callOn,
  fundCallHash,
  missingOf,
  payoutReference,
  payoutsOf,
  takesPart,
} from '@passerelle/settlement';
import { type Result, firstDayOf, month, ok, refuse } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { Facts } from '../../facts/facts.service.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../../peers/received.js';
import type { Branch } from '../branch.service.js';
import type { CyclesStore } from '../cycles/cycles-store.js';
import {
  type KeptCall,
  borneText,
  claimBooking,
  fundRules,
  isAbout,
  moneyIn,
  nothingBack,
  ownPart,
  payoutBooking,
  stakeBooking,
} from './fund-call.js';
import type { FundCallsStore } from './fund-calls-store.js';
import { type FundRepayments, wordsMax } from './fund-repayments.service.js';
import type { KeptLeg } from '../legs/kept-leg.js';
import type { LegPayments, SeenLine } from '../legs/leg-payments.service.js';
import type { Legs } from '../legs/legs.service.js';
import type { LegsStore } from '../legs/legs-store.js';
import type { Partners } from '../partners/partners.service.js';
import type { Recollection } from '../reconciliation/recollection.service.js';
import { federationFor } from '../roster-rules.js';
import '../settlement.facts.js';

export interface FundCallsParts {
  readonly store: FundCallsStore;
  readonly cycles: CyclesStore;
  readonly legsStore: LegsStore;
  readonly legs: Legs;
  readonly payments: LegPayments;
  readonly repayments: FundRepayments;
  readonly recollection: Recollection;
  readonly partners: Partners;
  readonly peers: Peers;
  readonly books: Books;
  readonly facts: Facts;
  readonly branch: Branch;
  readonly ids: Ids;
}

export type DefaultRefused =
  | { readonly kind: 'no-such-leg' }
  | { readonly kind: 'not-unpaid' }
  | { readonly kind: 'not-shareable'; readonly detail: string };

/** Defaults that are looked through for what is still to be told or repaid; the newest. */
const callsMax = 100;

/**
 * What happens when a member does not pay: every member computes who bears it, and a quorum of equal answers makes it
 * stand. The result of the cycle itself is never unwound.
 */
export class FundCalls {
  constructor(private readonly parts: FundCallsParts) {}

  /** Finance of a payee says that the payer is in default, after the days of grace and whatever it had to show. */
  async declare(work: Work, legId: string): Promise<Result<KeptCall, DefaultRefused>> {
    const { legs, ids } = this.parts;
    const leg = await legs.find(work, legId);
    if (!leg || leg.role !== 'payee') return refuse({ kind: 'no-such-leg' });
    if (leg.record.standing !== 'unpaid' || missingOf(leg.record) === 0n) return refuse({ kind: 'not-unpaid' });
    const event = await this.eventOf(work, leg);
    const all = await this.legsOf(work, event.cycle);
    const call = callOn(event, all ?? [], this.rules(event));
    if (!call.ok) return refuse({ kind: 'not-shareable', detail: call.refusal.detail });
    const kept = await this.keep(work, event, { call: call.value, id: ids.newId() });
    return ok(await this.goOn(work, kept));
  }

  /** A member says how a default is shared out. What cannot be judged here yet waits. */
  async called({ work, from }: Received, body: BodyOf<'fund.call'>): Promise<Verdict> {
    const { peers, store } = this.parts;
    if (!peers.wasDeclaredBy(from, declarationOf(body.result), body.signature))
      return refused('bad-signature', `the call is not signed by ${from}`);
    for (const node of [from, peers.me])
      if (!takesPart(federationFor(peers, body.cycle), node))
        return refused('not-a-member', `${node} takes no part in ${body.cycle}`);
    if ((await this.legsOf(work, body.cycle)) !== null) return this.takeCall(work, from, body);
    if ((await store.countWords(work, from)) >= wordsMax) return refused('too-many', 'too many calls wait');
    await store.addWord(work, { by: from, kind: 'call', waitsFor: body.cycle, body });
    return applied;
  }

  /**
   * A peer gave back that this node had approved a call, which a restore had taken. A node approves one call for each
   * default, so it is the same one again; those that were not told before the restore hear of it now.
   */
  async calledBefore(work: Work, body: BodyOf<'fund.call'>): Promise<void> {
    const { peers, store } = this.parts;
    if ((await this.legsOf(work, body.cycle)) !== null) await this.takeCall(work, peers.me, body);
    else await store.addWord(work, { by: peers.me, kind: 'call', waitsFor: body.cycle, body });
  }

  /** A payee has said that a leg is unpaid: calls that waited for that word may be approved now. */
  async goOnWith(work: Work, cycle: CycleId): Promise<void> {
    for (const kept of await this.parts.store.ofCycle(work, cycle)) await this.goOn(work, kept);
  }

  /** The result of the cycle is known here: what members said of its defaults can be judged. */
  async cycleClosed(work: Work, cycle: CycleId): Promise<void> {
    for (const word of await this.parts.store.takeWords(work, cycle))
      await this.takeCall(work, word.by, word.body as BodyOf<'fund.call'>);
  }

  /** The fund has paid, as our own statement shows. True when the line was one of these payments. */
  async moneyCame(work: Work, references: readonly string[], line: Omit<SeenLine, 'isExplained'>): Promise<boolean> {
    const { store, payments, branch, peers } = this.parts;
    const { id: entity } = await branch.entity(work);
    for (const { result, event, call, status } of await store.all(work, callsMax)) {
      const reference = payoutReference(result, peers.me, event.currency, hashOf);
      if (status === 'open' || !references.includes(reference)) continue;
      const of = { line: line.id, amount: line.amount, reference };
      return payments.explain(work, line.id, payoutBooking({ call, entity }, of, await this.booked(work)));
    }
    return false;
  }

  /** Money of a default came to us after all. */
  async recovered(work: Work, legId: string): Promise<void> {
    const { legs, store, repayments } = this.parts;
    const { leg } = (await legs.find(work, legId))!.record;
    for (const kept of await store.ofCycle(work, leg.cycle)) if (isAbout(kept, leg)) await repayments.goOn(work, kept);
  }

  /** A member may be told again, or a limit be higher: whoever is owed something hears of it now. */
  async goOnRepaying(work: Work): Promise<void> {
    for (const kept of await this.parts.store.all(work, callsMax)) await this.parts.repayments.goOn(work, kept);
  }

  all(work: Work, limit: number): Promise<readonly KeptCall[]> {
    return this.parts.store.all(work, limit);
  }

  /** What of this node's own stake is used and has not come back, by currency. */
  async used(work: Work): Promise<ReadonlyMap<string, bigint>> {
    const { me } = this.parts.peers;
    const used = new Map<string, bigint>();
    for (const { status, rest, event } of await this.parts.store.all(work, callsMax)) {
      if (status !== 'standing') continue;
      const own = event.defaulter === me ? BigInt(rest.own) : BigInt(rest.mutual[me] ?? '0');
      used.set(event.currency, (used.get(event.currency) ?? 0n) + own);
    }
    return used;
  }

  // --- how a call comes to stand

  private async takeCall(work: Work, from: NodeId, body: BodyOf<'fund.call'>): Promise<Verdict> {
    const all = (await this.legsOf(work, body.cycle))!;
    const leg = all.find((one) => one.leg === body.leg);
    if (!leg) return refused('no-such-leg', `${body.leg} is no payment of ${body.cycle}`);
    const { cycle, claims, currency } = body;
    const event: DefaultEvent = { cycle, defaulter: leg.from, currency, claims };
    const call = callOn(event, all, this.rules(event));
    if (!call.ok) return refused(call.refusal.code, call.refusal.detail);
    const isSame =
      fundCallHash(call.value, hashOf) === body.result &&
      call.value.leg === body.leg &&
      call.value.shortfall === body.shortfall;
    if (!isSame) return refused('another-result', 'the own computation gives another result');
    const kept = await this.keep(work, event, { call: call.value, id: body.call });
    const approved = { ...kept, approvals: { ...kept.approvals, [from]: body.signature } };
    await this.parts.store.save(work, approved);
    if (from === this.parts.peers.me && kept.approvals[from] === undefined) await this.tell(work, approved);
    await this.goOn(work, approved);
    return applied;
  }

  private async keep(
    work: Work,
    event: DefaultEvent,
    { call, id }: { readonly call: FundCall; readonly id: string },
  ): Promise<KeptCall> {
    const { store, repayments } = this.parts;
    const result = fundCallHash(call, hashOf);
    const fresh: KeptCall = {
      result,
      event,
      call,
      ids: [],
      approvals: {},
      status: 'open',
      rest: borneText(borneBy(call)),
      back: nothingBack,
    };
    const known = (await store.find(work, result)) ?? fresh;
    if (known.ids.includes(id)) return known;
    await store.save(work, { ...known, ids: [...known.ids, id] });
    await repayments.joinEarly(work, id);
    return (await store.find(work, result))!;
  }

  /** Approves what this node computes itself and can back, once for each default; then looks whether it stands. */
  private async goOn(work: Work, kept: KeptCall): Promise<KeptCall> {
    const { store, peers } = this.parts;
    let next = kept;
    if (await this.mayApprove(work, kept)) {
      const signature = peers.declare(declarationOf(kept.result));
      next = { ...kept, approvals: { ...kept.approvals, [peers.me]: signature } };
      await store.save(work, next);
      await this.tell(work, next);
    }
    const { quorum } = federationFor(peers, kept.event.cycle);
    const isQuorum = Object.keys(next.approvals).length >= quorum.lock;
    return next.status === 'open' && isQuorum ? this.stand(work, next) : next;
  }

  /** Everybody hears that this node approves the call; a repeat changes nothing there. */
  private async tell(work: Work, kept: KeptCall): Promise<void> {
    const { peers } = this.parts;
    const body = bodyOf(kept, kept.approvals[peers.me]!);
    for (const node of this.othersIn(kept.event.cycle)) await peers.send(work, node, 'fund.call', body);
  }

  private async mayApprove(work: Work, { event, approvals, result }: KeptCall): Promise<boolean> {
    const { store, peers, recollection } = this.parts;
    if (approvals[peers.me] !== undefined || event.defaulter === peers.me) return false;
    // It may have approved another one before a restore.
    if (!(await recollection.isWhole(work, event.defaulter))) return false;
    const twins = (await store.ofCycle(work, event.cycle)).filter(
      (one) =>
        one.result !== result && one.event.defaulter === event.defaulter && one.event.currency === event.currency,
    );
    if (twins.some((one) => one.approvals[peers.me] !== undefined)) return false;
    const known = await this.claimsKnown(work, event);
    const names = [...new Set([...Object.keys(known), ...Object.keys(event.claims)])];
    return names.every((payee) => known[payee] !== undefined && `${known[payee]}` === event.claims[payee]);
  }

  private async stand(work: Work, kept: KeptCall): Promise<KeptCall> {
    const { store, partners, facts, repayments } = this.parts;
    const standing = { ...kept, status: 'standing' as const };
    const { cycle, defaulter, currency } = kept.event;
    await store.save(work, standing);
    await partners.setDefault(work, defaulter, kept.result);
    await this.book(work, standing);
    const body = { result: kept.result, cycle, defaulter, currency, shortfall: kept.call.shortfall };
    await facts.record(work, { kind: 'FundCalled', subject: kept.result, body });
    // Some of it may have come after the claim and before the call stood.
    return repayments.goOn(work, standing);
  }

  /** What the call means for the books of this node. */
  private async book(work: Work, kept: KeptCall): Promise<void> {
    const { branch, books, legs, peers } = this.parts;
    const { id: entity } = await branch.entity(work);
    const { event, call } = kept;
    const { cycle, currency, claims } = event;
    const part = moneyIn(ownPart(kept, peers.me), currency);
    if (!part.isZero()) await books.post(work, stakeBooking({ call, entity }, part, await this.booked(work)));
    for (const leg of await legs.ofCycle(work, cycle)) {
      if (!isAbout(kept, leg.record.leg)) continue;
      const missing = moneyIn(missingOf(leg.record), currency);
      await legs.setDefaulted(work, leg.id);
      if (leg.role !== 'payee' || claims[peers.me] === undefined) continue;
      const of = {
        payout: moneyIn(payoutsOf(call, claims)[peers.me]!, currency),
        loss: moneyIn(call.loss[peers.me] ?? '0', currency),
        missing,
        reference: payoutReference(kept.result, peers.me, currency, hashOf),
      };
      await books.post(work, claimBooking({ call, entity: leg.entity, cycle }, of, await this.booked(work)));
    }
  }

  // --- what is known

  /** The default as this node knows it: its own claim and those of the other payees that have told everybody. */
  private async eventOf(work: Work, { record }: KeptLeg): Promise<DefaultEvent> {
    const { cycle, from: defaulter, currency } = record.leg;
    const event = { cycle, defaulter, currency, claims: {} };
    const claims = await this.claimsKnown(work, event);
    return { ...event, claims: Object.fromEntries(Object.entries(claims).map(([node, claim]) => [node, `${claim}`])) };
  }

  private async claimsKnown(work: Work, event: DefaultEvent): Promise<Record<NodeId, bigint>> {
    const { legsStore, peers } = this.parts;
    const claims: Record<NodeId, bigint> = {};
    for (const leg of (await this.legsOf(work, event.cycle)) ?? []) {
      if (leg.from !== event.defaulter || leg.currency !== event.currency) continue;
      const words = await legsStore.words(work, leg.leg);
      const said = words.find(({ by, kind }) => by === leg.to && kind === 'unpaid')?.amount;
      const own = leg.to === peers.me ? await this.ownClaim(work, leg) : said;
      if (own !== undefined) claims[leg.to] = own;
    }
    return claims;
  }

  /** What this node has told everybody that it misses: that, and not what is missing by now, is its claim. */
  private async ownClaim(work: Work, { leg }: Leg): Promise<bigint | undefined> {
    const words = await this.parts.legsStore.words(work, leg);
    return words.find(({ by, kind }) => by === this.parts.peers.me && kind === 'unpaid')?.amount;
  }

  /** All payments of the cycle's result; null while there is none here. */
  private async legsOf(work: Work, cycle: CycleId): Promise<readonly Leg[] | null> {
    const { cycles, peers } = this.parts;
    const final = (await cycles.find(work, cycle))?.state.final;
    return final ? allLegs(final, federationFor(peers, cycle), hashOf) : null;
  }

  /** The fund is that of the cycle: who joined later bears nothing of it, and who has left since does. */
  private rules = ({ cycle, currency }: DefaultEvent) =>
    fundRules(this.parts.peers.rosterOn(firstDayOf(month(cycle))), currency);

  private othersIn(cycle: CycleId): readonly NodeId[] {
    const { peers } = this.parts;
    return federationFor(peers, cycle).members.filter((id) => id !== peers.me);
  }

  private async booked(work: Work) {
    return { id: this.parts.ids.newId(), day: await this.parts.branch.today(work) };
  }
}

const declarationOf = (result: string): Declaration => ({ what: 'fund.call', result });

const bodyOf = ({ event, call, ids, result }: KeptCall, signature: string) => ({
  call: ids[0]!,
  cycle: event.cycle,
  leg: call.leg,
  currency: event.currency,
  claims: event.claims,
  shortfall: call.shortfall,
  result,
  signature,
});
