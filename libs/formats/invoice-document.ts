import type { CountryCode, CurrencyCode, Money, PlainDate, Rate } from '@passerelle/values';

/** S taxed, Z taxed at zero, E exempt, AE the buyer owes the tax, O outside the scope of the tax (UNCL 5305). */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'O';

/**
 * To whom the document is sent. `peppol`: Peppol BIS Billing 3. `france`: EN 16931 with what the French reform adds.
 * `core`: EN 16931 and nothing more, for buyers without an electronic address, who get paper.
 */
export type InvoiceProfile = 'peppol' | 'xp-z12-012' | 'core';

/** A number in a register, and the register: ISO 6523 and the list of electronic addresses (`0208`, `0007`, `0225`). */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** Seller or buyer. BT numbers are those of EN 16931: seller first, buyer second. */
export interface InvoiceParty {
  /** BT-27, BT-44. */
  readonly name: string;
  /** BT-34, BT-49. */
  readonly endpoint: Identifier | null;
  /** BT-30, BT-47. */
  readonly legalId: Identifier | null;
  /** BT-31, BT-48. */
  readonly vatNumber: string | null;
  /** BT-32, seller only: `Godkänd för F-skatt`. */
  readonly taxRegistration: string | null;
  /** BT-33, seller only: legal form, capital, register. */
  readonly legalForm: string | null;
  readonly address: InvoiceAddress;
  /** BT-43, BT-58. */
  readonly email: string | null;
}

export interface InvoiceAddress {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: CountryCode;
}

/** Days on which the work was done. */
export interface InvoicePeriod {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** Why no tax is charged. The code is one of the VATEX list. */
export interface VatExemption {
  readonly code: string | null;
  readonly text: string;
}

export interface LineVat {
  readonly category: VatCategory;
  /** Null outside the scope of the tax, and only there. */
  readonly rate: Rate | null;
  readonly exemption: VatExemption | null;
}

export interface DraftLine {
  /** BT-153. */
  readonly name: string;
  /** BT-154. */
  readonly description: string | null;
  /** BT-129, a decimal text with at most four decimals. */
  readonly quantity: string;
  /** BT-130 of UN/ECE recommendation 20: DAY, HUR, C62 (one), LS (lump sum). */
  readonly unit: 'DAY' | 'HUR' | 'C62' | 'LS';
  /** BT-131, without VAT. */
  readonly net: Money;
  readonly vat: LineVat;
  readonly period: InvoicePeriod | null;
}

export interface InvoiceLineItem extends DraftLine {
  /** BT-126, counted from 1. */
  readonly id: string;
  /** BT-146, with as many decimals as quantity × price needs to give the net amount to the cent. */
  readonly price: string;
}

/** Where the buyer pays, and what is written on the transfer (BT-83). */
export interface InvoicePayment {
  readonly account:
    | { readonly kind: 'iban'; readonly iban: string; readonly bic: string | null }
    | { readonly kind: 'bankgiro'; readonly number: string };
  readonly holder: string;
  readonly remittance: string;
}

export interface InvoiceNote {
  /** Subject of UNCL 4451: PMT, PMD, AAB, BAR. */
  readonly code: string | null;
  readonly text: string;
}

/** The tax of one category and rate (BG-23). */
export interface VatSubtotal extends LineVat {
  readonly base: Money;
  readonly vat: Money;
}

export interface InvoiceTotals {
  /** BT-106 and BT-109. */
  readonly net: Money;
  /** BT-110. */
  readonly vat: Money;
  /** BT-112. */
  readonly gross: Money;
  /** BT-115. */
  readonly due: Money;
}

/** What a seller says; amounts that follow from it are not said twice. */
export interface InvoiceDraft {
  /** BT-3: 380 or 381. A credit note has positive amounts. */
  readonly kind: 'invoice' | 'credit-note';
  readonly profile: InvoiceProfile;
  /** BT-1. */
  readonly number: string;
  /** BT-2. */
  readonly issuedOn: PlainDate;
  /** BT-9. */
  readonly dueOn: PlainDate | null;
  /** BT-5. */
  readonly currency: CurrencyCode;
  /** BG-1. */
  readonly notes: readonly InvoiceNote[];
  /** BT-10. */
  readonly buyerReference: string | null;
  /** BT-12, the agreement that is billed. */
  readonly contract: string | null;
  /** BT-13. */
  readonly order: string | null;
  /** BG-3: what a credit note takes back. */
  readonly preceding: readonly { readonly number: string; readonly issuedOn: PlainDate }[];
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  /** BG-14. */
  readonly period: InvoicePeriod | null;
  readonly payment: InvoicePayment | null;
  /** BT-20. */
  readonly paymentTerms: string | null;
  readonly lines: readonly DraftLine[];
  /** BT-113. */
  readonly prepaid: Money | null;
  /** BT-114, such as to whole kronor. VAT is never rounded so. */
  readonly rounding: Money | null;
  /** BT-111: the VAT in the currency of the seller's tax return, when the document is in another. */
  readonly vatInBooks: Money | null;
}

/** An invoice or credit note with all that follows from its lines, checked. `makeInvoice` is the only way to one. */
export interface InvoiceDocument extends Omit<InvoiceDraft, 'lines'> {
  readonly lines: readonly InvoiceLineItem[];
  readonly vatBreakdown: readonly VatSubtotal[];
  readonly totals: InvoiceTotals;
}
