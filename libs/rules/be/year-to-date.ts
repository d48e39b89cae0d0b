import { type Month, type PlainDate, type Refused, type Result, monthOf, ok, refuse, yearOf } from '@passerelle/values';
import type { YearToDate } from '../kit/payslip.js';
import { type RuleRefusal, refusals } from '../kit/refusal.js';
import { runningSums } from '../kit/year-to-date.js';
import { quarterOf } from './calendar.js';

/** In cents; each begins again with its span. */
const sums = runningSums('month', {
  monthBase: 'month',
  monthSpecial: 'month',
  monthTaxable: 'month',
  monthTax: 'month',
  quarterGross: 'quarter',
  quarterBase: 'quarter',
  quarterSpecial: 'quarter',
  bonus: 'year',
  fiscalBonus: 'year',
});

/** What earlier payslips of the same year already counted. */
export type Prior = typeof sums.nothing;

/** The part of the state that still counts in this month; refuses a state of a later month or one it cannot read. */
export function priorOf(state: YearToDate | undefined, first: PlainDate): Result<Prior, RuleRefusal> {
  if (state === undefined) return ok(sums.nothing);
  const month = monthOf(first);
  const then = state['month'] as Month | undefined;
  if (then === undefined || !sums.areIn(state))
    return unreadable(first, 'The state of earlier payslips is not one that these rules wrote.');
  if (then > month) return unreadable(first, `Payslips of ${then} come after this one of ${month}.`);
  if (yearOf(then) !== yearOf(month)) return ok(sums.nothing);
  const isOver = { month: then !== month, quarter: quarterOf(then) !== quarterOf(month), year: false };
  return ok(sums.read(state, (span) => isOver[span]));
}

const unreadable = (date: PlainDate, detail: string): Refused<RuleRefusal> =>
  refuse(
    refusals('be.year-to-date', date).impossible(
      'yearToDate',
      detail,
      'Give the yearToDate of the payslip just before, in the order of the months of work.',
    ),
  );

/** The state to keep after a payslip, as text. */
export const stateAfter = (month: Month, after: Prior): YearToDate => sums.state(month, after);
