import type { CreditTransfer, PaymentBatch, PaymentFile } from '@passerelle/formats';
import type { CurrencyCode, PlainDate } from '@passerelle/values';
import { bankAddress } from '@passerelle/formats';
import type { AccountHolder, EntityId } from '../cooperative/legal-entity.js';
import type { Payee, TransferOrder } from '../invoicing/bank/transfer-order.js';
import type { PaymentTerms } from './payee-source.js';

export type PayoutId = string & { readonly __payout: true };

/** Withdrawn: every line was taken out again before anybody approved it. */
export type PayoutState = 'prepared' | 'approved' | 'withdrawn';

/** Transfers of one entity in one currency that go to its bank in one file: prepared by one person, approved by another. */
export interface Payout {
  readonly id: PayoutId;
  readonly entity: EntityId;
  readonly currency: CurrencyCode;
  readonly state: PayoutState;
  /** By the address with which they sign in, which no two accounts share. */
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly lines: readonly PayoutLine[];
}

export interface PayoutLine {
  readonly transfer: TransferOrder;
  /** As it was when the payout was prepared: this is what the second person approves. */
  readonly terms: PaymentTerms;
  /** When it was taken out, which frees its transfer for another payout; null while it is in. */
  readonly takenOutAt: Date | null;
}

export const linesIn = ({ lines }: Pick<Payout, 'lines'>): readonly PayoutLine[] =>
  lines.filter(({ takenOutAt }) => takenOutAt === null);

/** Why a line cannot go to the bank as it was prepared. */
export type LineChange =
  /** The payee has another account or name by now. */
  | { readonly kind: 'payee-changed'; readonly line: PayoutLine; readonly now: Payee }
  /** A statement of our own shows the transfer: it was paid without this file. */
  | { readonly kind: 'paid-already'; readonly line: PayoutLine };

/** What has changed about a line since it was prepared; undefined when nothing has. */
export function changeOf(line: PayoutLine, now: Payee): LineChange | undefined {
  if (line.transfer.seenOn !== null) return { kind: 'paid-already', line };
  const { name, iban } = line.terms.to;
  return name === now.name && iban === now.iban ? undefined : { kind: 'payee-changed', line, now };
}

const purposes: readonly PaymentBatch['purpose'][] = ['SALA', 'SUPP', 'INTC'];

/** The lines as orders to the bank of the payer, to be executed as soon as it can: one batch for each purpose. */
export function fileOf(
  { id, lines }: Pick<Payout, 'id' | 'lines'>,
  { payer, at, today }: { readonly payer: AccountHolder; readonly at: Date; readonly today: PlainDate },
): PaymentFile {
  const number = id.replaceAll('-', '').toUpperCase();
  const batchOf = (purpose: PaymentBatch['purpose']): PaymentBatch => ({
    id: `${purpose.slice(0, 2)}${number}`,
    on: today,
    purpose,
    payer: { name: payer.name, address: bankAddress(payer.address) },
    account: { kind: 'iban', iban: payer.iban, bic: payer.bic },
    transfers: linesIn({ lines })
      .filter(({ terms }) => terms.purpose === purpose)
      .map(orderOf),
  });
  return {
    id: `P${number}`,
    createdAt: at.toISOString(),
    initiator: payer.name,
    currency: payer.currency,
    batches: purposes.map(batchOf).filter(({ transfers }) => transfers.length > 0),
  };
}

/** Workers and partners give no address with their account; banks of the payment area do not ask for one. */
const orderOf = ({ transfer: { reference, amount }, terms: { to, text } }: PayoutLine): CreditTransfer => ({
  endToEndId: reference,
  amount,
  payee: { name: to.name, address: null },
  account: { kind: 'iban', iban: to.iban, bic: null },
  remittance: { kind: 'text', value: text },
});
