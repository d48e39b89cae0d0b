import { isCountryCode, isPlainDate } from '@passerelle/values';
import { rule } from './rule.js';

/** A day that exists, as ISO text `2026-03-24`. */
export const IsDay = rule('isDay', isPlainDate);

/** A month as ISO text `2026-03`. */
export const IsMonth = rule('isMonth', (value) => typeof value === 'string' && isPlainDate(`${value}-01`));

/** An instant in UTC, as ISO text that ends in `Z`. */
export const IsInstant = rule('isInstant', (value) => typeof value === 'string' && isInstant(value));

/** A two-letter country code of ISO 3166-1. */
export const IsCountry = rule('isCountry', isCountryCode);

/** True for `2026-04-08T08:00:00Z`, with or without a fraction of a second, when such an instant exists. */
export function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.exec(text);
  return match !== null && isPlainDate(match[1]) && !Number.isNaN(Date.parse(text));
}
