import type { VatTreatment } from '@passerelle/coordination';
import {
  type DraftLine,
  type InvoiceDraft,
  type InvoiceParty,
  type InvoicePayment,
  type PaymentReference,
  identifiersOf,
  makeInvoice,
  printOgm,
} from '@passerelle/formats';
import { type Invoicing, type Language, type NotedBuyer, countryOf } from '@passerelle/rules';
import { notesFor } from '@passerelle/rules/kit';
import { type CountryCode, Money, mulDiv } from '@passerelle/values';
import { lineVat } from './line-vat.js';
import { creditTermsWords } from './words/invoice.js';

/** Seller or buyer as the node knows them; the rest follows from the VAT number. */
export interface BilledSide {
  readonly name: string;
  readonly vatNumber: string | null;
  readonly address: {
    readonly street: string;
    readonly postcode: string;
    readonly town: string;
    readonly country: CountryCode;
  };
  readonly email: string | null;
}

export interface BilledLine extends Omit<DraftLine, 'vat'> {
  readonly treatment: VatTreatment;
}

/** What is billed, as the rooms of the node know it. */
export interface Bill extends Pick<
  InvoiceDraft,
  | 'kind'
  | 'number'
  | 'issuedOn'
  | 'dueOn'
  | 'currency'
  | 'order'
  | 'preceding'
  | 'period'
  | 'paymentTerms'
  | 'prepaid'
  | 'vatInBooks'
> {
  /** The agreement that is billed, `be-2026-0001`; the buyer knows it by the same name. */
  readonly agreement: string;
  /** The buyer’s language, in which the mentions are. */
  readonly language: Language;
  readonly seller: BilledSide & {
    /** Legal form, capital, seat: what its country asks to be printed. */
    readonly legalForm: string | null;
  };
  readonly buyer: BilledSide;
  readonly lines: readonly BilledLine[];
  /** What the books rounded it by; left out, what the custom of the seller's country makes of it. */
  readonly rounding?: Money | null;
  /** Null on a credit note, on which nothing is asked for. */
  readonly payment: { readonly account: InvoicePayment['account']; readonly reference: PaymentReference } | null;
}

/** The document of a bill, with what the seller's country asks of it. `makeInvoice` says whether the rules are kept. */
export function invoiceDraft(bill: Bill): InvoiceDraft {
  const { agreement, language, seller, buyer, payment, rounding, ...same } = bill;
  const lines = bill.lines.map(({ treatment, ...line }) => ({ ...line, vat: lineVat(treatment, language) }));
  const isOutOfScope = lines.some(({ vat }) => vat.category === 'O');
  const invoicing = invoicingOf(seller.address.country);
  const sides = {
    seller: {
      ...partyOf(seller, isOutOfScope),
      legalForm: seller.legalForm,
      taxRegistration: invoicing.taxRegistration,
    },
    buyer: partyOf(buyer, isOutOfScope),
  };
  const exact: InvoiceDraft = {
    ...same,
    ...sides,
    profile: sides.buyer.endpoint === null ? 'core' : invoicing.profile,
    notes: notesFor(invoicing, notedOf(sides.buyer), language),
    paymentTerms: bill.paymentTerms ?? (bill.kind === 'credit-note' ? creditTermsWords[language] : null),
    buyerReference: agreement,
    contract: agreement,
    payment: payment && { account: payment.account, holder: seller.name, remittance: printed(payment.reference) },
    lines,
    rounding: null,
  };
  return { ...exact, rounding: rounding === undefined ? roundingOf(exact) : rounding };
}

/** Outside the scope of VAT the document shows no VAT numbers; who the parties are is then said by their registers. */
function partyOf({ name, vatNumber, address, email }: BilledSide, isOutOfScope: boolean): InvoiceParty {
  const numbers = vatNumber === null ? undefined : identifiersOf(vatNumber);
  return {
    name,
    endpoint: numbers?.ok ? numbers.value.endpoint : null,
    legalId: numbers?.ok ? numbers.value.legalId : null,
    vatNumber: isOutOfScope ? null : vatNumber,
    taxRegistration: null,
    legalForm: null,
    address,
    email,
  };
}

const notedOf = ({ address, vatNumber, legalId }: InvoiceParty): NotedBuyer => ({
  country: address.country,
  isBusiness: vatNumber !== null || legalId !== null,
});

const printed = (reference: PaymentReference): string =>
  reference.kind === 'ogm' ? printOgm(reference) : reference.value;

function roundingOf(draft: InvoiceDraft): Money | null {
  const exact = makeInvoice(draft);
  return exact.ok ? dueRounding(exact.value.totals.due, draft.seller.address.country) : null;
}

/** What the custom of the seller's country adds to what is due, or takes off; null where nothing is rounded. */
export function dueRounding(due: Money, seller: CountryCode): Money | null {
  const unit = invoicingOf(seller).dueRoundedTo;
  if (unit === null || due.currency !== unit.currency) return null;
  const whole = new Money(mulDiv(due.minor, 1n, unit.minor, 'halfUp') * unit.minor, due.currency);
  return whole.equals(due) ? null : whole.minus(due);
}

/** Only legal entities of countries whose law is known are founded at a node. */
function invoicingOf(seller: CountryCode): Invoicing {
  const law = countryOf(seller);
  if (!law) throw new RangeError(`A seller in ${seller}, whose law this release does not know`);
  return law.invoicing;
}
