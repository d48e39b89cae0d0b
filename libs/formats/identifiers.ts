import { type Result, ok, refuse } from '@passerelle/values';
import type { Identifier } from './invoice-document.js';

/** The numbers by which registers and networks know a company that has a VAT number. */
export interface CompanyIdentifiers {
  readonly legalId: Identifier | null;
  readonly endpoint: Identifier;
}

export interface IdentifierRefusal {
  readonly kind: 'unknown-identifier';
  readonly detail: string;
}

/** A company's number and its electronic address, read from its VAT number, check digits included. */
export function identifiersOf(vatNumber: string): Result<CompanyIdentifiers, IdentifierRefusal> {
  const [, land = '', number = ''] = /^([A-Z]{2})([0-9A-Z+*]{2,12})$/.exec(vatNumber) ?? [];
  const reader = readers[land];
  const found = reader?.(number) ?? (byVatNumber[land] && { legalId: null, endpoint: addressOf(land, vatNumber) });
  if (found) return ok(found);
  return refuse({
    kind: 'unknown-identifier',
    detail: `"${vatNumber}" is no VAT number from which an electronic address can be made.`,
  });
}

const readers: Readonly<Record<string, (number: string) => CompanyIdentifiers | undefined>> = {
  BE: (number) => (isBelgianNumber(number) ? same('0208', number) : undefined),
  SE: (number) => {
    const organisation = number.slice(0, 10);
    return /^\d{10}01$/.test(number) && isSwedishNumber(organisation) ? same('0007', organisation) : undefined;
  },
  FR: (number) => {
    const siren = number.slice(2);
    if (!isSiren(siren)) return undefined;
    return { legalId: { scheme: '0002', value: siren }, endpoint: { scheme: '0225', value: siren } };
  },
};

const same = (scheme: string, value: string): CompanyIdentifiers => ({
  legalId: { scheme, value },
  endpoint: { scheme, value },
});

/** Schemes of electronic addresses that are VAT numbers, where a country has no register of its own in the network. */
const byVatNumber: Readonly<Record<string, string>> = {
  AT: '9914',
  DE: '9930',
  ES: '9920',
  IT: '0211',
  LU: '9938',
  NL: '9944',
  PT: '9946',
};

const addressOf = (land: string, vatNumber: string): Identifier => ({ scheme: byVatNumber[land]!, value: vatNumber });

/** Enterprise number: ten digits, of which the last two are 97 less the remainder of the first eight. */
export const isBelgianNumber = (number: string): boolean =>
  /^[01]\d{9}$/.test(number) && 97n - (BigInt(number.slice(0, 8)) % 97n) === BigInt(number.slice(8));

/** Organisation number: ten digits with the check digit of Luhn. */
export const isSwedishNumber = (number: string): boolean => /^\d{10}$/.test(number) && hasLuhnDigit(number);

/** Nine digits with the check digit of Luhn. */
export const isSiren = (number: string): boolean => /^\d{9}$/.test(number) && hasLuhnDigit(number);

/** Seven or eight digits with the check digit of Luhn. */
export const isBankgiro = (number: string): boolean => /^\d{7,8}$/.test(number) && hasLuhnDigit(number);

function hasLuhnDigit(digits: string): boolean {
  const total = Array.from(digits)
    .reverse()
    .reduce((so, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return so + (value > 9 ? value - 9 : value);
    }, 0);
  return total % 10 === 0;
}
