import fc from 'fast-check';
import { Money, money } from '@passerelle/values';
import {
  type Cap,
  accept,
  acceptBatch,
  confirm,
  discharge,
  exposureOf,
  exposureUnder,
  letGo,
  netDebitCap,
  reserve,
  used,
  warningOf,
} from './limits.js';
import { type PairMessage, type PairRecord, applyToPair, emptyRecord } from './pair-record.js';
import { digest } from './testing/canonical.js';
import { owes } from './testing/debts.js';
import { amina } from './testing/conversation.js';

const cap: Cap = { creditor: 'be', debtor: 'fr', amount: money('50000.00', 'EUR') };
const open = { ...exposureUnder(cap), agreed: money('48500.00', 'EUR') };

describe('a limit', () => {
  it('refuses what would pass it and says how much is missing', () => {
    expect(accept(open, money('2000.00', 'EUR'))).toMatchObject({
      refusal: { code: 'limit', missing: money('500.00', 'EUR') },
    });
    expect(reserve(open, money('1500.01', 'EUR'))).toMatchObject({ refusal: { missing: money('0.01', 'EUR') } });
    expect(accept(open, money('1500.00', 'EUR'))).toMatchObject({ ok: true });
  });

  it('refuses everything when no cap was granted', () => {
    const none = exposureUnder({ ...cap, amount: money('0.00', 'EUR') });
    expect(accept(none, money('0.01', 'EUR')).ok).toBe(false);
  });

  it('judges each item of a batch against the balance after those before it', () => {
    const amounts = ['1000.00', '600.00', '500.00', '0.01'].map((amount) => money(amount, 'EUR'));
    const { exposure, items } = acceptBatch(open, amounts);
    expect(items.map(({ ok }) => ok)).toEqual([true, false, true, false]);
    expect(exposure.agreed).toEqual(money('50000.00', 'EUR'));
  });

  it('keeps room for own proposals until they are answered', () => {
    const reserved = reserve(open, money('1500.00', 'EUR'));
    if (!reserved.ok) throw new Error(reserved.refusal.detail);
    expect(accept(reserved.value, money('0.01', 'EUR')).ok).toBe(false);
    expect(used(confirm(reserved.value, money('1500.00', 'EUR')))).toEqual(money('50000.00', 'EUR'));
    expect(used(letGo(reserved.value, money('1500.00', 'EUR')))).toEqual(open.agreed);
    expect(used(discharge(open, money('48500.00', 'EUR'))).isZero()).toBe(true);
  });

  it.each([
    ['34999.99', 'none'],
    ['35000.00', 'above-70'],
    ['44999.99', 'above-70'],
    ['45000.00', 'above-90'],
    ['50000.00', 'above-90'],
  ])('at %s of 50000.00 warns: %s', (amount, warning) => {
    expect(warningOf({ ...open, agreed: money(amount, 'EUR') })).toBe(warning);
  });

  it('bounds a debtor to the sum of what all creditors granted in the currency', () => {
    const caps: Cap[] = [
      cap,
      { creditor: 'se', debtor: 'fr', amount: money('10000.00', 'EUR') },
      { creditor: 'se', debtor: 'fr', amount: money('10000.00', 'SEK') },
      { creditor: 'fr', debtor: 'be', amount: money('7.00', 'EUR') },
    ];
    expect(netDebitCap(caps, 'fr', 'EUR')).toEqual(money('60000.00', 'EUR'));
  });

  it('counts what is owed, and own proposals that may still be accepted', () => {
    const owed = [
      owes('fr', 'be', '100', { state: 'agreed' }),
      owes('fr', 'be', '20', { state: 'held' }),
      owes('fr', 'be', '3', { state: 'settled' }),
      owes('be', 'fr', '9000'),
      owes('fr', 'be', '400', { state: 'proposed', proposer: 'be' }),
      owes('fr', 'be', '5000', { state: 'proposed', proposer: 'fr' }),
      owes('fr', 'be', '60000', { state: 'withdrawn', proposer: 'be', withdrawSeq: 7 }),
    ];
    const seen = (seenByPeer: number) => exposureOf(cap, owed, { me: 'be', seenByPeer });
    expect(seen(6)).toMatchObject({ agreed: money('1.20', 'EUR'), reserved: money('604.00', 'EUR') });
    expect(seen(7)).toMatchObject({ agreed: money('1.20', 'EUR'), reserved: money('4.00', 'EUR') });
  });
});

/** One side of a pair that keeps the rule: it reserves before it proposes, and checks before it accepts. */
class Side {
  record: PairRecord = emptyRecord(['be', 'fr']);
  readonly said: { seq: number; ack: number; message: PairMessage }[] = [];
  heard = 0;
  seenByPeer = 0;

  constructor(readonly me: 'be' | 'fr') {}

  exposure() {
    return exposureOf({ ...cap, amount: small }, Object.values(this.record.obligations), this);
  }

  say(message: PairMessage): void {
    const said = { seq: this.said.length + 1, ack: this.heard, message };
    const step = applyToPair(this.record, { ...message, from: this.me, ...said }, digest);
    if (!step.ok) return;
    this.record = step.value.record;
    this.said.push(said);
  }

  hear({ seq, ack, message }: Side['said'][number], from: 'be' | 'fr'): void {
    this.heard = seq;
    this.seenByPeer = ack;
    const step = applyToPair(this.record, { ...message, from, seq, ack }, digest);
    if (step.ok) this.record = step.value.record;
  }

  propose(id: string, amount: bigint): void {
    if (!reserve(this.exposure(), new Money(amount, 'EUR')).ok) return;
    this.say({ type: 'obligation.propose', body: { ...amina, obligation: id, amount: `${amount}` } });
  }

  /** Answers the oldest open proposal of the other side. */
  answer(): void {
    const open = Object.values(this.record.obligations).find(
      (one) => one.state === 'proposed' && one.proposer !== this.me,
    );
    if (open === undefined) return;
    const { obligation, amount } = open.terms;
    if (accept(this.exposure(), new Money(BigInt(amount), 'EUR')).ok)
      this.say({ type: 'obligation.accept', body: { obligation, terms: open.hash, cycle: '2026-08' } });
    else this.say({ type: 'obligation.reject', body: { obligation, code: 'limit' } });
  }

  withdraw(): void {
    const open = Object.values(this.record.obligations).find(
      (one) => one.state === 'proposed' && one.proposer === this.me,
    );
    if (open) this.say({ type: 'obligation.withdraw', body: { obligation: open.terms.obligation } });
  }
}

const small = new Money(100n, 'EUR');

describe('no sequence of accepts', () => {
  const act = fc.record({
    isBe: fc.boolean(),
    act: fc.constantFrom('propose', 'propose', 'answer', 'answer', 'withdraw', 'hear', 'hear'),
    amount: fc.bigInt({ min: 1n, max: 60n }),
  });

  it('passes a cap on either side, whatever crosses on its way', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const [be, fr] = [new Side('be'), new Side('fr')];
        for (const [index, { isBe, act: does, amount }] of acts.entries()) {
          const [side, other] = isBe ? [be, fr] : [fr, be];
          const next = other.said[side.heard];
          if (does === 'propose') side.propose(`obligation-${index}`, amount);
          else if (does === 'hear' && next) side.hear(next, other.me);
          else if (does === 'answer') side.answer();
          else if (does === 'withdraw') side.withdraw();
          for (const one of [be, fr]) expect(used(one.exposure()).isMoreThan(small)).toBe(false);
        }
      }),
      { numRuns: 250 },
    );
  });
});
