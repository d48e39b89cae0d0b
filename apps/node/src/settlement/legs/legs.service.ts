import assert from 'node:assert/strict';
import type { Ids, Work } from '@passerelle/doors';
import {
  type CycleDates,
  type CycleId,
  type Leg,
  type LegEffect,
  type LegInput,
  decideLeg,
  decideStanding,
  missingOf,
  newLeg,
} from '@passerelle/settlement';
import { type Money, type PlainDate, min } from '@passerelle/values';
import type { Facts } from '../../facts/facts.service.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../../peers/received.js';
import type { Branch } from '../branch.service.js';
import {
  type KeptLeg,
  type PaymentWord,
  foundBooking,
  isDefaulted,
  isPaid,
  moneyOf,
  orderedBooking,
  receivedBooking,
} from './kept-leg.js';
import type { LegsStore } from './legs-store.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import type { LegPayments, SeenLine } from './leg-payments.service.js';
import { accountFor } from '../obligations/pair.js';
import type { Recollection } from '../reconciliation/recollection.service.js';
import { federationFor } from '../roster-rules.js';
import '../settlement.facts.js';

export interface LegsParts {
  readonly store: LegsStore;
  readonly pairs: ObligationsStore;
  readonly payments: LegPayments;
  readonly peers: Peers;
  readonly facts: Facts;
  readonly branch: Branch;
  readonly ids: Ids;
  readonly recollection: Recollection;
}

/** Payments that a node may speak of before they are known here: its own of several cycles, and what others owe it. */
const spokenOfMax = 500;

/** What one node says to another about a payment: all that was ordered, seen or is missing so far, in minor units. */
export interface PaymentSaid {
  readonly leg: string;
  readonly amount: string;
}

/** The payments that a cycle's result leaves: each is made once, and closed only by the payee's own bank statement. */
export class Legs {
  constructor(private readonly parts: LegsParts) {}

  /**
   * Takes on the legs of a result that concern this node, with all that was said and seen of them before. `label` names
   * the settlement of a pair in the place of the cycle.
   */
  async begin(work: Work, legs: readonly Leg[], label?: string): Promise<void> {
    const { store, peers, branch } = this.parts;
    const { id: entity } = await branch.entity(work);
    for (const leg of legs) {
      const role = leg.from === peers.me ? 'payer' : 'payee';
      const peer = role === 'payer' ? leg.to : leg.from;
      await store.save(work, { id: leg.leg, cycle: label ?? leg.cycle, role, peer, entity, record: newLeg(leg) });
      for (const word of await store.words(work, leg.leg)) await this.take(work, word);
      await this.goOn(work, leg.leg);
    }
  }

  /** Pays what is not paid yet, and looks for money that nobody has told about. */
  async goOn(work: Work, id: string): Promise<void> {
    const leg = await this.parts.store.find(work, id);
    if (!leg) return;
    if (leg.role === 'payer') return this.pay(work, leg);
    const lines = await this.parts.payments.cameIn(work, leg.entity, leg.id);
    for (const line of lines.filter(({ isExplained }) => !isExplained)) await this.credited(work, leg.id, line);
  }

  /** A credit on our own statement that names one of our legs. Answers the cycle whose leg it pays. */
  async moneyCame(
    work: Work,
    references: readonly string[],
    line: Omit<SeenLine, 'isExplained'>,
  ): Promise<CycleId | null> {
    for (const reference of references) {
      const leg = await this.parts.store.find(work, reference);
      if (leg?.role !== 'payee') continue;
      await this.credited(work, leg.id, line);
      return leg.cycle;
    }
    return null;
  }

  /** What another node says about a payment. It may come before the result that names the leg. */
  async told({ work, from }: Received, kind: PaymentWord['kind'], { leg, amount }: PaymentSaid): Promise<Verdict> {
    const { store } = this.parts;
    const word = { leg, by: from, kind, amount: BigInt(amount) };
    const known = await store.find(work, leg);
    if (known && known.peer !== from) return refused('wrong-party', `${from} is no party of leg ${leg}`);
    const isNew = (await store.words(work, leg)).every(({ by }) => by !== from);
    if (!known && isNew && (await store.spokenOf(work, from)) >= spokenOfMax)
      return refused('too-many', `${from} has spoken of ${spokenOfMax} payments that are not known here`);
    await store.addWord(work, word);
    return known ? this.take(work, word) : applied;
  }

  /** This node once said that it had paid; after a restore that counts as ordered, whatever the books remember. */
  rememberSent(work: Work, leg: string, amount: bigint): Promise<void> {
    return this.parts.store.addWord(work, { leg, by: this.parts.peers.me, kind: 'sent', amount });
  }

  /** This node once said that so much was missing; after a restore that stays its claim, whatever came in since. */
  rememberUnpaid(work: Work, leg: string, amount: bigint): Promise<void> {
    return this.parts.store.addWord(work, { leg, by: this.parts.peers.me, kind: 'unpaid', amount });
  }

  /** The days of a cycle pass: what is not paid becomes late, then unpaid. */
  async dayBegan(work: Work, date: PlainDate, datesOf: (cycle: CycleId) => CycleDates): Promise<void> {
    const { store, recollection } = this.parts;
    for (const leg of await store.open(work)) {
      if (isPaid(leg)) continue;
      await this.goOn(work, leg.id);
      const { payment, graceEnd } = datesOf(leg.cycle);
      if (date > payment) await this.stand(work, leg.id, 'payment-date-passed');
      // What it claims is said once: before a restore it may have claimed something else.
      if (date > graceEnd && leg.role === 'payee' && (await recollection.isWhole(work, leg.peer)))
        await this.stand(work, leg.id, 'grace-passed');
    }
  }

  ofCycle(work: Work, cycle: CycleId): Promise<readonly KeptLeg[]> {
    return this.parts.store.ofCycle(work, cycle);
  }

  /** Those that are not received in full. */
  open(work: Work): Promise<readonly KeptLeg[]> {
    return this.parts.store.open(work);
  }

  /** A quorum bears the payer's default: what comes now is recovered money. */
  async setDefaulted(work: Work, id: string): Promise<void> {
    const leg = (await this.parts.store.find(work, id))!;
    if (!isPaid(leg)) await this.keep(work, id, { ...leg.record, standing: 'defaulted' });
  }

  find(work: Work, id: string): Promise<KeptLeg | null> {
    return this.parts.store.find(work, id);
  }

  /** Intent, look-up, order, word: each is found as it was left, so nothing is ordered twice. */
  private async pay(work: Work, leg: KeptLeg): Promise<void> {
    const { pairs, payments } = this.parts;
    if (leg.record.payment === 'ordered' || isPaid(leg)) return this.explainFound(work, leg);
    // The payee may hold our word, lost in a backup, that this was paid.
    if (!(await this.parts.recollection.mayFollow(work, leg.peer))) return;
    await this.decide(work, leg.id, { kind: 'pay' });
    const { account } = await pairs.pair(work, leg.peer);
    const seen = await this.seen(work, leg);
    // Where the money goes is told with the peer's cut; without it a person asks.
    if (!account && seen < BigInt(leg.record.leg.amount)) return;
    await this.decide(work, leg.id, { kind: 'looked-up', seen, isComplete: true }, async (amount) => {
      const money = moneyOf(leg, amount);
      await payments.order(
        work,
        leg,
        { ...accountFor(account!, money.currency), amount: money },
        orderedBooking(leg, money, await this.booked(work)),
      );
      await this.decide(work, leg.id, { kind: 'ordered', amount });
    });
    await this.explainFound(work, leg);
  }

  /** All that carries the leg's reference: among the orders, on our own statement, and in our own word to the payee. */
  private async seen(work: Work, leg: KeptLeg): Promise<bigint> {
    const { payments, store, peers } = this.parts;
    const ordered = (await payments.ordered(work, leg))?.minor ?? 0n;
    const shown = (await payments.wentOut(work, leg.entity, leg.id)).reduce((so, { amount }) => so + amount.minor, 0n);
    const words = (await store.words(work, leg.id)).filter(({ by, kind }) => by === peers.me && kind === 'sent');
    return [ordered, shown, ...words.map(({ amount }) => amount)].reduce((so, one) => (one > so ? one : so));
  }

  /** Lines for a transfer that the books had forgotten after a restore. */
  private async explainFound(work: Work, leg: KeptLeg): Promise<void> {
    const { payments } = this.parts;
    if ((await payments.ordered(work, leg)) !== null) return;
    for (const line of await payments.wentOut(work, leg.entity, leg.id))
      if (!line.isExplained) await payments.explain(work, line.id, foundBooking(leg, line, await this.booked(work)));
  }

  private async credited(work: Work, id: string, line: Omit<SeenLine, 'isExplained'>): Promise<void> {
    const { store, payments, facts } = this.parts;
    const leg = await store.find(work, id);
    assert(leg, `leg ${id} is known`);
    if (line.amount.currency !== leg.record.leg.currency) return;
    const booked = min(line.amount, moneyOf(leg, missingOf(leg.record)));
    const booking = receivedBooking(leg, { line: line.id, amount: line.amount, booked }, await this.booked(work));
    if (!(await payments.explain(work, line.id, booking))) return;
    const next = await this.decide(work, id, { kind: 'credited', amount: line.amount.minor });
    if (isDefaulted(leg) && booked.isPositive())
      await facts.record(work, {
        kind: 'LegRecovered',
        subject: id,
        body: { leg: id, cycle: leg.cycle, amount: booked.toJSON() },
      });
    const missing = moneyOf(next, missingOf(next.record)).toJSON();
    const body = { leg: id, cycle: leg.cycle, amount: booked.toJSON(), missing };
    await facts.record(work, { kind: 'LegReceived', subject: id, body });
  }

  private async take(work: Work, { leg, by, kind, amount }: PaymentWord): Promise<Verdict> {
    if (by === this.parts.peers.me) return applied;
    if (kind === 'unpaid') return this.takeUnpaid(work, leg, by, amount);
    const said = kind === 'sent' ? 'said-sent' : 'said-received';
    const decided = decideLeg((await this.parts.store.find(work, leg))!.record, { kind: said, from: by, amount });
    if (!decided.ok) return refused(decided.refusal.code, decided.refusal.detail);
    await this.keep(work, leg, decided.value.next);
    return applied;
  }

  private async takeUnpaid(work: Work, leg: string, from: NodeId, missing: bigint): Promise<Verdict> {
    const { record } = (await this.parts.store.find(work, leg))!;
    const decided = decideStanding(record, { kind: 'said-unpaid', from, missing });
    if (!decided.ok) return refused(decided.refusal.code, decided.refusal.detail);
    await this.keep(work, leg, decided.value.next);
    return applied;
  }

  private async stand(work: Work, id: string, kind: 'payment-date-passed' | 'grace-passed'): Promise<void> {
    const { store, peers } = this.parts;
    const leg = (await store.find(work, id))!;
    const decided = decideStanding(leg.record, { kind });
    if (!decided.ok) return;
    await this.keep(work, id, decided.value.next);
    for (const effect of decided.value.effects)
      if (effect.kind === 'tell-unpaid') {
        const { currency } = leg.record.leg;
        const before = (await store.words(work, id)).find(({ by, kind: said }) => by === peers.me && said === 'unpaid');
        const amount = before?.amount ?? effect.missing;
        const said = { leg: id, currency, missing: amount.toString() };
        await store.addWord(work, { leg: id, by: peers.me, kind: 'unpaid', amount });
        // All members of the cycle hear it: a default is shared out among them.
        for (const node of federationFor(peers, leg.record.leg.cycle).members)
          if (node !== peers.me) await peers.send(work, node, 'leg.unpaid', said);
      }
  }

  /** Commits what a leg becomes, with what has to be said and done; `order` is called for a transfer to be ordered. */
  private async decide(
    work: Work,
    id: string,
    input: LegInput,
    order?: (amount: bigint) => Promise<void>,
  ): Promise<KeptLeg> {
    const leg = (await this.parts.store.find(work, id))!;
    const decided = decideLeg(leg.record, input);
    assert(decided.ok, `leg ${id}: ${decided.ok ? '' : decided.refusal.detail}`);
    await this.keep(work, id, decided.value.next);
    for (const effect of decided.value.effects) await this.carryOut(work, leg, effect, order);
    return (await this.parts.store.find(work, id))!;
  }

  private async carryOut(
    work: Work,
    leg: KeptLeg,
    effect: LegEffect,
    order?: (amount: bigint) => Promise<void>,
  ): Promise<void> {
    const { peers, facts, branch } = this.parts;
    if (effect.kind === 'order') return order?.(effect.amount);
    if (effect.kind !== 'tell') return;
    const { currency } = leg.record.leg;
    const valueDate = await branch.today(work);
    await peers.send(work, leg.peer, effect.type, {
      leg: leg.id,
      currency,
      amount: effect.amount.toString(),
      valueDate,
    });
    if (effect.type === 'payment.received') return;
    const amount: Money = moneyOf(leg, effect.amount);
    const body = { leg: leg.id, cycle: leg.cycle, amount: amount.toJSON() };
    await facts.record(work, { kind: 'LegPaid', subject: leg.id, body });
  }

  private async keep(work: Work, id: string, record: KeptLeg['record']): Promise<void> {
    const leg = (await this.parts.store.find(work, id))!;
    await this.parts.store.save(work, { ...leg, record });
  }

  private async booked(work: Work) {
    return { id: this.parts.ids.newId(), day: await this.parts.branch.today(work) };
  }
}
