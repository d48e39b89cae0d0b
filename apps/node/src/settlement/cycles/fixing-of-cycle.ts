import type { RosterContent } from '@passerelle/protocol';
import { type CycleId, type Fixing, ecbRatesOn, ecbSource, fixingInto, isTargetDay } from '@passerelle/settlement';
import { type PlainDate, addDays } from '@passerelle/values';
import { datesOfCycle, ruleOf } from '../roster-rules.js';

/**
 * The table by which a cycle converts: the reference rates of the last day of TARGET up to the cut-off, in the currencies
 * of the roster. Null while the history does not reach that day, so that nobody stands by rates of another one.
 */
export function fixingOf(roster: RosterContent, cycle: CycleId, history: string | null): Fixing | null {
  const { currency, fixingSource } = ruleOf(roster, cycle);
  if (currency === undefined || history === null) return null;
  const on = lastTargetDay(datesOfCycle(roster, cycle).cutOff);
  const rates = ecbRatesOn(history, on);
  if (!rates.ok || rates.value.date !== on) return null;
  const { table, ...fixing } = fixingInto(currency, rates.value, fixingSource ?? ecbSource);
  const used = Object.entries(table).filter(([code]) => Object.hasOwn(roster.currencies, code));
  return { ...fixing, table: Object.fromEntries(used) };
}

function lastTargetDay(upto: PlainDate): PlainDate {
  let date = upto;
  while (!isTargetDay(date)) date = addDays(date, -1);
  return date;
}
