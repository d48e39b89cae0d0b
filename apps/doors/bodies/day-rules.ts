import { isCountryCode, isPlainDate } from '@passerelle/values';
import { isInstant } from '../instant.js';
import { rule } from './rule.js';

/** A day that exists, as ISO text `2026-03-24`. */
export const IsDay = rule('isDay', isPlainDate);

/** A month as ISO text `2026-03`. */
export const IsMonth = rule('isMonth', (value) => typeof value === 'string' && isPlainDate(`${value}-01`));

/** An instant in UTC, as ISO text that ends in `Z`. */
export const IsInstant = rule('isInstant', (value) => typeof value === 'string' && isInstant(value));

/** A two-letter country code of ISO 3166-1. */
export const IsCountry = rule('isCountry', isCountryCode);
