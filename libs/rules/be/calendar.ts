import {
  type Month,
  type PlainDate,
  Period,
  addDays,
  addMonths,
  day,
  easterSunday,
  firstDayOf,
  isWeekend,
  lastDayOf,
  monthOf,
  yearOf,
} from '@passerelle/values';
import { remembered } from '../kit/remembered.js';

/** The ten legal public holidays (Act of 4 January 1974, RD of 18 April 1974), in the order of the year. */
export function publicHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];
  return [...fixed.map((text) => day(`${year}-${text}`)), ...[1, 39, 50].map((days) => addDays(easter, days))].sort();
}

/** Mondays to Fridays of a month, public holidays included: what a full-time worker is paid for, 20 to 23. */
export const weekdaysOf = remembered((ofMonth: Month): number => {
  const month = Period.from(firstDayOf(ofMonth), lastDayOf(ofMonth));
  return [...month.eachDay()].filter((date) => !isWeekend(date)).length;
});

/** Mondays to Fridays of the quarter a month belongs to: 64 to 66. */
export const weekdaysOfQuarter = remembered((ofMonth: Month): number => {
  const last = String(3 * quarterOf(ofMonth)).padStart(2, '0');
  const months = [-2, -1, 0].map((back) => monthOf(addMonths(day(`${yearOf(ofMonth)}-${last}-01`), back)));
  return months.reduce((total, month) => total + weekdaysOf(month), 0);
});

/** 1 to 4. */
export const quarterOf = (ofMonth: Month): number => Math.ceil(Number(ofMonth.slice(5, 7)) / 3);

export const isLastOfQuarter = (ofMonth: Month): boolean => Number(ofMonth.slice(5, 7)) % 3 === 0;
