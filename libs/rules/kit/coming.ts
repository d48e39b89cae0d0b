import type { PlainDate } from '@passerelle/values';
import type { Country } from './country.js';

/** A day to come on which figures of a country change or end. */
export interface ComingLaw {
  readonly from: PlainDate;
  readonly figures: readonly string[];
}

/** What a country's rules know of the time after a day, the first first. */
export function comingLaw({ figures }: Pick<Country, 'figures'>, after: PlainDate): readonly ComingLaw[] {
  const byDay = new Map<PlainDate, string[]>();
  for (const { name, entries, endedFrom } of figures) {
    const days = new Set([...entries.map(({ from }) => from), ...(endedFrom === undefined ? [] : [endedFrom])]);
    for (const from of days) if (from > after) byDay.set(from, [...(byDay.get(from) ?? []), name]);
  }
  return [...byDay].map(([from, names]) => ({ from, figures: names })).sort((a, b) => (a.from < b.from ? -1 : 1));
}
