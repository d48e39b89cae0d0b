import { localeOf, showDate, showMonth } from '@passerelle/i18n';
import type { Month, PlainDate } from '@passerelle/values';
import type { Language } from '../language.js';

/** An amount, a day or a month as programs write them. What stands in quotation marks, or is part of a name, is none. */
const written =
  /(?<![\w"“„.,/-])(?:(?<amount>-?\d+\.\d{2}) (?<currency>[A-Z]{3})|(?<day>\d{4}-\d{2}-\d{2})|(?<month>\d{4}-\d{2}))(?![\w"“”/-]|[.,]\w)/g;

type Written = Readonly<Record<'amount' | 'currency' | 'day' | 'month', string | undefined>>;

/** The same sentence with its amounts, days and months as its reader writes them: `411.94 EUR` is `411,94 €` to a Swede. */
export function inHabit(text: string, language: Language): string {
  const locale = localeOf(language);
  return text.replaceAll(written, (found: string, ...rest: readonly unknown[]) => {
    const { amount, currency, day, month } = rest.at(-1) as Written;
    if (day !== undefined) return isReal(day) ? showDate(day as PlainDate, locale) : found;
    if (month !== undefined) return isReal(`${month}-01`) ? showMonth(month as Month, locale) : found;
    // The text of the amount goes in, not a float: Intl shows decimal texts exactly.
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 2 });
    return format.format(amount as Intl.StringNumericLiteral);
  });
}

const isReal = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T12:00:00Z`));
