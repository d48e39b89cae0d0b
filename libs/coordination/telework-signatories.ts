import { type CountryCode, type PlainDate, country, day } from '@passerelle/values';
import type { Source } from './source.js';

interface Signatory {
  readonly state: CountryCode;
  readonly from: PlainDate;
}

const signed = (from: string, states: string): readonly Signatory[] =>
  states.split(' ').map((state) => ({ state: country(state), from: day(from) }));

/** Who has signed the framework agreement on telework, and from which day it holds there. The list grows. */
const signatories: readonly Signatory[] = [
  ...signed('2023-07-01', 'AT BE HR CZ FI FR DE LI LU MT NL NO PL PT SK ES SE CH'),
  ...signed('2023-09-01', 'SI'),
  ...signed('2024-01-01', 'IT'),
  ...signed('2024-05-01', 'LT'),
  ...signed('2024-06-01', 'IE'),
];

export const signatoriesSource: Source = {
  text: 'List of the depositary, Belgium: socialsecurity.belgium.be, cross-border telework',
  confidence: 'secondary',
};

export const hasSignedTelework = (state: CountryCode, on: PlainDate): boolean =>
  signatories.some((signatory) => signatory.state === state && signatory.from <= on);
