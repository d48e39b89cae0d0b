import { type VatTreatment, vatOn } from '@passerelle/coordination';
import { type Draft, type Transaction, account, transaction } from '@passerelle/ledger';
import {
  type CountryCode,
  type CurrencyCode,
  Money,
  type PlainDate,
  type Rate,
  type Result,
  addDays,
  ok,
  refuse,
  sum,
} from '@passerelle/values';
import type { Client, ClientId } from '../../clients/client.js';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import type { Mission } from '../../missions/mission.js';
import { dueRounding } from '../../papers/invoice-draft.js';
import { type DocumentRefusal, type Invoice, type InvoiceId, type InvoiceLine, dueOf } from './invoice.js';
import { type Ordinal, numberOf, referenceOf } from './numbers.js';
import type { Undecided } from '../vat/vat.js';

/** Why the invoice of a mission is not made; it waits until a person has changed what the reason names. */
export type BillRefusal =
  | Undecided
  | { readonly kind: 'price-in-another-currency'; readonly price: CurrencyCode; readonly books: CurrencyCode }
  | { readonly kind: 'no-term'; readonly on: PlainDate }
  | DocumentRefusal;

export interface Billing {
  readonly mission: Mission;
  readonly client: Client;
  readonly entity: LegalEntity;
  readonly issuedOn: PlainDate;
  /** Days the client has to pay, by policy; null when nobody has decided it for that day. */
  readonly termDays: number | null;
  readonly vat: Result<VatTreatment, Undecided>;
  /** The invoice that was taken back and is billed anew, or null. */
  readonly replaces: InvoiceId | null;
}

/** What will be billed: everything but the number, which is taken only when nothing stands against it. */
export type Bill = Omit<Invoice, 'id' | 'number' | 'reference' | 'paid' | 'setOff' | 'isTakenBack'>;

/** Decides what a mission is billed as, or why that cannot be decided. */
export function bill({
  mission,
  client,
  entity,
  issuedOn,
  termDays,
  vat,
  replaces,
}: Billing): Result<Bill, BillRefusal> {
  const { terms } = mission;
  const { currency } = entity;
  if (terms.price.currency !== currency)
    return refuse({ kind: 'price-in-another-currency', price: terms.price.currency, books: currency });
  if (termDays === null) return refuse({ kind: 'no-term', on: issuedOn });
  if (!vat.ok) return vat;
  const { name, country, vatNumber, address, language } = client;
  return ok({
    entity: entity.id,
    mission: mission.id,
    client: client.id,
    buyer: { name, country, vatNumber, address, language },
    member: mission.member,
    issuedOn,
    dueOn: addDays(issuedOn, termDays),
    tax: { ...vat.value, sellerVatNumber: entity.vatNumber },
    replaces,
    ...rounded(totalsOf([lineOf(mission, vat.value.rate)], currency), entity.country),
  });
}

/** The document of a bill under its number. */
export const invoiceOf = (bill: Bill, id: InvoiceId, entity: LegalEntity, ordinal: Ordinal): Invoice => ({
  ...bill,
  id,
  number: numberOf(ordinal),
  reference: referenceOf({ seller: entity.country, buyer: bill.buyer.country, currency: bill.gross.currency }, ordinal),
  paid: Money.zero(bill.gross.currency),
  setOff: Money.zero(bill.gross.currency),
  isTakenBack: false,
});

/** What the books say of it: the client owes the gross amount, of which the VAT is the State's. */
export function issuedPostings(invoice: Invoice, id: string): Transaction {
  const draft = transaction({
    id,
    entity: invoice.entity,
    day: invoice.issuedOn,
    kind: 'invoice-issued',
    cause: `invoice:${invoice.id}`,
    text: `Invoice ${invoice.number} to ${invoice.buyer.name}`,
  })
    .debit(receivable(invoice.client), dueOf(invoice))
    .credit(account('sales'), invoice.net)
    .creditUnlessZero(account('vat.output'), invoice.vat);
  return roundedUp(draft, invoice.rounding).mustBuild();
}

/** What rounding adds to a receivable is income, what it takes off a cost. */
export const roundedUp = (draft: Draft, rounding: Money): Draft =>
  rounding.isNegative()
    ? draft.debit(account('rounding'), rounding.negated())
    : draft.creditUnlessZero(account('rounding'), rounding);

/** What a client owes. */
export const receivable = (client: ClientId) => account('client', client);

/** The totals with what the custom of the seller’s country rounds the sum by. */
export const rounded = <Totals extends { readonly gross: Money }>(
  totals: Totals,
  seller: CountryCode,
): Totals & { readonly rounding: Money } => ({
  ...totals,
  rounding: dueRounding(totals.gross, seller) ?? Money.zero(totals.gross.currency),
});

/** VAT is rounded line by line, half up; the totals are sums of the lines. */
export function totalsOf(
  lines: readonly InvoiceLine[],
  currency: CurrencyCode,
): Pick<Invoice, 'lines' | 'net' | 'vat' | 'gross'> {
  const net = sum(
    lines.map((line) => line.net),
    currency,
  );
  const vat = sum(
    lines.map((line) => line.vat),
    currency,
  );
  return { lines, net, vat, gross: net.plus(vat) };
}

export const taxed = (line: { text: string; days: number; net: Money }, vatRate: Rate | null): InvoiceLine => ({
  ...line,
  vatRate,
  vat: vatOn(line.net, vatRate).vat,
});

/** A mission has one agreed price, whatever days are reported of it. */
function lineOf({ terms }: Mission, vatRate: Rate | null): InvoiceLine {
  const { work, worker, first, last, place, days, price } = terms;
  const text = `${work} · ${worker.name} · ${place.town}, ${first === last ? first : `${first} – ${last}`} · ${terms.reference}`;
  return taxed({ text, days, net: price }, vatRate);
}
