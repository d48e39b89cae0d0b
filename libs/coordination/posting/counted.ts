import { type PlainDate, addDays, addMonths, day } from '@passerelle/values';
import type { CountedSpan, Span, Stay } from './question.js';
import type { DayLimit, Window } from './rule.js';
import { daysOf, fullest, unitOf } from './window.js';

/** How many days a window holds. The same day may be in two counts, so it lies between two numbers; null is unknown. */
export interface Counted {
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** Our own days, and what others have told in sum. Without others the two numbers are one. */
export function counted(
  limit: DayLimit,
  { stay, otherStays, elsewhere }: { stay: Stay; otherStays: readonly Stay[]; elsewhere?: readonly CountedSpan[] },
): Counted {
  const { window } = limit;
  const own = fullest(window, stay, otherStays);
  const spans = spansFor(limit, stay);
  if (elsewhere === undefined || spans.length === 0) return { atLeast: own, atMost: own };
  const parts = spans.map((span) => ({
    // A calendar unit is a span of its own; any other window lies somewhere inside its one span.
    ours: window.kind === 'calendar' ? daysWithin(span, [stay, ...otherStays], stay.host) : own,
    theirs: elsewhere.find(({ first, last }) => first === span.first && last === span.last)?.days ?? null,
    isExact: window.kind === 'calendar',
  }));
  return {
    atLeast: Math.max(...parts.map(({ ours, theirs, isExact }) => (isExact ? Math.max(ours, theirs ?? 0) : ours))),
    atMost: parts.some(({ theirs }) => theirs === null)
      ? null
      : Math.max(...parts.map(({ ours, theirs }) => ours + theirs!)),
  };
}

/** The whole months that hold every window which touches the stay. A stay alone needs nobody else's days. */
export function spansFor({ window, most }: DayLimit, stay: Pick<Stay, 'first' | 'last'>): readonly Span[] {
  switch (window.kind) {
    case 'stay':
      return [];
    case 'calendar': {
      const starts = daysOf([stay]).map((date) => startOf(unitOf(date, window.unit)));
      return [...new Set(starts)].map((first) => ({ first, last: endOf(first, window.unit) }));
    }
    case 'in-a-row':
      return [wholeMonths(addDays(stay.first, -most), addDays(stay.last, most))];
    case 'rolling':
      return [wholeMonths(addDays(stay.first, 1 - window.days), addDays(stay.last, window.days - 1))];
    case 'rolling-months':
      return [wholeMonths(addMonths(stay.first, -window.months), addMonths(stay.last, window.months))];
  }
}

/** The shortest span of whole months that holds both days. */
export const wholeMonths = (from: PlainDate, to: PlainDate): Span => ({
  first: startOf(from.slice(0, 7)),
  last: endOf(startOf(to.slice(0, 7)), 'month'),
});

/** Each span once, in order. */
export const eachOnce = (spans: readonly Span[]): readonly Span[] =>
  [...new Map(spans.map((span) => [`${span.first} ${span.last}`, span])).values()].toSorted((a, b) =>
    `${a.first} ${a.last}`.localeCompare(`${b.first} ${b.last}`),
  );

/** The different days of these stays in the host state that fall into the span. */
export const daysWithin = (span: Span, stays: readonly Stay[], host: Stay['host']): number =>
  daysOf(stays.filter((each) => each.host === host)).filter((date) => span.first <= date && date <= span.last).length;

type Unit = Extract<Window, { kind: 'calendar' }>['unit'];

const monthsOf: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

const endOf = (first: PlainDate, unit: Unit): PlainDate => addDays(addMonths(first, monthsOf[unit]), -1);

/** The first day of `2026`, `2026-Q2` or `2026-03`. */
function startOf(unit: string): PlainDate {
  const [year = '', part = '01'] = unit.split('-');
  const month = part.startsWith('Q') ? String(Number(part.slice(1)) * 3 - 2).padStart(2, '0') : part;
  return day(`${year}-${month}-01`);
}
