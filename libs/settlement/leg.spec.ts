import fc from 'fast-check';
import { decideStanding } from './default.js';
import {
  type LegEffect,
  type LegInput,
  type LegRecord,
  type PaymentState,
  decideLeg,
  legState,
  matchReference,
  missingOf,
  newLeg,
  paymentMoves,
} from './leg.js';
import type { Leg } from './netting.js';

const leg: Leg = {
  leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ',
  cycle: '2026-08',
  from: 'fr',
  to: 'de',
  currency: 'EUR',
  amount: '100000',
};

/** The record after the inputs, with everything that had to be done. */
function after(...inputs: readonly LegInput[]): { readonly record: LegRecord; readonly effects: readonly LegEffect[] } {
  let record = newLeg(leg);
  const effects: LegEffect[] = [];
  for (const input of inputs) {
    const decision = decideLeg(record, input);
    if (!decision.ok) throw new Error(decision.refusal.detail);
    record = decision.value.next;
    effects.push(...decision.value.effects);
  }
  return { record, effects };
}

const absent: LegInput = { kind: 'looked-up', seen: 0n, isComplete: true };
const ordered: LegInput = { kind: 'ordered', amount: 100000n };

describe('the payer of a leg', () => {
  it('wants, looks, orders what it did not find, and tells the payee', () => {
    const { record, effects } = after({ kind: 'pay' }, absent, ordered);
    expect(effects).toEqual([
      { kind: 'order', reference: leg.leg, amount: 100000n },
      { kind: 'tell', type: 'payment.sent', amount: 100000n },
    ]);
    expect(legState(record)).toBe('ordered');
  });

  it('after a restart looks again and finds what it had ordered', () => {
    const { record, effects } = after(
      { kind: 'pay' },
      absent,
      { kind: 'restarted' },
      {
        kind: 'looked-up',
        seen: 100000n,
        isComplete: false,
      },
    );
    expect(effects.filter(({ kind }) => kind === 'order')).toHaveLength(1);
    expect(effects.at(-1)).toEqual({ kind: 'tell', type: 'payment.sent', amount: 100000n });
    expect(record.payment).toBe('ordered');
  });

  it('orders nothing while its view of the bank is incomplete', () => {
    const { record, effects } = after({ kind: 'pay' }, { kind: 'looked-up', seen: 0n, isComplete: false });
    expect(effects).toEqual([]);
    expect(record.payment).toBe('intended');
  });

  it('orders only the rest of what it had paid in part', () => {
    const { record, effects } = after(
      { kind: 'pay' },
      { kind: 'looked-up', seen: 40000n, isComplete: true },
      { kind: 'ordered', amount: 60000n },
    );
    expect(effects[0]).toEqual({ kind: 'order', reference: leg.leg, amount: 60000n });
    expect(record.ordered).toBe('100000');
  });

  it('is refused to order without having looked', () => {
    expect(decideLeg(newLeg(leg), ordered)).toMatchObject({ refusal: { code: 'not-now' } });
    expect(decideLeg(newLeg(leg), absent)).toMatchObject({ refusal: { code: 'not-now' } });
    expect(decideLeg(after({ kind: 'pay' }).record, ordered)).toMatchObject({ refusal: { code: 'not-now' } });
    expect(decideLeg(after({ kind: 'pay' }, absent).record, absent)).toMatchObject({ refusal: { code: 'not-now' } });
  });

  it('never pays twice, wherever the program stops and whatever the bank has recorded by then', () => {
    const step = fc.constantFrom('restart', 'look', 'look', 'order', 'order and stop');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let record = after({ kind: 'pay' }).record;
        let bank = 0n;
        let toOrder = 0n;
        const take = (input: LegInput) => {
          const decision = decideLeg(record, input);
          if (!decision.ok) return;
          record = decision.value.next;
          for (const effect of decision.value.effects) if (effect.kind === 'order') toOrder = effect.amount;
        };
        for (const does of steps) {
          if (does === 'look') take({ kind: 'looked-up', seen: bank, isComplete: true });
          else if (does !== 'restart' && toOrder > 0n) {
            bank += toOrder;
            if (does === 'order') take({ kind: 'ordered', amount: toOrder });
            toOrder = 0n;
          }
          // A stopped program forgets what it was about to order.
          if (does === 'restart' || does === 'order and stop') {
            toOrder = 0n;
            take({ kind: 'restarted' });
          }
          expect(bank <= 100000n).toBe(true);
        }
      }),
    );
  });
});

describe('the payee of a leg', () => {
  it('closes it only by its own bank statement', () => {
    const told = after({ kind: 'said-sent', from: 'fr', amount: 100000n });
    expect(legState(told.record)).toBe('sent');
    expect(missingOf(told.record)).toBe(100000n);
    const { record, effects } = after({ kind: 'credited', amount: 100000n });
    expect(legState(record)).toBe('received');
    expect(effects).toEqual([
      { kind: 'booked', amount: 100000n, isRecovery: false },
      { kind: 'tell', type: 'payment.received', amount: 100000n },
      { kind: 'closed' },
    ]);
  });

  it('keeps the rest open when the amount is partial', () => {
    const { record } = after({ kind: 'credited', amount: 30000n });
    expect([legState(record), missingOf(record)]).toEqual(['partial', 70000n]);
    const { effects } = after({ kind: 'credited', amount: 30000n }, { kind: 'credited', amount: 70000n });
    expect(effects.at(-2)).toEqual({ kind: 'tell', type: 'payment.received', amount: 100000n });
    expect(effects.at(-1)).toEqual({ kind: 'closed' });
  });

  it('puts what is too much aside', () => {
    const { record, effects } = after({ kind: 'credited', amount: 100001n }, { kind: 'credited', amount: 5n });
    expect(missingOf(record)).toBe(0n);
    expect(effects.filter(({ kind }) => kind === 'suspense')).toEqual([
      { kind: 'suspense', amount: 1n },
      { kind: 'suspense', amount: 5n },
    ]);
  });

  it('believes only the two parties of the leg, and repeats change nothing', () => {
    const record = newLeg(leg);
    expect(decideLeg(record, { kind: 'said-sent', from: 'de', amount: 1n })).toMatchObject({
      refusal: { code: 'wrong-party' },
    });
    expect(decideLeg(record, { kind: 'said-received', from: 'fr', amount: 1n })).toMatchObject({
      refusal: { code: 'wrong-party' },
    });
    expect(decideLeg(record, { kind: 'said-received', from: 'de', amount: 100001n })).toMatchObject({
      refusal: { code: 'too-much' },
    });
    const said: LegInput = { kind: 'said-received', from: 'de', amount: 100000n };
    expect(after(said, said).effects).toEqual([
      { kind: 'booked', amount: 100000n, isRecovery: false },
      { kind: 'closed' },
    ]);
  });

  it('finds the leg by its reference, with the spaces a bank puts in, and nothing by another', () => {
    expect(matchReference('MZXW 6YTB OI2D KNRX GAYT CMRT GQ', [{ leg }])).toEqual({ leg });
    expect(matchReference('mzxw6ytboi2dknrxgaytcmrtgq', [{ leg }])).toEqual({ leg });
    expect(matchReference('MZXW6YTBOI2DKNRXGAYTCMRTGA', [{ leg }])).toBeUndefined();
    expect(matchReference('', [{ leg }])).toBeUndefined();
  });
});

describe('the states of a payment', () => {
  it('are all reached, by moves of the table only', () => {
    const walks: readonly (readonly LegInput[])[] = [
      [{ kind: 'pay' }, absent, { kind: 'restarted' }, absent, ordered],
      [{ kind: 'pay' }, { kind: 'looked-up', seen: 100000n, isComplete: true }],
      [{ kind: 'said-sent', from: 'fr', amount: 5n }],
    ];
    const reached = new Set<PaymentState>();
    for (const walk of walks)
      for (const length of walk.keys()) {
        const [before, now] = [after(...walk.slice(0, length)), after(...walk.slice(0, length + 1))].map(
          ({ record }) => record.payment,
        ) as [PaymentState, PaymentState];
        expect(paymentMoves[before]).toContain(now);
        reached.add(before).add(now);
      }
    expect([...reached].sort()).toEqual(Object.keys(paymentMoves).sort());
  });

  it('count less than a date that has passed, and a date less than the money', () => {
    const late = decideStanding(after({ kind: 'pay' }).record, { kind: 'payment-date-passed' });
    if (!late.ok) throw new Error(late.refusal.detail);
    expect(legState(late.value.next)).toBe('late');
    const paid = decideLeg(late.value.next, { kind: 'credited', amount: 100000n });
    expect(paid.ok && legState(paid.value.next)).toBe('received');
  });
});
