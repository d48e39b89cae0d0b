import { type Result, ok, refuse } from '@passerelle/values';

/** A payment reference that checks itself: Belgian OGM, ISO 11649 (RF), Swedish OCR. `value` has no separators. */
export interface PaymentReference {
  readonly kind: 'ogm' | 'rf' | 'ocr';
  readonly value: string;
}

export interface ReferenceRefusal {
  readonly kind: 'not-a-reference';
  readonly detail: string;
}

const refused = (detail: string): Result<never, ReferenceRefusal> => refuse({ kind: 'not-a-reference', detail });

/** Belgian structured communication (OGM, VCS) of a number of at most ten digits; its value has twelve. */
export function makeOgm(base: bigint): Result<PaymentReference, ReferenceRefusal> {
  if (base < 0n || base > 9_999_999_999n) return refused(`${base} has not from one to ten digits.`);
  const check = base % 97n || 97n;
  return ok({ kind: 'ogm', value: base.toString().padStart(10, '0') + check.toString().padStart(2, '0') });
}

/** The way it is printed: `+++090/9337/55493+++`. */
export const printOgm = ({ value }: PaymentReference): string =>
  `+++${value.slice(0, 3)}/${value.slice(3, 7)}/${value.slice(7)}+++`;

export function isOgm(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  return (BigInt(digits.slice(0, 10)) % 97n || 97n) === BigInt(digits.slice(10));
}

/** ISO 11649 creditor reference of at most 21 letters and digits. */
export function makeRf(base: string): Result<PaymentReference, ReferenceRefusal> {
  const text = base.toUpperCase();
  if (!/^[A-Z0-9]{1,21}$/.test(text)) return refused(`"${base}" has not from one to 21 letters and digits.`);
  const check = 98n - (asNumber(`${text}RF00`) % 97n);
  return ok({ kind: 'rf', value: `RF${check.toString().padStart(2, '0')}${text}` });
}

export const isRf = (text: string): boolean =>
  /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && asNumber(text.slice(4) + text.slice(0, 4)) % 97n === 1n;

/** In groups of four, as it is printed: `RF18 5390 0754 7034`. */
export const printRf = ({ value }: PaymentReference): string => value.replace(/(.{4})(?=.)/g, '$1 ');

/** Letters count from A = 10. */
const asNumber = (text: string): bigint =>
  BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)));

/**
 * Swedish OCR number of a number of at most 23 digits: a digit for the length, then a check digit. With the length a
 * lost or doubled digit is found, which the check digit alone may miss.
 */
export function makeOcr(base: string): Result<PaymentReference, ReferenceRefusal> {
  if (!/^\d{1,23}$/.test(base)) return refused(`"${base}" has not from one to 23 digits.`);
  const withLength = base + String((base.length + 2) % 10);
  return ok({ kind: 'ocr', value: withLength + String(luhnDigit(withLength)) });
}

/** Whether the check digit is right and, if asked, the length digit before it. */
export function isOcr(digits: string, hasLengthDigit: boolean): boolean {
  if (!/^\d{2,25}$/.test(digits)) return false;
  if (luhnDigit(digits.slice(0, -1)) !== Number(digits.slice(-1))) return false;
  return !hasLengthDigit || (digits.length > 2 && Number(digits.slice(-2, -1)) === digits.length % 10);
}

/** The digit that makes the sum of the digits, every second doubled from the right, a multiple of ten (Luhn). */
function luhnDigit(digits: string): number {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 2 : 1);
    total += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (total % 10)) % 10;
}

/**
 * A reference as people and banks write it, made comparable: spaces, plus, star, slash, dot and dash dropped, letters
 * large. The text must be the reference and nothing else.
 */
export function readReference(text: string): Result<PaymentReference, ReferenceRefusal> {
  const value = text.toUpperCase().replace(/[\s+*/.-]/g, '');
  if (isRf(value)) return ok({ kind: 'rf', value });
  if (isOgm(value)) return ok({ kind: 'ogm', value });
  if (isOcr(value, true)) return ok({ kind: 'ocr', value });
  return refused(`"${text}" is no OGM, RF or OCR reference: a digit is wrong, missing or too many.`);
}

/** What could be references in free text, in the order in which they stand, each once: for matching, never for proof. */
export function referencesIn(text: string): readonly PaymentReference[] {
  const upper = text.toUpperCase();
  const candidates = patterns
    .flatMap((pattern) => [...upper.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(([candidate]) => longestReference(candidate));
  const found = new Map<string, PaymentReference>();
  for (const reference of candidates)
    if (reference && !found.has(reference.value)) found.set(reference.value, reference);
  return [...found.values()];
}

const patterns = [
  /(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}(?![A-Z0-9])/g,
  /(?<![A-Z0-9])(?:\+{3}|\*{3})?\s*\d{3}\s*\/?\s*\d{4}\s*\/?\s*\d{5}(?![A-Z0-9])/g,
  /(?<![A-Z0-9])\d{3,25}(?![A-Z0-9])/g,
];

/** A reference printed in groups may be followed by words that look like one more group. */
function longestReference(candidate: string): PaymentReference | undefined {
  const groups = candidate.split(' ');
  for (let count = groups.length; count > 0; count -= 1) {
    const reference = readReference(groups.slice(0, count).join(''));
    if (reference.ok) return reference.value;
  }
  return undefined;
}
