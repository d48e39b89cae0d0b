import { countryOf } from '@passerelle/rules';
import { knownUntil } from '@passerelle/rules/kit';
import { type PlainDate, addDays } from '@passerelle/values';
import { said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';

/** Long enough to install a release before its figures are needed. */
const warnDays = 10;

/** Whether this program knows the law of a country for a day and soon after. Its version begins with the year it knows. */
export function rulesFinding(code: string, today: PlainDate): Finding {
  const what = `rules ${code}`;
  const country = countryOf(code);
  if (country === undefined) return failure(what, said('rules-unknown'), said('install-law'));
  const { version } = country;
  const day = knownUntil(country);
  if (today > day) return warning(what, said('rules-of', { version }), said('install-figures'));
  if (addDays(today, warnDays) > day)
    return warning(what, said('rules-ending', { version, day }), said('install-figures'));
  return fine(what, said('rules-of', { version }));
}
