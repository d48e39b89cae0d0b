import { type PlainDate, firstDayOf, isWeekend, lastDayOf, monthOf, Period, yearOf } from '@passerelle/values';
import { publicHolidays, publicHolidaysOfAlsaceMoselle } from './public-holidays.js';

interface DaysOfWork {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
}

/**
 * Whether a payslip pays a whole month of work: an open-ended contract is paid by the month, a fixed-term one when
 * all working days of the month were worked. Everything else is paid by its days.
 */
export function monthOfWork(
  { first, last, days }: DaysOfWork,
  isOpenEnded: boolean,
  isAlsaceMoselle: boolean,
): boolean {
  if (!first.endsWith('-01')) return false;
  const { last: end, workingDays } = calendarOf(first, isAlsaceMoselle);
  return last === end && (isOpenEnded || days >= workingDays);
}

const known = new Map<string, { readonly last: PlainDate; readonly workingDays: number }>();

function calendarOf(first: PlainDate, isAlsaceMoselle: boolean): { last: PlainDate; workingDays: number } {
  const key = isAlsaceMoselle ? `${first}+` : first;
  let calendar = known.get(key);
  if (calendar === undefined) {
    const holidays = new Set((isAlsaceMoselle ? publicHolidaysOfAlsaceMoselle : publicHolidays)(yearOf(first)));
    const month = Period.from(firstDayOf(monthOf(first)), lastDayOf(monthOf(first)));
    const workingDays = [...month.eachDay()].filter((date) => !isWeekend(date) && !holidays.has(date)).length;
    calendar = { last: month.last, workingDays };
    known.set(key, calendar);
  }
  return calendar;
}
