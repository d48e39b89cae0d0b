import { type PlainDate, day } from '@passerelle/values';
import type { Country } from './country.js';

/** The last day for which a country's rules were written: that of the year with which their version begins. */
export const knownUntil = ({ version }: Pick<Country, 'version'>): PlainDate => day(`${version.split('.')[0]}-12-31`);
