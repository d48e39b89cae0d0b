import { type Leg, type LegEffect, type LegInput, type StandingInput, newLeg } from '@passerelle/settlement';
import { day } from '@passerelle/values';
import type { Credit } from './bank.js';
import { moneyOf, orderedEntry, receivedEntry, suspenseEntry } from './books.js';
import { grace } from './calendar.js';
import { Defaults } from './defaults.js';
import type { Draft } from './disk.js';
import type { Kept, KeptLeg, PaymentFact } from './kept.js';
import type { NodeParts } from './node-parts.js';

const valueDate = day('2026-09-08');

/** Pays the legs of finals, sees what came in, and has the fund called for what did not. */
export class Payments {
  readonly defaults: Defaults;

  constructor(private readonly parts: NodeParts) {
    this.defaults = new Defaults(parts);
  }

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
    this.defaults.joinEarly(draft);
    // Whether money is a payment or comes after a default is in words of ours that a restore may have forgotten.
    if (draft.kept.missing.length > 0) return;
    for (const credit of this.parts.bank.creditsAt(this.parts.me).slice(draft.kept.creditsSeen)) {
      draft.put({ creditsSeen: credit.id });
      this.credited(draft, credit);
    }
    for (const [leg, { role, since }] of Object.entries(draft.kept.legs)) {
      if (role === 'payer') continue;
      if (draft.kept.calls[leg]) this.stand(draft, leg, { kind: 'called-before' });
      const waited = this.parts.localNow() - since;
      if (waited >= grace.late) this.stand(draft, leg, { kind: 'payment-date-passed' });
      if (waited >= grace.unpaid) this.stand(draft, leg, { kind: 'grace-passed' });
      if (waited >= grace.unpaid + 60) this.stand(draft, leg, { kind: 'proof-checked', isGood: false });
    }
    this.defaults.tell(draft);
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
        return this.bookReceived(draft, leg, effect.amount, line);
      case 'suspense':
        return this.book(draft, suspenseEntry(me, line, moneyOf(leg, effect.amount)));
      case 'order':
      case 'closed':
        return;
    }
  }

  private bookReceived(draft: Draft, leg: Leg, amount: bigint, line: string): void {
    const recovered = this.defaults.recoveredIn(draft.kept, leg.leg, amount);
    const parts = { received: amount - recovered, recovered };
    for (const [kind, part] of Object.entries(parts))
      if (part > 0n)
        this.book(draft, receivedEntry(this.parts.me, leg.cycle, line, moneyOf(leg, part), kind === 'recovered'));
  }

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
      if (effect.kind === 'call-fund') this.defaults.call(draft, record.leg, effect.missing);
    }
    return null;
  }

  private put(draft: Draft, leg: string, record: KeptLeg['record']): void {
    const { legs } = draft.kept;
    draft.put({ legs: { ...legs, [leg]: { ...legs[leg]!, record } } });
  }

  private book(draft: Draft, entry: Kept['books'][number]): void {
    draft.put({ books: [...draft.kept.books, entry] });
  }
}
