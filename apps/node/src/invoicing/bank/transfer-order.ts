import type { Cause, TransactionId } from '@passerelle/ledger';
import type { Money, PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLineId } from './bank-line.js';

export type TransferId = string & { readonly __transfer: true };

/** Money that a legal entity has decided to send, once. It is `bank.transit` until our own statement shows it. */
export interface TransferOrder {
  readonly id: TransferId;
  readonly entity: EntityId;
  /** The end-to-end reference by which the transfer is found on a statement, at most 35 characters, normalised. */
  readonly reference: string;
  readonly to: Payee;
  readonly amount: Money;
  /** Why: `payslip:<id>`, `leg:<id>`. Two orders never have the same cause. */
  readonly cause: Cause;
  readonly day: PlainDate;
  /** What the order was booked with. */
  readonly transaction: TransactionId;
  /** The line of our statement that shows it; null while it is on its way. */
  readonly seenOn: BankLineId | null;
}

export interface Payee {
  readonly name: string;
  readonly iban: string;
}
