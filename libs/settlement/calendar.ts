import {
  type PlainDate,
  addDays,
  easterSunday,
  firstDayOf,
  isWeekend,
  lastDayOf,
  month,
  yearOf,
} from '@passerelle/values';
import type { CycleId } from './federation.js';

/** The roster's rule for the days of a cycle, counted in working days after the one before. */
export interface CalendarRules {
  /** The day of the month on which a cycle is cut; its last day when null or when the month is shorter. */
  readonly cutOffDay: number | null;
  readonly statementsAfter: number;
  readonly proposalAfter: number;
  readonly paymentAfter: number;
  readonly graceAfter: number;
}

/** The days of one cycle. A deadline has passed when its day is over; no safety rule reads them. */
export interface CycleDates {
  readonly cycle: CycleId;
  /** The last day whose accepts can still name this cycle. */
  readonly cutOff: PlainDate;
  readonly statements: PlainDate;
  readonly proposal: PlainDate;
  readonly payment: PlainDate;
  readonly graceEnd: PlainDate;
}

/** The days of a cycle by the rules, where `isWorkingDay` says on which days banks settle. */
export function datesOf(
  cycle: CycleId,
  rules: CalendarRules,
  isWorkingDay: (date: PlainDate) => boolean = isTargetDay,
): CycleDates {
  const after = (date: PlainDate, count: number) => workingDayAfter(date, count, isWorkingDay);
  const cutOff = cutOffOf(cycle, rules);
  const statements = after(cutOff, rules.statementsAfter);
  const proposal = after(statements, rules.proposalAfter);
  const payment = after(proposal, rules.paymentAfter);
  return { cycle, cutOff, statements, proposal, payment, graceEnd: after(payment, rules.graceAfter) };
}

/**
 * True on the days on which euro payments settle: Monday to Friday except 1 January, Good Friday, Easter Monday, 1 May,
 * 25 and 26 December (long-term calendar of TARGET closing days, European Central Bank, 14 December 2000).
 */
export function isTargetDay(date: PlainDate): boolean {
  const year = yearOf(date);
  const easter = easterSunday(year);
  const closed = [
    `${year}-01-01`,
    addDays(easter, -2),
    addDays(easter, 1),
    `${year}-05-01`,
    `${year}-12-25`,
    `${year}-12-26`,
  ];
  return !isWeekend(date) && !closed.includes(date);
}

/** Longer than any bank is closed. */
const closedMax = 31;

function workingDayAfter(from: PlainDate, count: number, isWorkingDay: (date: PlainDate) => boolean): PlainDate {
  let date = from;
  for (let left = count, closed = 0; left > 0;) {
    date = addDays(date, 1);
    closed = isWorkingDay(date) ? 0 : closed + 1;
    if (closed > closedMax) throw new RangeError(`no working day in the ${closedMax} days before ${date}`);
    if (closed === 0) left -= 1;
  }
  return date;
}

function cutOffOf(cycle: CycleId, { cutOffDay }: CalendarRules): PlainDate {
  const last = lastDayOf(month(cycle));
  if (cutOffDay === null) return last;
  const day = addDays(firstDayOf(month(cycle)), cutOffDay - 1);
  return day < last ? day : last;
}
