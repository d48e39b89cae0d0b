import type { VatTreatment } from '@passerelle/coordination';
import {
  type DraftLine,
  type InvoiceDraft,
  type InvoiceNote,
  type InvoiceParty,
  type InvoicePayment,
  type PaymentReference,
  identifiersOf,
  makeInvoice,
  printOgm,
} from '@passerelle/formats';
import type { Language } from '@passerelle/rules';
import { type CountryCode, Money, mulDiv } from '@passerelle/values';
import { lineVat } from './line-vat.js';
import { creditTermsWords, latePaymentWords } from './words/invoice.js';

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
  const sides = { seller: sellerOf(seller, isOutOfScope), buyer: partyOf(buyer, isOutOfScope) };
  const profile = sides.buyer.endpoint === null ? 'core' : seller.address.country === 'FR' ? 'france' : 'peppol';
  const exact: InvoiceDraft = {
    ...same,
    ...sides,
    profile,
    notes: seller.address.country === 'FR' ? frenchNotes(sides.buyer, language) : [],
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

const sellerOf = ({ legalForm, ...side }: Bill['seller'], isOutOfScope: boolean): InvoiceParty => ({
  ...partyOf(side, isOutOfScope),
  legalForm,
  // Swedish buyers withhold tax from sellers who do not say that they pay their own.
  taxRegistration: side.address.country === 'SE' ? 'Godkänd för F-skatt' : null,
});

/** Recovery costs, late payment, discount, and by which route a French platform reports the document. */
function frenchNotes(buyer: InvoiceParty, language: Language): readonly InvoiceNote[] {
  const codes = ['PMT', 'PMD', 'AAB'] as const;
  const isFrench = buyer.address.country === 'FR';
  const isBusiness = buyer.vatNumber !== null || buyer.legalId !== null;
  const route = `${isBusiness ? 'B2B' : 'B2C'}${isFrench ? '' : 'INT'}`;
  return [...codes.map((code) => ({ code, text: latePaymentWords[code][language] })), { code: 'BAR', text: route }];
}

const printed = (reference: PaymentReference): string =>
  reference.kind === 'ogm' ? printOgm(reference) : reference.value;

function roundingOf(draft: InvoiceDraft): Money | null {
  const exact = makeInvoice(draft);
  return exact.ok ? wholeKronor(exact.value.totals.due, draft.seller.address.country) : null;
}

/** Swedish invoices in kronor are paid in whole kronor, half up; the tax keeps its öre. Null where nothing is rounded. */
export function wholeKronor(due: Money, seller: CountryCode): Money | null {
  if (due.currency !== 'SEK' || seller !== 'SE') return null;
  const whole: Money = new Money(mulDiv(due.minor, 1n, 100n, 'halfUp') * 100n, due.currency);
  return whole.equals(due) ? null : whole.minus(due);
}
