import { type PlainDate, addDays, day, easterSunday } from '@passerelle/values';

/** The eleven public holidays of France: Code du travail, art. L3133-1. */
export function publicHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  const movable = [addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)];
  // Ascension may fall on the first or the eighth of May: one day off, not two.
  return [...new Set([...fixed.map((text) => day(`${year}-${text}`)), ...movable])].sort();
}

/** Alsace-Moselle keeps Good Friday and the day after Christmas as well: Code du travail, art. L3134-13. */
export const publicHolidaysOfAlsaceMoselle = (year: number): readonly PlainDate[] =>
  [...publicHolidays(year), addDays(easterSunday(year), -2), day(`${year}-12-26`)].sort();
