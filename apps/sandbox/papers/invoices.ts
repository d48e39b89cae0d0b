import { type CustomerStatus, type VatTreatment, vatTreatment } from '@passerelle/coordination';
import { type InvoiceDocument, makeInvoice } from '@passerelle/formats';
import type { Language } from '@passerelle/rules';
import { type CurrencyCode, Money, money } from '@passerelle/values';
import { numberOf, referenceOf } from '../../node/src/invoicing/invoices/numbers.js';
import { type Bill, type BilledSide, invoiceDraft } from '../../node/src/papers/invoice-draft.js';
import { type PaperCountry, type PaperLine, clients } from './countries.js';
import { type Cooperative, cooperative, days } from './scene.js';

/** An invoice with the file it goes to and who reads it. */
export interface PaperInvoice {
  readonly file: string;
  readonly language: Language;
  readonly locale: string;
  readonly invoice: InvoiceDocument;
}

interface Buyer extends BilledSide {
  readonly language: Language;
  readonly locale: string;
}

interface InvoiceCase {
  readonly file: string;
  readonly ordinal: number;
  readonly buyer: Buyer;
  readonly currency: CurrencyCode;
  readonly lines: readonly PaperLine[];
}

/** One invoice of every treatment, and a credit note that takes the first one back. */
export function invoicesOf(country: PaperCountry): readonly PaperInvoice[] {
  const seller = cooperative(country.land);
  const { currency } = seller;
  const partner = cooperative(country.partner.land);
  const home = clients[country.land];
  const cases: readonly InvoiceCase[] = [
    { file: 'invoice-domestic', ordinal: 1, buyer: home, currency, lines: country.domestic },
    {
      file: 'invoice-reverse-charge',
      ordinal: 2,
      buyer: clients[country.abroad.land],
      currency: 'EUR',
      lines: [country.abroad.line],
    },
    { file: 'invoice-exempt', ordinal: 3, buyer: home, currency, lines: [country.exempt] },
    {
      file: 'invoice-between-cooperatives',
      ordinal: 4,
      buyer: { ...partner, email: null, language: 'fr', locale: 'fr-BE' },
      currency: 'EUR',
      lines: [country.partner.line],
    },
  ];
  const [domestic, ...others] = cases;
  return [...[domestic!, ...others].map((one) => invoiceOf(country, one)), creditNoteOf(country, domestic!)];
}

function invoiceOf(country: PaperCountry, one: InvoiceCase): PaperInvoice {
  const seller = cooperative(country.land);
  const number = numberOf({ year: 2026, ordinal: one.ordinal });
  return finished(country, one, {
    kind: 'invoice',
    number,
    issuedOn: days.issued,
    dueOn: days.due,
    preceding: [],
    paymentTerms: null,
    payment: {
      account: accountOf(country, seller, one.currency),
      reference: referenceOf(
        { seller: seller.country, buyer: one.buyer.address.country, currency: one.currency },
        { year: 2026, ordinal: one.ordinal },
      ),
    },
  });
}

/** It has its own series, and says what it takes back. */
function creditNoteOf(country: PaperCountry, one: InvoiceCase): PaperInvoice {
  const number = numberOf({ year: 2026, ordinal: one.ordinal });
  return finished(
    country,
    { ...one, file: 'credit-note' },
    {
      kind: 'credit-note',
      number: `CN-${number}`,
      issuedOn: days.credited,
      dueOn: null,
      preceding: [{ number, issuedOn: days.issued }],
      paymentTerms: null,
      payment: null,
    },
  );
}

type Issued = Pick<Bill, 'kind' | 'number' | 'issuedOn' | 'dueOn' | 'preceding' | 'paymentTerms' | 'payment'>;

function finished(country: PaperCountry, { file, buyer, currency, lines }: InvoiceCase, issued: Issued): PaperInvoice {
  const seller = cooperative(country.land);
  const { language, locale, name, vatNumber, address, email } = buyer;
  const agreement = `${country.land}-2026-0001`;
  const made = makeInvoice(
    invoiceDraft({
      ...issued,
      currency,
      order: null,
      period: { first: days.first, last: days.last },
      prepaid: null,
      // Reverse charge: no VAT in the books either, but a Swedish return is in kronor and the document says so.
      vatInBooks: currency === seller.currency ? null : Money.zero(seller.currency),
      agreement,
      language,
      seller: { ...seller, email: null, legalForm: country.legalForm },
      buyer: { name, vatNumber, address, email },
      lines: lines.map((line) => ({
        name: line.name,
        description: line.description,
        quantity: line.days,
        unit: 'DAY',
        net: money(line.net, currency),
        period: { first: days.first, last: days.last },
        treatment: treatmentOf(line, { seller, buyer }),
      })),
    }),
  );
  if (made.ok) return { file, language, locale, invoice: made.value };
  const faults = made.refusal.faults.map(({ rule, detail }) => `${rule}: ${detail}`).join(' ');
  throw new Error(`${country.land}/${file} is not an invoice: ${faults}`);
}

const business: CustomerStatus = 'taxable';

function treatmentOf(line: PaperLine, { seller, buyer }: { seller: Cooperative; buyer: Buyer }): VatTreatment {
  const answer = vatTreatment({
    on: days.issued,
    supplier: { country: seller.country },
    customer: { country: buyer.address.country, status: business, vatIdValid: true, receivingEstablishment: null },
    supply: { kind: line.kind, place: buyer.address.country, virtual: false, rateClass: line.rateClass },
    language: buyer.language,
  });
  if (answer.ok) return answer.value;
  throw new Error(`"${line.name}" has no treatment: ${JSON.stringify(answer.refusal)}`);
}

const accountOf = (
  { bankgiro }: PaperCountry,
  { iban, bic }: Cooperative,
  currency: CurrencyCode,
): NonNullable<Bill['payment']>['account'] =>
  bankgiro !== null && currency === 'SEK' ? { kind: 'bankgiro', number: bankgiro } : { kind: 'iban', iban, bic };
