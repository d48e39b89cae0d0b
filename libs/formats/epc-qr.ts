import { type Money, type Result, ok, refuse } from '@passerelle/values';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { isRf } from './references.js';

/** A credit transfer in euro that a banking app fills in from the code. */
export interface SepaTransfer {
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
  readonly amount: Money;
  /** An RF reference; an OGM goes into the text. */
  readonly rf?: string;
  readonly text?: string;
}

export interface SepaCodeRefusal {
  readonly kind: 'not-payable-by-code';
  readonly field: keyof SepaTransfer;
  readonly detail: string;
}

const limits = { name: 70, text: 140, bytes: 331, least: 1n, most: 99_999_999_999n } as const;

/**
 * The text of the payment square (EPC069-12, version 2, UTF-8). Names are cut to 70 characters; everything else that does
 * not fit is refused, because half a reference finds no invoice.
 */
export function sepaCode(transfer: SepaTransfer): Result<string, SepaCodeRefusal> {
  const fault = faultOf(transfer);
  if (fault) return refuse({ kind: 'not-payable-by-code', ...fault });
  const { name, iban, bic = '', amount, rf = '', text = '' } = transfer;
  const shortName = Array.from(name).slice(0, limits.name).join('').trim();
  const lines = ['BCD', '002', '1', 'SCT', bic, shortName, iban, `EUR${amount.toDecimal()}`, '', rf, text];
  const code = lines.join('\n').trimEnd();
  if (new TextEncoder().encode(code).length <= limits.bytes) return ok(code);
  return refuse({ kind: 'not-payable-by-code', field: 'text', detail: 'The code holds more than 331 bytes.' });
}

function faultOf({ name, iban, bic, amount, rf, text }: SepaTransfer): Omit<SepaCodeRefusal, 'kind'> | undefined {
  if (name.trim() === '' || hasBreak(name)) return { field: 'name', detail: 'The name is empty or has several lines.' };
  if (!isValidIBAN(iban)) return { field: 'iban', detail: `"${iban}" is not an IBAN.` };
  if (bic !== undefined && !isValidBIC(bic)) return { field: 'bic', detail: `"${bic}" is not a BIC.` };
  if (amount.currency !== 'EUR') return { field: 'amount', detail: 'The code pays in euro only.' };
  if (amount.minor < limits.least || amount.minor > limits.most)
    return { field: 'amount', detail: 'The amount is not from 0.01 to 999999999.99 euro.' };
  if (rf !== undefined && text !== undefined)
    return { field: 'text', detail: 'The code carries a reference or a text, not both.' };
  if (rf !== undefined && !isRf(rf)) return { field: 'rf', detail: `"${rf}" is not an RF reference.` };
  if (text !== undefined && (hasBreak(text) || Array.from(text).length > limits.text))
    return { field: 'text', detail: 'The text has several lines or more than 140 characters.' };
  return undefined;
}

const hasBreak = (text: string): boolean => /[\r\n]/.test(text);
