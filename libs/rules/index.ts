import type { CountryCode } from '@passerelle/values';
import type { Country } from './kit/index.js';

export type * from './kit/index.js';
export { demoCountry } from './xx/index.js';

/** The countries whose law this release knows. Adding one is adding a folder and a line here. */
export const countries: readonly Country[] = [];

/** The law of a country, or undefined when this release does not know it. */
export const countryOf = (code: CountryCode | string): Country | undefined =>
  countries.find((country) => country.code === code);
