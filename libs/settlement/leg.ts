import { type Result, ok, refuse } from '@passerelle/values';
import type { NodeId } from './federation.js';
import type { Leg } from './netting.js';

/** How far the payer is: nothing done; wants to pay; has looked and not found; has ordered; the payee was told. */
export type PaymentState = 'due' | 'intended' | 'looked-up' | 'ordered' | 'sent';

/** How the leg stands against its dates. */
export type LegStanding = 'on-time' | 'late' | 'unpaid' | 'defaulted';

/** One payment of a result as payer or payee keeps it; amounts are minor units as decimal text. */
export interface LegRecord {
  readonly leg: Leg;
  readonly payment: PaymentState;
  /** All that the payer says it has ordered so far. */
  readonly ordered: string;
  /** All that the payee has seen on its own bank statement so far. Only this closes the leg. */
  readonly received: string;
  readonly standing: LegStanding;
}

export const paymentMoves: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  due: ['intended', 'sent'],
  intended: ['looked-up', 'ordered'],
  // Back to intended after a restart: whatever was being ordered then is found, or not, by looking again.
  'looked-up': ['ordered', 'intended'],
  ordered: [],
  sent: [],
};

export type LegInput =
  /** Payer: step 1, the wish to pay is committed before anything is done. */
  | { readonly kind: 'pay' }
  /**
   * Payer: step 2, what carries the leg's reference on the own statement and among the orders at the bank.
   * `isComplete` when both cover everything ordered until now; without that nothing is ordered.
   */
  | { readonly kind: 'looked-up'; readonly seen: bigint; readonly isComplete: boolean }
  /** Payer: step 3 is done, the bank has taken the order. */
  | { readonly kind: 'ordered'; readonly amount: bigint }
  /** Payer: the program started again. */
  | { readonly kind: 'restarted' }
  /** Payee: the payer says it has ordered so much in all. */
  | { readonly kind: 'said-sent'; readonly from: NodeId; readonly amount: bigint }
  /** Payee: a credit with the leg's reference on the own statement. */
  | { readonly kind: 'credited'; readonly amount: bigint }
  /** Payer: the payee says it has seen so much in all. */
  | { readonly kind: 'said-received'; readonly from: NodeId; readonly amount: bigint };

export type LegEffect =
  /** Order a transfer with the leg's id as end-to-end reference. */
  | { readonly kind: 'order'; readonly reference: string; readonly amount: bigint }
  /** Send `payment.sent` or `payment.received` with all that was ordered or seen so far. */
  | { readonly kind: 'tell'; readonly type: 'payment.sent' | 'payment.received'; readonly amount: bigint }
  /** So much of the money belongs to this leg; `isRecovery` when it had been given up. */
  | { readonly kind: 'booked'; readonly amount: bigint; readonly isRecovery: boolean }
  /** More than the leg: to the suspense account and a person, never to a guess. */
  | { readonly kind: 'suspense'; readonly amount: bigint }
  | { readonly kind: 'closed' };

export interface LegRefusal {
  readonly code: 'wrong-party' | 'not-now' | 'too-much';
  readonly detail: string;
}

export type LegDecision = Result<{ readonly next: LegRecord; readonly effects: readonly LegEffect[] }, LegRefusal>;

export const newLeg = (leg: Leg): LegRecord => ({
  leg,
  payment: 'due',
  ordered: '0',
  received: '0',
  standing: 'on-time',
});

export const missingOf = ({ leg, received }: LegRecord): bigint => BigInt(leg.amount) - BigInt(received);

/** The one word for the whole: money that came in counts more than dates, and dates more than promises. */
export function legState(record: LegRecord): PaymentState | LegStanding | 'partial' | 'received' {
  if (missingOf(record) === 0n) return 'received';
  if (record.standing !== 'on-time') return record.standing;
  return record.received === '0' ? record.payment : 'partial';
}

/** What a payment becomes. The caller commits the new state with the effects' messages and postings. */
export function decideLeg(record: LegRecord, input: LegInput): LegDecision {
  switch (input.kind) {
    case 'pay':
      return record.payment === 'due' ? done({ ...record, payment: 'intended' }) : done(record);
    case 'looked-up':
      return lookedUp(record, input.seen, input.isComplete);
    case 'ordered':
      return ordered(record, input.amount);
    case 'restarted':
      return done(record.payment === 'looked-up' ? { ...record, payment: 'intended' } : record);
    case 'said-sent':
      return saidSent(record, input.from, input.amount);
    case 'credited':
      return credited(record, input.amount);
    case 'said-received':
      return saidReceived(record, input.from, input.amount);
  }
}

/** The leg that a reference on a statement line names, whatever spaces the bank put into it. */
export const matchReference = <T extends { readonly leg: Leg }>(reference: string, legs: readonly T[]): T | undefined =>
  legs.find(({ leg }) => leg.leg === reference.replaceAll(/\s/g, '').toUpperCase());

/** What was ordered before is found here, so nothing is ordered twice, whenever the program stopped. */
function lookedUp(record: LegRecord, seen: bigint, isComplete: boolean): LegDecision {
  if (record.payment !== 'intended') return no('not-now', `a leg that is ${record.payment} is not looked up`);
  const rest = BigInt(record.leg.amount) - seen;
  if (rest <= 0n) return orderedInAll(record, seen);
  // An unfinished look says nothing about what is not there.
  if (!isComplete) return done(record);
  return done({ ...record, payment: 'looked-up', ordered: `${seen}` }, [
    { kind: 'order', reference: record.leg.leg, amount: rest },
  ]);
}

function ordered(record: LegRecord, amount: bigint): LegDecision {
  if (record.payment !== 'looked-up') return no('not-now', `a leg that is ${record.payment} is not ordered`);
  return orderedInAll(record, BigInt(record.ordered) + amount);
}

const orderedInAll = (record: LegRecord, amount: bigint): LegDecision =>
  done({ ...record, payment: 'ordered', ordered: `${amount}` }, [{ kind: 'tell', type: 'payment.sent', amount }]);

/** A promise: it moves no money here. */
function saidSent(record: LegRecord, from: NodeId, amount: bigint): LegDecision {
  if (from !== record.leg.from) return no('wrong-party', `${from} does not pay this leg`);
  if (amount <= BigInt(record.ordered)) return done(record);
  return done({ ...record, payment: 'sent', ordered: `${amount}` });
}

function credited(record: LegRecord, amount: bigint): LegDecision {
  const missing = missingOf(record);
  const booked = amount < missing ? amount : missing;
  const effects: LegEffect[] = [];
  const received = BigInt(record.received) + booked;
  if (booked > 0n) {
    effects.push({ kind: 'booked', amount: booked, isRecovery: record.standing === 'defaulted' });
    effects.push({ kind: 'tell', type: 'payment.received', amount: received });
  }
  if (amount > booked) effects.push({ kind: 'suspense', amount: amount - booked });
  if (booked > 0n && booked === missing) effects.push({ kind: 'closed' });
  return done({ ...record, received: `${received}` }, effects);
}

function saidReceived(record: LegRecord, from: NodeId, amount: bigint): LegDecision {
  if (from !== record.leg.to) return no('wrong-party', `${from} is not paid by this leg`);
  if (amount > BigInt(record.leg.amount)) return no('too-much', `the leg is over ${record.leg.amount}, not ${amount}`);
  const more = amount - BigInt(record.received);
  if (more <= 0n) return done(record);
  const next = { ...record, received: `${amount}` };
  const booked: LegEffect = { kind: 'booked', amount: more, isRecovery: record.standing === 'defaulted' };
  return done(next, missingOf(next) === 0n ? [booked, { kind: 'closed' }] : [booked]);
}

const done = (next: LegRecord, effects: readonly LegEffect[] = []): LegDecision => ok({ next, effects });

const no = (code: LegRefusal['code'], detail: string): LegDecision => refuse({ code, detail });
