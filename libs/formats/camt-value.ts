import { type CurrencyCode, Money, type PlainDate, decimalsOf, isCurrencyCode, isPlainDate } from '@passerelle/values';
import type { XmlElement } from './xml.js';

/** Why a bank file is not read: what, in which line, and what to do. */
export interface CamtRefusal {
  readonly kind:
    | 'too-large'
    | 'not-xml'
    | 'entities'
    | 'wrong-format'
    | 'wrong-version'
    | 'missing'
    | 'not-an-amount'
    | 'unknown-currency'
    | 'wrong-currency'
    | 'not-a-date'
    | 'not-a-direction';
  /** Counted from 1; null where the file was not opened. */
  readonly line: number | null;
  readonly detail: string;
}

/** Carries a refusal out of the depth of a document; `readCamt` turns it into the answer. */
export class CamtFault extends Error {
  readonly refusal: CamtRefusal;

  constructor(kind: CamtRefusal['kind'], at: XmlElement, detail: string) {
    super(detail);
    this.refusal = { kind, line: at.line, detail };
  }
}

/** The element at a path that must be there. */
export function needed(element: XmlElement, ...path: readonly string[]): XmlElement {
  const found = element.child(...path);
  if (found) return found;
  throw new CamtFault('missing', element, `<${path.join('/')}> is missing in <${element.name}>.`);
}

export function currencyOf(element: XmlElement, code: string | undefined): CurrencyCode {
  if (isCurrencyCode(code)) return code;
  throw new CamtFault('unknown-currency', element, `"${code ?? ''}" is not a currency that a cooperative uses.`);
}

/**
 * An amount without its sign. The format allows five decimals; what is smaller than the currency's smallest unit must
 * be zero, because a cent cannot be divided in the books.
 */
export function amountOf(element: XmlElement): Money {
  const currency = currencyOf(element, element.attribute('Ccy'));
  const text = element.text() ?? '';
  const match = /^(\d{1,15})(?:\.(\d{1,5}))?$/.exec(text);
  const digits = decimalsOf(currency);
  const fraction = (match?.[2] ?? '').padEnd(digits, '0');
  if (!match || !/^0*$/.test(fraction.slice(digits)))
    throw new CamtFault('not-an-amount', element, `"${text}" is not an amount in whole units of ${currency}.`);
  return new Money(BigInt(match[1]! + fraction.slice(0, digits)), currency);
}

/** Money in is positive, money out negative. */
export function signed(element: XmlElement, amount: Money): Money {
  const direction = needed(element, 'CdtDbtInd');
  const word = direction.text();
  if (word === 'CRDT') return amount;
  if (word === 'DBIT') return amount.negated();
  throw new CamtFault('not-a-direction', direction, `"${word ?? ''}" is neither CRDT (in) nor DBIT (out).`);
}

/** The day of a date or of an instant, as the bank wrote it at its own place. */
export function dateOf(element: XmlElement): PlainDate {
  const text = element.text() ?? '';
  const date = text.slice(0, 10);
  if (isPlainDate(date) && /^($|[TZ+-])/.test(text.slice(10))) return date;
  throw new CamtFault('not-a-date', element, `"${text}" is not a day such as 2026-03-24.`);
}
