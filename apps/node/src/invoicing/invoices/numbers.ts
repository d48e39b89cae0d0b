import assert from 'node:assert/strict';
import { type PaymentReference, makeOcr, makeOgm, makeRf, printOgm, printRf } from '@passerelle/formats';
import { countryOf } from '@passerelle/rules';
import type { CountryCode, CurrencyCode } from '@passerelle/values';

/** The place of an invoice among those of its entity and year, counted from 1 without a gap. */
export interface Ordinal {
  readonly year: number;
  readonly ordinal: number;
}

/** As it is printed: `2026-0001`. */
export const numberOf = ({ year, ordinal }: Ordinal): string => `${year}-${String(ordinal).padStart(4, '0')}`;

/** Most invoices of one entity in a year that a reference of each country has room for. */
const largest = 99_999_999;

const makers = { ogm: (digits: string) => makeOgm(BigInt(digits)), ocr: makeOcr, rf: makeRf } as const;

/** Between whom the money of an invoice goes, and in what. */
interface Way {
  readonly seller: CountryCode;
  readonly buyer: CountryCode;
  readonly currency: CurrencyCode;
}

/**
 * The reference the client writes on the transfer, unique within the entity: in the form that the seller's country
 * checks where its own banks carry it (a client at home, money of the country), else RF (ISO 11649), which every bank
 * of the SEPA area checks and a foreign one passes on.
 */
export function referenceOf({ seller, buyer, currency }: Way, { year, ordinal }: Ordinal): PaymentReference {
  assert(ordinal >= 1 && ordinal <= largest, `invoice ${ordinal} of ${year} has no room in a reference`);
  const digits = `${year % 100}`.padStart(2, '0') + String(ordinal).padStart(8, '0');
  const law = countryOf(seller);
  const isAtHome = buyer === seller && law?.currency === currency;
  const made = makers[isAtHome ? law.invoicing.paymentReference : 'rf'](digits);
  if (!made.ok) assert.fail(made.refusal.detail);
  return made.value;
}

/** A reference in the groups in which people copy it. */
export function printed(reference: PaymentReference): string {
  if (reference.kind === 'ogm') return printOgm(reference);
  return reference.kind === 'rf' ? printRf(reference) : reference.value;
}
