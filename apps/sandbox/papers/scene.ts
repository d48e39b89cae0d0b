import { type CountryCode, type CurrencyCode, country, currency, day } from '@passerelle/values';
import { branches } from '../branches.js';
import type { Land } from './countries.js';

/** The days of all papers: the week of the seeded story, billed and paid in April. */
export const days = {
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  issued: day('2026-04-01'),
  due: day('2026-05-01'),
  credited: day('2026-04-15'),
} as const;

/** When the papers are made: the same instant each time, so that the same papers come out. */
export const made = new Date('2026-04-01T08:00:00Z');

export interface Cooperative {
  readonly name: string;
  readonly country: CountryCode;
  readonly currency: CurrencyCode;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string;
  readonly address: {
    readonly street: string;
    readonly postcode: string;
    readonly town: string;
    readonly country: CountryCode;
  };
}

/** The legal entity of a branch as the sandbox founds it. */
export function cooperative(land: Land): Cooperative {
  const branch = branches[land];
  if (!branch) throw new Error(`the sandbox knows no branch ${land}`);
  return {
    ...branch,
    country: country(branch.country),
    currency: currency(branch.currency),
    address: { ...branch.address, country: country(branch.address.country) },
  };
}
