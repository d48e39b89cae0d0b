import { Temporal } from 'temporal-polyfill';

declare const brand: unique symbol;

/** A calendar day without time or zone, as ISO text `2026-03-24`. Days compare with `<` and `===`. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

/** A calendar month as ISO text `2026-03`. Months compare with `<` and `===`. */
export type Month = string & { readonly [brand]: 'Month' };

/** True for a day that exists in the calendar between the years 1900 and 2199. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const [year, month, dayOfMonth] = text.split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

/** The day written in the text, or RangeError when there is no such day. */
export function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`"${text}" is not a day such as 2026-03-24`);
  return text;
}

/** The month written in the text, or RangeError when there is no such month. */
export function month(text: string): Month {
  if (!isPlainDate(`${text}-01`)) throw new RangeError(`"${text}" is not a month such as 2026-03`);
  return text as Month;
}

/** The day at which an instant falls in a time zone of the IANA list. */
export const dayOf = (instant: Date, zone: string): PlainDate => daysIn(zone).format(instant) as PlainDate;

export const yearOf = (date: PlainDate | Month): number => Number(date.slice(0, 4));

export const monthOf = (date: PlainDate): Month => date.slice(0, 7) as Month;

export const firstDayOf = (ofMonth: Month): PlainDate => `${ofMonth}-01` as PlainDate;

export const lastDayOf = (ofMonth: Month): PlainDate =>
  `${ofMonth}-${daysInMonth(yearOf(ofMonth), Number(ofMonth.slice(5, 7)))}` as PlainDate;

export const addDays = (date: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate;

/** The same day some months later; the last day of the month where that day does not exist. */
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate;

/** How many days lie from the first day to the second: 1 from Monday to Tuesday. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (midnightOf(to) - midnightOf(from)) / msOfDay;

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (date: PlainDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const isWeekend = (date: PlainDate): boolean => weekdayOf(date) >= 6;

/**
 * The n-th working day after a day, which itself does not count. Saturdays, Sundays and the given public holidays are
 * no working days.
 */
export function addWorkingDays(
  from: PlainDate,
  count: number,
  publicHolidays: (year: number) => readonly PlainDate[],
): PlainDate {
  let date = from;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    if (!isWeekend(date) && !publicHolidays(yearOf(date)).includes(date)) left -= 1;
  }
  return date;
}

/** Easter Sunday of the western churches (Meeus, Jones and Butcher), from which movable holidays are counted. */
export function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthNumber = Math.floor((h + l - 7 * m + 114) / 31);
  const dayNumber = ((h + l - 7 * m + 114) % 31) + 1;
  return day(`${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`);
}

function daysInMonth(year: number, monthNumber: number): number {
  if (monthNumber === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(monthNumber) ? 30 : 31;
}

const msOfDay = 86_400_000;

/** Where no clock is ever moved, every day is as long as the next. */
const midnightOf = (date: PlainDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));

const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedes write a day as ISO does. Making a format costs a thousand times what using it does, and there are few zones. */
function daysIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format;
}
