import {
  type Month,
  type PlainDate,
  addDays,
  day,
  easterSunday,
  firstDayOf,
  lastDayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from '@passerelle/values';

/** The ten legal public holidays (Act of 4 January 1974, RD of 18 April 1974), in the order of the year. */
export function publicHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  return [
    day(`${year}-01-01`),
    addDays(easter, 1),
    day(`${year}-05-01`),
    addDays(easter, 39),
    addDays(easter, 50),
    day(`${year}-07-21`),
    day(`${year}-08-15`),
    day(`${year}-11-01`),
    day(`${year}-11-11`),
    day(`${year}-12-25`),
  ].sort();
}

const weekdaysKnown = new Map<Month, number>();

/** Mondays to Fridays of a month, public holidays included: what a full-time worker is paid for, 20 to 23. */
export function weekdaysOf(ofMonth: Month): number {
  let count = weekdaysKnown.get(ofMonth);
  if (count === undefined) {
    const length = Number(lastDayOf(ofMonth).slice(8));
    const first = weekdayOf(firstDayOf(ofMonth));
    count = 0;
    for (let index = 0; index < length; index += 1) if ((first - 1 + index) % 7 < 5) count += 1;
    weekdaysKnown.set(ofMonth, count);
  }
  return count;
}

const quartersKnown = new Map<Month, number>();

/** Mondays to Fridays of the quarter a month belongs to: 64 to 66. */
export function weekdaysOfQuarter(ofMonth: Month): number {
  let count = quartersKnown.get(ofMonth);
  if (count === undefined) {
    count = monthsOfQuarter(ofMonth).reduce((total, each) => total + weekdaysOf(each), 0);
    quartersKnown.set(ofMonth, count);
  }
  return count;
}

/** 1 to 4. */
export const quarterOf = (ofMonth: Month): number => Math.ceil(Number(ofMonth.slice(5, 7)) / 3);

export const isLastOfQuarter = (ofMonth: Month): boolean => Number(ofMonth.slice(5, 7)) % 3 === 0;

function monthsOfQuarter(ofMonth: Month): readonly Month[] {
  const first = 3 * quarterOf(ofMonth) - 2;
  return [0, 1, 2].map((index) => monthOf(day(`${yearOf(ofMonth)}-${String(first + index).padStart(2, '0')}-01`)));
}
