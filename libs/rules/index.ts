import type { CountryCode } from '@passerelle/values';
import { belgium } from './be/index.js';
import { france } from './fr/index.js';
import { citationWords, commonCitations } from './kit/citations.js';
import type { Country, Words } from './kit/index.js';
import { sweden } from './se/index.js';

export type * from './kit/index.js';
export { type ActivityAccount, publicHolidaysOfAlsaceMoselle, resultToDate } from './fr/index.js';
export * as belgianValues from './be/published-values.js';
export * as frenchValues from './fr/published-values.js';
export * as swedishValues from './se/published-values.js';
export { type Fee, type FeeDivided, feeForNet, payslipFromFee, publishedEstimate } from './se/umbrella.js';
export { demoCountry } from './xx/index.js';

/** The countries whose law this release knows. Adding one is adding a folder and a line here. */
export const countries: readonly Country[] = [belgium, france, sweden];

/** The law of a country, or undefined when this release does not know it. */
export const countryOf = (code: CountryCode | string): Country | undefined =>
  countries.find((country) => country.code === code);

const citations = new Map(
  [commonCitations, ...countries.map((country) => country.citations)].flatMap((each) => [...each]),
);

/** What a figure or a rule rests on, in every language; a text that this release does not know stays as it is. */
export const cited = (text: string): Words => citationWords(citations, text);
