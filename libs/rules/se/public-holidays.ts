import { type PlainDate, addDays, day, easterSunday, weekdayOf } from '@passerelle/values';

/**
 * Days on which nobody is expected to work. First the public holidays of lag (1989:253) om allmänna helgdagar, 1–2 §§,
 * Sundays aside. Then Midsummer Eve, Christmas Eve and New Year's Eve, which are no public holidays, but which semesterlagen
 * (1977:480) 3 a § counts as Sundays and lag (1930:173) 2 § as days on which nothing falls due; banks are closed on them.
 */
export function publicHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const midsummerDay = saturdayFrom(year, '06-20');
  return [
    on(year, '01-01'),
    on(year, '01-06'),
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    on(year, '05-01'),
    addDays(easter, 39),
    addDays(easter, 49),
    on(year, '06-06'),
    addDays(midsummerDay, -1),
    midsummerDay,
    saturdayFrom(year, '10-31'),
    on(year, '12-24'),
    on(year, '12-25'),
    on(year, '12-26'),
    on(year, '12-31'),
  ].sort();
}

const on = (year: number, monthAndDay: string): PlainDate => day(`${year}-${monthAndDay}`);

/** The Saturday among the seven days that begin with this one. */
function saturdayFrom(year: number, monthAndDay: string): PlainDate {
  const first = on(year, monthAndDay);
  return addDays(first, (13 - weekdayOf(first)) % 7);
}
