import { countryOf } from '@passerelle/rules';
import { type PlainDate, addDays } from '@passerelle/values';
import { type Finding, failure, fine, warning } from './finding.js';

/** Long enough to install a release before its figures are needed. */
const warnDays = 10;

/** Whether this program knows the law of a country for a day and soon after. Its version begins with the year it knows. */
export function rulesFinding(code: string, today: PlainDate): Finding {
  const what = `rules ${code}`;
  const version = countryOf(code)?.version;
  if (version === undefined)
    return failure(what, 'this program knows no law of this country', 'install a release that does');
  const last = `${version.split('.')[0]}-12-31`;
  const remedy = 'install the release with the figures of the next year, then passerelle upgrade';
  if (today > last) return warning(what, `the figures are those of ${version}`, remedy);
  if (addDays(today, warnDays) > last) return warning(what, `the figures of ${version} end on ${last}`, remedy);
  return fine(what, `the figures are those of ${version}`);
}
