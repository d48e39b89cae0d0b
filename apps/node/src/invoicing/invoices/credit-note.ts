import { vatOn } from '@passerelle/coordination';
import { type Transaction, account, transaction } from '@passerelle/ledger';
import { type CurrencyCode, Money, type PlainDate, type Result, min, ok, refuse } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import { receivable } from './billing.js';
import { type Invoice, type InvoiceId, dueOf, openOf } from './invoice.js';
import { type Ordinal, numberOf } from './numbers.js';

export type CreditNoteId = string & { readonly __creditNote: true };

/** A document that takes back an invoice, whole or in part. Like the invoice it is never edited. */
export interface CreditNote {
  readonly id: CreditNoteId;
  readonly entity: EntityId;
  /** Of a series of its own, without a gap within the entity and the year: `CN-2026-0001`. */
  readonly number: string;
  readonly invoice: InvoiceId;
  readonly issuedOn: PlainDate;
  /** Why, in the words of the person who decided it; the client reads them. */
  readonly reason: string;
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
  /** What brings the last credit note of an invoice to exactly what was still asked for. */
  readonly rounding: Money;
  /** What of it was set off against what was open; the rest is the client's money. */
  readonly setOff: Money;
}

/** What earlier credit notes took back of an invoice. */
export interface CreditedSoFar {
  readonly net: Money;
  /** With VAT and rounding. */
  readonly due: Money;
}

export type CreditRefusal =
  | { readonly kind: 'taken-back'; readonly number: string }
  | { readonly kind: 'nothing-to-credit' }
  | { readonly kind: 'credit-in-another-currency'; readonly books: CurrencyCode }
  | { readonly kind: 'more-than-billed'; readonly left: Money };

export interface Crediting {
  readonly invoice: Invoice;
  readonly soFar: CreditedSoFar;
  /** Without VAT; null takes back all that is left. */
  readonly net: Money | null;
  readonly reason: string;
  readonly issuedOn: PlainDate;
}

/** What will be credited: everything but the number. */
export type Credit = Omit<CreditNote, 'id' | 'number'>;

/** Decides what a credit note says, or why there can be none. VAT goes back by the law under which it was charged. */
export function credit({ invoice, soFar, net: wanted, reason, issuedOn }: Crediting): Result<Credit, CreditRefusal> {
  const left = invoice.net.minus(soFar.net);
  if (left.isZero()) return refuse({ kind: 'taken-back', number: invoice.number });
  const net = wanted ?? left;
  if (net.currency !== left.currency) return refuse({ kind: 'credit-in-another-currency', books: left.currency });
  if (net.isZero()) return refuse({ kind: 'nothing-to-credit' });
  if (net.isMoreThan(left)) return refuse({ kind: 'more-than-billed', left });
  const { vat } = vatOn(net, invoice.lines[0]!.vatRate);
  const gross = net.plus(vat);
  const isLast = net.equals(left);
  const rounding = isLast ? dueOf(invoice).minus(soFar.due).minus(gross) : Money.zero(net.currency);
  const setOff = min(openOf(invoice), gross.plus(rounding));
  const { entity, id } = invoice;
  return ok({ entity, invoice: id, issuedOn, reason, net, vat, gross, rounding, setOff });
}

/** The credit note of a decision under its number. */
export const creditNoteOf = (decided: Credit, id: CreditNoteId, ordinal: Ordinal): CreditNote => ({
  ...decided,
  id,
  number: `CN-${numberOf(ordinal)}`,
});

/** The invoice's postings the other way; what the client has paid already becomes her money. */
export function creditPostings(note: CreditNote, invoice: Invoice, id: string): Transaction {
  const { gross, rounding, setOff } = note;
  const draft = transaction({
    id,
    entity: note.entity,
    day: note.issuedOn,
    kind: 'credit-note-issued',
    cause: `credit-note:${note.id}`,
    text: `Credit note ${note.number} for invoice ${invoice.number}`,
  })
    .debit(account('sales'), note.net)
    .debitUnlessZero(account('vat.output'), note.vat)
    .creditUnlessZero(receivable(invoice.client), setOff)
    .creditUnlessZero(account('client.credit', invoice.client), gross.plus(rounding).minus(setOff));
  return (
    rounding.isNegative()
      ? draft.credit(account('rounding'), rounding.negated())
      : draft.debitUnlessZero(account('rounding'), rounding)
  ).mustBuild();
}
