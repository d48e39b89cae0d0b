import { type CountryCode, type Result, ok, refuse } from '@passerelle/values';
import { type Reason, reason } from '../words.js';
import { hasGoodCheckDigits } from './check-digits.js';
import * as words from './number.words.js';
import { vatStateOf } from './territory.js';

/** What a text says as a VAT number. Format is never proof that the number exists: only VIES knows that. */
export interface ReadVatNumber {
  /** In capitals, without spaces and dots. */
  readonly number: string;
  /** The country that its prefix names (ISO 3166-1), or null when it names none of the Union's VAT system. */
  readonly country: CountryCode | null;
  readonly formatValid: boolean;
  /** Null where no check is known for the country. */
  readonly checkDigitsValid: boolean | null;
}

interface Format {
  readonly country: string;
  /** What follows the prefix. */
  readonly rest: RegExp;
}

const format = (country: string, rest: RegExp): Format => ({ country, rest });

/** By prefix, as VIES writes them. `XI` (Northern Ireland) stands for goods only. */
const formats: Readonly<Record<string, Format>> = {
  AT: format('AT', /^U\d{8}$/),
  BE: format('BE', /^[01]\d{9}$/),
  BG: format('BG', /^\d{9,10}$/),
  CY: format('CY', /^\d{8}[A-Z]$/),
  CZ: format('CZ', /^\d{8,10}$/),
  DE: format('DE', /^[1-9]\d{8}$/),
  DK: format('DK', /^\d{8}$/),
  EE: format('EE', /^\d{9}$/),
  EL: format('GR', /^\d{9}$/),
  ES: format('ES', /^(?!\d{9}$)[A-Z0-9]\d{7}[A-Z0-9]$/),
  FI: format('FI', /^\d{8}$/),
  FR: format('FR', /^[A-HJ-NP-Z0-9]{2}\d{9}$/),
  HR: format('HR', /^\d{11}$/),
  HU: format('HU', /^\d{8}$/),
  IE: format('IE', /^(\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/),
  IT: format('IT', /^\d{11}$/),
  LT: format('LT', /^(\d{9}|\d{12})$/),
  LU: format('LU', /^\d{8}$/),
  LV: format('LV', /^\d{11}$/),
  MT: format('MT', /^\d{8}$/),
  NL: format('NL', /^\d{9}B\d{2}$/),
  PL: format('PL', /^\d{10}$/),
  PT: format('PT', /^\d{9}$/),
  RO: format('RO', /^\d{2,10}$/),
  SE: format('SE', /^\d{10}01$/),
  SI: format('SI', /^\d{8}$/),
  SK: format('SK', /^\d{10}$/),
  XI: format('GB', /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/),
};

/** Reads a VAT number as people write it, with spaces or dots. */
export function readVatNumber(text: string): ReadVatNumber {
  const number = text.replace(/[ .\u00A0\u202F]/g, '').toUpperCase();
  const prefix = number.slice(0, 2);
  const known = Object.hasOwn(formats, prefix) ? formats[prefix] : undefined;
  if (!known) return { number, country: null, formatValid: false, checkDigitsValid: null };
  const country = known.country as CountryCode;
  const formatValid = known.rest.test(number.slice(2));
  return { number, country, formatValid, checkDigitsValid: formatValid ? hasGoodCheckDigits(number, country) : false };
}

/** A VAT number that cannot be the number of this buyer or seller: which rule it breaks, and what to do. */
export interface VatNumberRefusal {
  readonly kind: keyof typeof words.details;
  readonly rule: string;
  readonly detail: Reason;
  readonly remedy: Reason;
}

/** The number, written as VIES wants it, when it can be one of somebody established in the country. */
export function vatNumberIn(country: CountryCode, text: string): Result<string, VatNumberRefusal> {
  const read = readVatNumber(text);
  const params = { number: read.number, country, of: read.country ?? country };
  const no = (kind: VatNumberRefusal['kind'], rule: string) =>
    refuse({
      kind,
      rule,
      detail: reason(kind, words.details[kind], params),
      remedy: reason(`${kind}-remedy`, words.remedies[kind], params),
    });
  if (read.country === null) return no('vat-number-without-prefix', '2006/112 Art. 215');
  if (read.number.startsWith('XI')) return no('vat-number-for-goods-only', 'Northern Ireland Protocol, Art. 8');
  if (read.country !== vatStateOf(country)) return no('vat-number-of-another-country', '2006/112 Art. 214, 215');
  if (!read.formatValid) return no('vat-number-of-wrong-form', '2006/112 Art. 215; VIES');
  if (read.checkDigitsValid === false) return no('vat-number-with-wrong-check-digits', '2006/112 Art. 215; VIES');
  return ok(read.number);
}

/** What VIES said of a number, when it was asked. */
export interface ViesAnswer {
  readonly vatNumber: string;
  readonly valid: boolean;
}

/** Whether VIES confirms this number; null while it has not been asked about it. */
export const isConfirmedBy = (vatNumber: string | null, answer: ViesAnswer | null): boolean | null =>
  vatNumber !== null && answer?.vatNumber === vatNumber ? answer.valid : null;
