import { type PlainDate, addDays, addMonths, yearOf } from '@passerelle/values';
import type { Stay } from './question.js';
import type { Window } from './rule.js';

/** Every single day of the stays, once and in order. */
export function daysOf(stays: readonly Pick<Stay, 'first' | 'last'>[]): readonly PlainDate[] {
  const days = new Set<PlainDate>();
  for (const { first, last } of stays) for (let date = first; date <= last; date = addDays(date, 1)) days.add(date);
  return [...days].toSorted();
}

/** The most days of all stays that fall into one window touching the stay. */
export function fullest(window: Window, stay: Stay, others: readonly Stay[]): number {
  const own = daysOf([stay]);
  const all = daysOf([stay, ...others.filter(({ host }) => host === stay.host)]);
  switch (window.kind) {
    case 'stay':
      return own.length;
    case 'in-a-row':
      return inARow(all, stay);
    case 'calendar': {
      const units = new Set(own.map((date) => unitOf(date, window.unit)));
      return Math.max(...[...units].map((unit) => all.filter((date) => unitOf(date, window.unit) === unit).length));
    }
    case 'rolling':
      return rolling(all, stay, (from) => addDays(from, window.days - 1));
    case 'rolling-months':
      return rolling(all, stay, (from) => addDays(addMonths(from, window.months), -1));
  }
}

/** The most days within any window, wherever it begins: the fullest one always begins on a counted day. */
export function mostWithin(days: readonly PlainDate[], lastOf: (from: PlainDate) => PlainDate): number {
  let most = 0;
  let end = 0;
  for (const [start, from] of days.entries()) {
    const last = lastOf(from);
    while (end < days.length && days[end]! <= last) end += 1;
    most = Math.max(most, end - start);
  }
  return most;
}

/** Only windows that hold a day of the stay: what was too long before it is no matter of this stay. */
function rolling(all: readonly PlainDate[], stay: Stay, lastOf: (from: PlainDate) => PlainDate): number {
  const counts = all
    .filter((from) => from <= stay.last)
    .map((from) => ({ from, last: lastOf(from) }))
    .filter(({ last }) => last >= stay.first)
    .map(({ from, last }) => all.filter((date) => from <= date && date <= last).length);
  return Math.max(...counts);
}

function inARow(all: readonly PlainDate[], { first, last }: Stay): number {
  const present = new Set(all);
  let from = first;
  let to = last;
  while (present.has(addDays(from, -1))) from = addDays(from, -1);
  while (present.has(addDays(to, 1))) to = addDays(to, 1);
  return daysOf([{ first: from, last: to }]).length;
}

/** The month, quarter or year in which a day lies: `2026-03`, `2026-Q1`, `2026`. */
export function unitOf(date: PlainDate, unit: 'month' | 'quarter' | 'year'): string {
  if (unit === 'year') return String(yearOf(date));
  const month = Number(date.slice(5, 7));
  return unit === 'month' ? date.slice(0, 7) : `${yearOf(date)}-Q${Math.ceil(month / 3)}`;
}
