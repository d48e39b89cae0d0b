import {
  type Month,
  type PlainDate,
  Period,
  firstDayOf,
  isWeekend,
  lastDayOf,
  monthOf,
  yearOf,
} from '@passerelle/values';
import type { PayslipTerms } from '../kit/country.js';
import { remembered } from '../kit/remembered.js';
import { publicHolidays, publicHolidaysOfAlsaceMoselle } from './public-holidays.js';

/**
 * Whether a payslip pays a whole month of work: an open-ended contract is paid by the month, a fixed-term one when
 * all working days of the month were worked, by the local calendar in Alsace-Moselle. Everything else is paid by its days.
 */
export function monthOfWork({ first, last, days }: PayslipTerms, isOpenEnded: boolean, isLocal: boolean): boolean {
  const { last: end, workingDays, workingDaysOfAlsaceMoselle } = calendarOf(monthOf(first));
  if (!first.endsWith('-01') || last !== end) return false;
  return isOpenEnded || days >= (isLocal ? workingDaysOfAlsaceMoselle : workingDays);
}

/** The calendar of a month: its last day, its 28 to 31 days, and those on which people work. */
export const calendarOf = remembered((month: Month) => {
  const { first, last } = Period.from(firstDayOf(month), lastDayOf(month));
  const weekdays = [...Period.from(first, last).eachDay()].filter((date) => !isWeekend(date));
  const without = (holidays: readonly PlainDate[]): number =>
    weekdays.filter((date) => !holidays.includes(date)).length;
  return {
    last,
    days: BigInt(last.slice(8)),
    workingDays: without(publicHolidays(yearOf(month))),
    workingDaysOfAlsaceMoselle: without(publicHolidaysOfAlsaceMoselle(yearOf(month))),
  };
});
