import { createRequire } from 'node:module';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { rule } from './rule.js';

/** An account number of ISO 13616 with good check digits, without spaces: `BE68539007547034`. */
export const IsIban = rule('isIban', (value) => typeof value === 'string' && isValidIBAN(value));

/** A bank of ISO 9362: `GKCCBEBB`. */
export const IsBic = rule('isBic', (value) => typeof value === 'string' && isValidBIC(value));

/** A VAT number with its prefix and good check digits, without spaces or dots: `BE0428759497`. */
export const IsVatNumber = rule('isVatNumber', (value) => typeof value === 'string' && isVatNumber(value));

const require = createRequire(import.meta.url);

/** The numbers of a hundred countries take longer to read than all else behind the doors: not before one is asked about. */
const vatRules = (): typeof import('stdnum').euVat => (require('stdnum') as typeof import('stdnum')).euVat;

/** A country that the library cannot check is refused, not guessed. Greece writes EL. */
function isVatNumber(text: string): boolean {
  if (!/^[A-Z]{2}[0-9A-Z]{5,13}$/.test(text)) return false;
  const prefix = text.slice(0, 2);
  const validators = vatRules()[prefix === 'EL' ? 'GR' : prefix] ?? [];
  return validators.some((validator) => validator.validate(text).isValid);
}
