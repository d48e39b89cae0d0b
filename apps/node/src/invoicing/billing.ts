import { type VatTreatment, vatOn } from '@passerelle/coordination';
import { transaction, account, type Transaction } from '@passerelle/ledger';
import {
  type CurrencyCode,
  type Money,
  type PlainDate,
  type Rate,
  type Result,
  addDays,
  ok,
  refuse,
  sum,
} from '@passerelle/values';
import type { Client, ClientId } from '../clients/client.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Mission } from '../missions/mission.js';
import type { Invoice, InvoiceId, InvoiceLine } from './invoice.js';
import { type Ordinal, numberOf, referenceOf } from './numbers.js';
import type { Undecided } from './vat.js';

/** Why the invoice of a mission is not made; it waits until a person has changed what the reason names. */
export type BillRefusal =
  | Undecided
  | { readonly kind: 'price-in-another-currency'; readonly price: CurrencyCode; readonly books: CurrencyCode }
  | { readonly kind: 'no-term'; readonly on: PlainDate };

export interface Billing {
  readonly mission: Mission;
  readonly client: Client;
  readonly entity: LegalEntity;
  readonly issuedOn: PlainDate;
  /** Days the client has to pay, by policy; null when nobody has decided it for that day. */
  readonly termDays: number | null;
  readonly vat: Result<VatTreatment, Undecided>;
}

/** What will be billed: everything but the number, which is taken only when nothing stands against it. */
export type Bill = Omit<Invoice, 'id' | 'number' | 'reference' | 'paid'>;

/** Decides what a mission is billed as, or why that cannot be decided. */
export function bill({ mission, client, entity, issuedOn, termDays, vat }: Billing): Result<Bill, BillRefusal> {
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
    ...totalsOf([lineOf(mission, vat.value.rate)], currency),
  });
}

/** The document of a bill under its number. */
export const invoiceOf = (bill: Bill, id: InvoiceId, entity: LegalEntity, ordinal: Ordinal): Invoice => ({
  ...bill,
  id,
  number: numberOf(ordinal),
  reference: referenceOf(entity.country, ordinal),
  paid: bill.gross.minus(bill.gross),
});

/** What the books say of it: the client owes the gross amount, of which the VAT is the State's. */
export const issuedPostings = (invoice: Invoice, id: string): Transaction =>
  transaction({
    id,
    entity: invoice.entity,
    day: invoice.issuedOn,
    kind: 'invoice-issued',
    cause: `invoice:${invoice.id}`,
    text: `Invoice ${invoice.number} to ${invoice.buyer.name}`,
  })
    .debit(receivable(invoice.client), invoice.gross)
    .credit(account('sales'), invoice.net)
    .creditUnlessZero(account('vat.output'), invoice.vat)
    .mustBuild();

/** What a client owes. */
export const receivable = (client: ClientId) => account('client', client);

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
