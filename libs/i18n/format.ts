import { type CurrencyCode, type Money, type Month, type PlainDate, type Rate, decimalsOf } from '@passerelle/values';
import { kept } from './kept.js';

/** A day in words (`9 mars 2026`) for screens, mails and documents, or in figures (`9/03/26`) where space is short. */
export type DateWidth = 'medium' | 'short';

/** An amount as its reader writes it, with all decimals of the currency; exact, whatever its size. */
export const showMoney = (amount: Money, locale: string): string =>
  // The text of the amount goes in, not a float: Intl shows decimal texts exactly.
  moneyFormat(locale, amount.currency).format(amount.toDecimal() as Intl.StringNumericLiteral);

export const showDate = (date: PlainDate, locale: string, width: DateWidth = 'medium'): string =>
  dateFormat(locale, width).format(noonOf(date));

/** From one day to another, what they share said once: `23–27 mars 2026`; a single day as that day. */
export const showDays = (
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
  locale: string,
): string => dateFormat(locale, 'medium').formatRange(noonOf(first), noonOf(last));

/** A month in words: `mars 2026`. */
export const showMonth = (month: Month, locale: string): string => monthFormat(locale).format(noonOf(`${month}-01`));

/** A rate in percent with as many decimals as it has, up to four: `13,07 %`. */
export const showPercent = (rate: Rate, locale: string): string =>
  percentFormat(locale).format(rate.toString() as Intl.StringNumericLiteral);

/** A country by its name in the reader's language: `Belgique` for BE; a code nobody knows stays itself. */
export const showCountry = (code: string, locale: string): string => countryFormat(locale).of(code) ?? code;

/** Days have no zone, so they are shown in the one in which they were made. */
const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

const moneyFormat = kept((locale: string, currency: CurrencyCode) => {
  const digits = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
});

const dateFormat = kept(
  (locale: string, dateStyle: DateWidth) => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }),
);

const monthFormat = kept(
  (locale: string) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
);

const countryFormat = kept((locale: string) => new Intl.DisplayNames([locale], { type: 'region' }));

const percentFormat = kept(
  (locale: string) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }),
);
