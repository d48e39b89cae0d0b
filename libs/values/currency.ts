/** Decimals of each currency after ISO 4217 (which differs from what `Intl` shows: the forint has two). */
const decimals = {
  BGN: 2,
  CHF: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HUF: 2,
  ISK: 0,
  NOK: 2,
  PLN: 2,
  RON: 2,
  SEK: 2,
} as const;

/** An ISO 4217 code of a currency used by a cooperative of the federation. */
export type CurrencyCode = keyof typeof decimals;

export const currencyCodes = Object.keys(decimals) as readonly CurrencyCode[];

export const isCurrencyCode = (text: unknown): text is CurrencyCode =>
  typeof text === 'string' && Object.hasOwn(decimals, text);

/** The code itself, or RangeError when it is not a currency of the list above. */
export function currency(text: string): CurrencyCode {
  if (!isCurrencyCode(text)) throw new RangeError(`"${text}" is not one of the currencies ${currencyCodes.join(', ')}`);
  return text;
}

/** How many decimals one unit of the currency is divided into: 2 for EUR, 0 for ISK. */
export const decimalsOf = (code: CurrencyCode): number => decimals[code];
