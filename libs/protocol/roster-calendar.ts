import {
  type Month,
  type PlainDate,
  type Result,
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  month,
  monthOf,
  ok,
  refuse,
} from '@passerelle/values';
import { limits } from './limits.js';
import { type CycleDates, type RosterContent, doDatesFollow } from './roster-schema.js';

/** The days of the cycles that a roster names. */
export type Calendar = RosterContent['calendar'];

/** A month is cut at its end, agreed in the first days of the next, paid on the 8th, and late from the 15th on. */
export function usualDates(cycle: Month): CycleDates {
  const cutOff = lastDayOf(cycle);
  const after = (days: number) => addDays(cutOff, days);
  return { cycle, cutOff, statements: after(2), proposal: after(3), payment: after(8), graceEnd: after(15) };
}

/** As many cycles as a roster may name, from one on, with their usual days. */
export const usualCalendar = (first: Month): Calendar =>
  monthsBetween(first, monthsAfter(first, limits.rosterCycles - 1)).map(usualDates);

/** What the members agree on before their calendar ends. */
export interface Extension {
  /** The last cycle that it is to name. */
  readonly until: Month;
  /** Other days than the usual ones, for new cycles or for named ones that have not begun. */
  readonly exceptions: Calendar;
  /** From when on the new version counts. */
  readonly from: PlainDate;
}

export type CalendarRefusal =
  | { readonly kind: 'nothing-new'; readonly last: string | null }
  /** A roster has room for so many cycles, and those that are not over stay in it. */
  | { readonly kind: 'too-long'; readonly most: string }
  | { readonly kind: 'has-begun' | 'not-in-it' | 'not-in-order'; readonly cycle: string };

/**
 * The calendar with the cycles after its last one. A named cycle keeps its days once it has begun, so that nobody counts
 * it by others; cycles that are over make room for new ones, and stay in the versions before.
 */
export function extendCalendar(calendar: Calendar, extension: Extension): Result<Calendar, CalendarRefusal> {
  const { until, exceptions, from } = extension;
  const named = calendar.toSorted(byCycle);
  const added = monthsBetween(nextCycle(named, from), until).map(usualDates);
  if (added.length + exceptions.length === 0) return refuse({ kind: 'nothing-new', last: named.at(-1)?.cycle ?? null });
  const all = [...named, ...added];
  for (const dates of exceptions) {
    const { cycle } = dates;
    if (!doDatesFollow(dates)) return refuse({ kind: 'not-in-order', cycle });
    if (!all.some((each) => each.cycle === cycle)) return refuse({ kind: 'not-in-it', cycle });
    const isNamed = named.some((each) => each.cycle === cycle);
    if (isNamed && firstDayOf(month(cycle)) < from) return refuse({ kind: 'has-begun', cycle });
  }
  const most = furthestCycle(named, from);
  if (until > most) return refuse({ kind: 'too-long', most });
  return ok(
    all.map((dates) => exceptions.findLast(({ cycle }) => cycle === dates.cycle) ?? dates).slice(-limits.rosterCycles),
  );
}

/** The last cycle that a roster from that day on has room for, beside those that are not over by then. */
export function furthestCycle(calendar: Calendar, from: PlainDate): Month {
  const named = calendar.toSorted(byCycle);
  const running = [...named, ...monthsBetween(nextCycle(named, from), monthOf(from)).map(usualDates)];
  const open = running.find(({ graceEnd }) => graceEnd >= from)!;
  return monthsAfter(month(open.cycle), limits.rosterCycles - 1);
}

/** The first cycle that is not named; where none is, that of the day. */
function nextCycle(named: Calendar, from: PlainDate): Month {
  const last = named.at(-1);
  return last ? monthsAfter(month(last.cycle), 1) : monthOf(from);
}

/** The days of each cycle that any version names, as the newest of those that name it. */
export function calendarOf(versions: readonly Pick<RosterContent, 'calendar'>[]): Calendar {
  const dates = versions.flatMap(({ calendar }) => calendar.map((each) => [each.cycle, each] as const));
  return [...new Map(dates).values()].toSorted(byCycle);
}

/** Time for every member to sign the next years and to put them in place. */
const noticeDays = 90;

/** The last cycle with agreed days, and whether that is soon or was. */
export interface CalendarEnd {
  readonly cycle: string;
  readonly cutOff: PlainDate;
  readonly state: 'far' | 'near' | 'over';
}

/** Null for a calendar that names nothing. */
export function calendarEnd(calendar: Calendar, today: PlainDate): CalendarEnd | null {
  const last = calendar.toSorted(byCycle).at(-1);
  if (!last) return null;
  const { cycle, cutOff } = last;
  const isNear = addDays(today, noticeDays) > cutOff;
  return { cycle, cutOff, state: today > cutOff ? 'over' : isNear ? 'near' : 'far' };
}

function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let each = first; each <= last; each = monthsAfter(each, 1)) months.push(each);
  return months;
}

const monthsAfter = (of: Month, count: number): Month => monthOf(addMonths(firstDayOf(of), count));

const byCycle = (a: CycleDates, b: CycleDates): number => (a.cycle < b.cycle ? -1 : a.cycle > b.cycle ? 1 : 0);
