import type { NodeBody } from '../api/node.js';
import { type Amount, amountOf, moneyOf } from '../app/amount.js';

type Entry = Pick<NodeBody<'FundEntryBody'>, 'day' | 'cash' | 'advanced'>;

/** What the fund had, and what it had advanced, at the end of a day on which something was entered. */
export interface FundDay {
  readonly day: string;
  readonly cash: Amount;
  readonly advanced: Amount;
}

/** The fund through time, from all its entries, oldest first. The entries may come in any order. */
export function fundSeries(entries: readonly Entry[]): readonly FundDay[] {
  const days = new Map<string, FundDay>();
  let last: FundDay | undefined;
  for (const { day, cash, advanced } of [...entries].sort((one, other) => one.day.localeCompare(other.day))) {
    last = {
      day,
      cash: last ? plus(last.cash, cash) : cash,
      advanced: last ? plus(last.advanced, advanced) : advanced,
    };
    days.set(day, last);
  }
  return [...days.values()];
}

const plus = (one: Amount, other: Amount): Amount => amountOf(moneyOf(one).plus(moneyOf(other)));
