import { type BodyOf, type Declaration, hashOf, signDeclaration } from '@passerelle/protocol';
import {
  type CycleId,
  type FundCall,
  type Leg,
  type LegEffect,
  type LegInput,
  type StandingInput,
  type Waterfall,
  allLegs,
  fundCallHash,
  fundCallOf,
  lessen,
  newLeg,
} from '@passerelle/settlement';
import { type CurrencyCode, Money, day, percent } from '@passerelle/values';
import type { Credit } from './bank.js';
import { borneEntry, calledEntry, orderedEntry, receivedEntry, suspenseEntry } from './books.js';
import { grace } from './calendar.js';
import type { Draft } from './disk.js';
import type { FundWord, Kept, KeptLeg, PaymentFact } from './kept.js';
import type { NodeParts } from './node-parts.js';

const valueDate = day('2026-09-08');

/** Pays the legs of finals, sees what came in, and calls the fund for what did not. */
export class Payments {
  constructor(private readonly parts: NodeParts) {}

  begin(draft: Draft, legs: readonly Leg[]): void {
    const { me } = this.parts;
    for (const leg of legs) {
      const role = leg.from === me ? 'payer' : 'payee';
      const kept: KeptLeg = {
        record: newLeg(leg),
        role,
        peer: role === 'payer' ? leg.to : leg.from,
        since: this.parts.localNow(),
      };
      draft.put({ legs: { ...draft.kept.legs, [leg.leg]: kept } });
      for (const fact of draft.kept.facts.filter((each) => each.leg === leg.leg)) this.take(draft, fact);
    }
    // Money may have come before the result that says what it is for.
    for (const credit of this.parts.bank.creditsAt(me).slice(0, draft.kept.creditsSeen))
      if (legs.some(({ leg }) => leg === credit.reference)) this.credited(draft, credit);
  }

  /** What another node says about a payment; it may come before the result that names the leg. */
  told(draft: Draft, fact: PaymentFact): string | null {
    const known = draft.kept.legs[fact.leg];
    if (!known) {
      draft.put({ facts: [...draft.kept.facts, fact] });
      return null;
    }
    return this.take(draft, fact);
  }

  /** The program started again: whatever was being ordered is looked up first. */
  restarted(draft: Draft): void {
    for (const leg of Object.keys(draft.kept.legs)) this.decide(draft, leg, { kind: 'restarted' });
  }

  /** What the bank's statement shows, what is to be paid, and whose days have passed. */
  tick(draft: Draft): void {
    for (const credit of this.parts.bank.creditsAt(this.parts.me).slice(draft.kept.creditsSeen)) {
      draft.put({ creditsSeen: credit.id });
      this.credited(draft, credit);
    }
    for (const [leg, { role, since }] of Object.entries(draft.kept.legs)) {
      if (role === 'payer') continue;
      const waited = this.parts.localNow() - since;
      if (waited >= grace.late) this.stand(draft, leg, { kind: 'payment-date-passed' });
      if (waited >= grace.unpaid) this.stand(draft, leg, { kind: 'grace-passed' });
      if (waited >= grace.unpaid + 60) this.stand(draft, leg, { kind: 'proof-checked', isGood: false });
    }
  }

  /** Each of the steps of a payment is a transaction of its own; the bank is asked and told between them. */
  pay(transact: (use: (draft: Draft) => void) => void, kept: () => Kept): void {
    const { me, bank, world } = this.parts;
    if (world.now < this.parts.paysFrom()) return;
    for (const [reference, leg] of Object.entries(kept().legs)) {
      if (leg.role !== 'payer' || leg.record.payment === 'ordered') continue;
      if (leg.record.payment === 'due') transact((draft) => this.decide(draft, reference, { kind: 'pay' }));
      // The order before this one ended in an error, and nobody knows what the bank made of it.
      if (leg.record.payment === 'looked-up') transact((draft) => this.decide(draft, reference, { kind: 'restarted' }));
      if (kept().legs[reference]!.record.payment !== 'intended') continue;
      const sought = bank.sought(me, reference);
      let order: bigint | null = null;
      transact((draft) => {
        const effects = this.decide(draft, reference, { kind: 'looked-up', ...sought });
        for (const effect of effects) if (effect.kind === 'order') order = effect.amount;
      });
      if (order !== null) this.order(transact, leg.record.leg, order);
    }
  }

  private order(transact: (use: (draft: Draft) => void) => void, leg: Leg, amount: bigint): void {
    const { me, bank, world } = this.parts;
    this.parts.point();
    bank.order({ from: me, to: leg.to, reference: leg.leg, currency: leg.currency, amount });
    this.parts.point();
    // The bank has done it and its answer never came.
    if (world.mishap(world.plan.faults.bankUnrecorded)) return;
    transact((draft) => this.decide(draft, leg.leg, { kind: 'ordered', amount }));
  }

  private credited(draft: Draft, { id, reference, amount }: Credit): void {
    const leg = draft.kept.legs[reference];
    // Without a known reference it lies in suspense until a result names it.
    if (leg?.role !== 'payee') return;
    this.decide(draft, reference, { kind: 'credited', amount }, `${id}`);
  }

  private take(draft: Draft, { leg, by, kind, amount }: PaymentFact): string | null {
    if (draft.kept.legs[leg]!.peer !== by) return 'wrong-party';
    if (kind === 'unpaid') return this.stand(draft, leg, { kind: 'said-unpaid', from: by, missing: amount });
    const decided = this.parts.core.decideLeg(draft.kept.legs[leg]!.record, {
      kind: kind === 'sent' ? 'said-sent' : 'said-received',
      from: by,
      amount,
    });
    if (!decided.ok) return decided.refusal.code;
    this.put(draft, leg, decided.value.next);
    return null;
  }

  private decide(draft: Draft, leg: string, input: LegInput, line = ''): readonly LegEffect[] {
    const { record } = draft.kept.legs[leg]!;
    const decided = this.parts.core.decideLeg(record, input);
    if (!decided.ok) return [];
    const { next, effects } = decided.value;
    this.put(draft, leg, next);
    if (next.payment === 'ordered' && record.payment !== 'ordered' && next.ordered !== '0')
      this.book(draft, orderedEntry(this.parts.me, next.leg.cycle, leg, moneyOf(next.leg, BigInt(next.ordered))));
    for (const effect of effects) this.carryOut(draft, next.leg, effect, line);
    return effects;
  }

  private carryOut(draft: Draft, leg: Leg, effect: LegEffect, line: string): void {
    const { me } = this.parts;
    switch (effect.kind) {
      case 'tell': {
        const body = { leg: leg.leg, currency: leg.currency, amount: `${effect.amount}`, valueDate };
        return this.parts.say(draft, effect.type === 'payment.sent' ? leg.to : leg.from, effect.type, body);
      }
      case 'booked':
        this.book(draft, receivedEntry(me, leg.cycle, line, moneyOf(leg, effect.amount), effect.isRecovery));
        return effect.isRecovery ? this.repay(draft, leg, effect.amount) : undefined;
      case 'suspense':
        return this.book(draft, suspenseEntry(me, line, moneyOf(leg, effect.amount)));
      case 'order':
      case 'closed':
        return;
    }
  }

  // --- default

  private stand(draft: Draft, leg: string, input: StandingInput): string | null {
    const { record } = draft.kept.legs[leg]!;
    const decided = this.parts.core.decideStanding(record, input);
    if (!decided.ok) return decided.refusal.code;
    this.put(draft, leg, decided.value.next);
    for (const effect of decided.value.effects) {
      if (effect.kind === 'tell-unpaid')
        this.parts.say(draft, record.leg.from, 'leg.unpaid', {
          leg,
          currency: record.leg.currency,
          missing: `${effect.missing}`,
        });
      if (effect.kind === 'call-fund') this.callFund(draft, record.leg, effect.missing);
    }
    return null;
  }

  /** Everybody computes the same call; the payee only says that it is due. */
  private callFund(draft: Draft, leg: Leg, missing: bigint): void {
    const { me } = this.parts;
    const computed = this.compute(draft.kept, leg, missing);
    if (computed === null) return;
    this.keepCall(draft, computed);
    this.book(draft, calledEntry(me, leg.cycle, leg.leg, moneyOf(leg, missing)));
    const result = fundCallHash(computed.call, hashOf);
    const declaration: Declaration = { what: 'fund.call', result };
    const signature = signDeclaration(
      declaration,
      draft.kept.roster.content.net,
      this.parts.declarationKey(draft.kept),
    );
    const call = this.parts.world.newId();
    const { leg: name, cycle, currency } = leg;
    const claims = { [leg.to]: `${missing}` };
    const body = { call, cycle, leg: name, currency, claims, shortfall: `${missing}`, result, signature };
    for (const peer of Object.keys(draft.kept.channels)) this.parts.say(draft, peer, 'fund.call', body);
    this.parts.say(draft, leg.from, 'limit.set', { currency: leg.currency, cap: '0' });
  }

  /** A word of the payee about a default; it is kept until the result that names the leg is known here. */
  heard(draft: Draft, word: FundWord): string | null {
    const leg = this.legNamed(draft.kept, word.leg);
    if (leg === null) {
      draft.put({ early: [...draft.kept.early, word] });
      return null;
    }
    if (leg.to !== word.from) return 'wrong-party';
    if (word.call) return this.called(draft, leg, word.call);
    this.recovered(draft, word.leg, word.repaid);
    return null;
  }

  /** Counted when the own computation gives the same. */
  private called(draft: Draft, leg: Leg, { shortfall, result, signature }: BodyOf<'fund.call'>): string | null {
    if (draft.kept.calls[leg.leg]) return null;
    const computed = this.compute(draft.kept, leg, BigInt(shortfall));
    if (computed === null || fundCallHash(computed.call, hashOf) !== result) return 'other-result';
    if (!this.parts.isDeclared(draft.kept, leg.to, { what: 'fund.call', result }, signature)) return 'bad-signature';
    this.keepCall(draft, computed);
    return null;
  }

  /** Words that came before the result they are about. */
  joinEarly(draft: Draft): void {
    const { early } = draft.kept;
    const isKnown = ({ leg }: FundWord): boolean => this.legNamed(draft.kept, leg) !== null;
    if (!early.some(isKnown)) return;
    draft.put({ early: early.filter((word) => !isKnown(word)) });
    for (const word of early.filter(isKnown)) this.heard(draft, word);
  }

  private repay(draft: Draft, leg: Leg, amount: bigint): void {
    this.recovered(draft, leg.leg, amount);
    const body = { call: this.parts.world.newId(), currency: leg.currency, amount: `${amount}`, ext: { leg: leg.leg } };
    for (const peer of Object.keys(draft.kept.channels)) this.parts.say(draft, peer, 'fund.repay', body);
  }

  private recovered(draft: Draft, leg: string, amount: bigint): void {
    const known = draft.kept.calls[leg];
    if (!known) return;
    const back = this.parts.core.recover(amount, known.borne);
    const call = { ...known, borne: lessen(known.borne, back), repaid: known.repaid + amount };
    draft.put({ calls: { ...draft.kept.calls, [leg]: call } });
  }

  private compute(kept: Kept, leg: Leg, missing: bigint): { call: FundCall; borne: Waterfall } | null {
    const { fund } = kept.roster.content;
    const claims = { [leg.to]: missing };
    const stakes = (fund?.stakes ?? []).filter(({ currency }) => currency === leg.currency);
    const shares = this.parts.core.waterfall({
      amount: missing,
      defaulter: leg.from,
      stakes: Object.fromEntries(stakes.map(({ node, amount }) => [node, BigInt(amount)])),
      usable: percent(fund?.eventSharePercent ?? '0'),
      claims,
    });
    return shares.ok ? { call: fundCallOf(leg, missing, shares.value), borne: shares.value } : null;
  }

  private keepCall(draft: Draft, { call, borne }: { call: FundCall; borne: Waterfall }): void {
    draft.put({ calls: { ...draft.kept.calls, [call.leg]: { call, borne, repaid: 0n } } });
    const share = (borne.mutual[this.parts.me] ?? 0n) + (borne.loss[this.parts.me] ?? 0n);
    const own = call.defaulter === this.parts.me ? borne.own : 0n;
    if (share + own > 0n)
      this.book(draft, borneEntry(this.parts.me, call.leg, new Money(share + own, call.currency as CurrencyCode)));
  }

  private legNamed(kept: Kept, name: string): Leg | null {
    for (const cycle of this.parts.cycles) for (const leg of this.legsOf(kept, cycle)) if (leg.leg === name) return leg;
    return null;
  }

  private legsOf(kept: Kept, cycle: CycleId): readonly Leg[] {
    const { final } = kept.cycles[cycle]!.state;
    return final === null ? [] : allLegs(final, this.parts.federationOf(kept, cycle), hashOf);
  }

  private put(draft: Draft, leg: string, record: KeptLeg['record']): void {
    const { legs } = draft.kept;
    draft.put({ legs: { ...legs, [leg]: { ...legs[leg]!, record } } });
  }

  private book(draft: Draft, entry: Kept['books'][number]): void {
    draft.put({ books: [...draft.kept.books, entry] });
  }
}

const moneyOf = ({ currency }: Leg, amount: bigint): Money => new Money(amount, currency as CurrencyCode);
