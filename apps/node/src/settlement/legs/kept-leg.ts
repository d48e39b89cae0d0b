import { type Cause, type Transaction, account, transaction } from '@passerelle/ledger';
import { type LegRecord, missingOf } from '@passerelle/settlement';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { NodeId } from '../../peers/received.js';
import { type Booked, clearingOf } from '../obligations/obligation.js';

/** A payment of a cycle's result that this node makes or gets. */
export interface KeptLeg {
  /** The end-to-end reference on the bank statement. */
  readonly id: string;
  /** The cycle whose result it pays, or the label of a pair that settles by itself. */
  readonly cycle: string;
  readonly role: 'payer' | 'payee';
  readonly peer: NodeId;
  readonly entity: EntityId;
  readonly record: LegRecord;
}

/** What a node said about a leg, kept although the leg may not be known here yet. `amount` is all so far, minor units. */
export interface PaymentWord {
  readonly leg: string;
  readonly by: NodeId;
  readonly kind: 'sent' | 'received' | 'unpaid';
  readonly amount: bigint;
}

export const currencyOf = ({ record }: KeptLeg): CurrencyCode => record.leg.currency as CurrencyCode;

export const moneyOf = (leg: KeptLeg, minor: bigint): Money => new Money(minor, currencyOf(leg));

export const isPaid = ({ record }: KeptLeg): boolean => missingOf(record) === 0n;

/** Nothing more is waited for: it is paid, or the payer's default is borne by the fund and the creditors. */
export const isDone = (leg: KeptLeg): boolean => isPaid(leg) || (leg.role === 'payee' && isDefaulted(leg));

export const isDefaulted = ({ record }: KeptLeg): boolean => record.standing === 'defaulted';

export const legCause = ({ id }: Pick<KeptLeg, 'id'>): Cause => `leg:${id}`;

const clearing = ({ cycle }: KeptLeg) => clearingOf(cycle);

/** The payer's transfer: what the cycle left to pay is on its way. */
export const orderedBooking = (leg: KeptLeg, amount: Money, { id, day }: Booked): Transaction =>
  transaction({
    id,
    day,
    entity: leg.entity,
    kind: 'leg-ordered',
    cause: legCause(leg),
    text: `Cycle ${leg.cycle} to ${leg.peer}`,
  })
    .debit(clearing(leg), amount)
    .credit(account('bank.transit'), amount)
    .mustBuild();

/** A line of the payer's own statement for a transfer that its books had forgotten. */
export const foundBooking = (
  leg: KeptLeg,
  line: { readonly id: string; readonly amount: Money },
  { id, day }: Booked,
) =>
  transaction({
    id,
    day,
    entity: leg.entity,
    kind: 'leg-found',
    cause: `bank-line:${line.id}`,
    text: `Cycle ${leg.cycle} to ${leg.peer}`,
  })
    .debit(clearing(leg), line.amount)
    .credit(account('suspense'), line.amount)
    .mustBuild();

/** Money on the payee's own statement. What is more than the leg is owed back and waits for a person. */
export const receivedBooking = (
  leg: KeptLeg,
  of: { readonly line: string; readonly amount: Money; readonly booked: Money },
  { id, day }: Booked,
): Transaction =>
  transaction({
    id,
    day,
    entity: leg.entity,
    kind: 'leg-received',
    cause: `bank-line:${of.line}`,
    text: `Cycle ${leg.cycle} from ${leg.peer}`,
  })
    .debit(account('suspense'), of.amount)
    // What was given up and comes after all is shared with those who bore it.
    .creditUnlessZero(isDefaulted(leg) ? account('fund.recovered') : clearing(leg), of.booked)
    .creditUnlessZero(account('overpaid', leg.peer), of.amount.minus(of.booked))
    .mustBuild();
