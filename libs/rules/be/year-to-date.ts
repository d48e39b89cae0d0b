import { type Month, type PlainDate, type Result, monthOf, ok, refuse, yearOf } from '@passerelle/values';
import type { YearToDate } from '../kit/payslip.js';
import type { RuleRefusal } from '../kit/refusal.js';
import { quarterOf } from './calendar.js';

/** What earlier payslips of the same year already counted, in cents: of the month, of the quarter, of the year. */
export interface Prior {
  readonly monthBase: bigint;
  readonly monthSpecial: bigint;
  readonly monthTaxable: bigint;
  readonly monthTax: bigint;
  readonly quarterGross: bigint;
  readonly quarterBase: bigint;
  readonly quarterSpecial: bigint;
  readonly bonus: bigint;
  readonly fiscalBonus: bigint;
}

const nothing: Prior = {
  monthBase: 0n,
  monthSpecial: 0n,
  monthTaxable: 0n,
  monthTax: 0n,
  quarterGross: 0n,
  quarterBase: 0n,
  quarterSpecial: 0n,
  bonus: 0n,
  fiscalBonus: 0n,
};

const names = Object.keys(nothing) as readonly (keyof Prior)[];

/** The part of the state that still counts in this month; refuses a state of a later month or one it cannot read. */
export function priorOf(state: YearToDate | undefined, first: PlainDate): Result<Prior, RuleRefusal> {
  if (state === undefined) return ok(nothing);
  const month = monthOf(first);
  const then = state['month'] as Month | undefined;
  if (then === undefined || names.some((name) => !/^-?\d+$/.test(state[name] ?? '')))
    return unreadable(first, 'The state of earlier payslips is not one that these rules wrote.');
  if (then > month) return unreadable(first, `Payslips of ${then} come after this one of ${month}.`);
  if (yearOf(then) !== yearOf(month)) return ok(nothing);
  const of = (name: keyof Prior): bigint => BigInt(state[name]!);
  const isSameMonth = then === month;
  const isSameQuarter = quarterOf(then) === quarterOf(month);
  return ok({
    monthBase: isSameMonth ? of('monthBase') : 0n,
    monthSpecial: isSameMonth ? of('monthSpecial') : 0n,
    monthTaxable: isSameMonth ? of('monthTaxable') : 0n,
    monthTax: isSameMonth ? of('monthTax') : 0n,
    quarterGross: isSameQuarter ? of('quarterGross') : 0n,
    quarterBase: isSameQuarter ? of('quarterBase') : 0n,
    quarterSpecial: isSameQuarter ? of('quarterSpecial') : 0n,
    bonus: of('bonus'),
    fiscalBonus: of('fiscalBonus'),
  });
}

const unreadable = (date: PlainDate, detail: string): Result<Prior, RuleRefusal> =>
  refuse({
    kind: 'impossible-facts',
    rule: 'be.year-to-date',
    date,
    field: 'yearToDate',
    detail,
    remedy: 'Give the yearToDate of the payslip just before, in the order of the months of work.',
  });

/** The state to keep after a payslip, as text. */
export const stateAfter = (month: Month, after: Prior): YearToDate => ({
  month,
  monthBase: after.monthBase.toString(),
  monthSpecial: after.monthSpecial.toString(),
  monthTaxable: after.monthTaxable.toString(),
  monthTax: after.monthTax.toString(),
  quarterGross: after.quarterGross.toString(),
  quarterBase: after.quarterBase.toString(),
  quarterSpecial: after.quarterSpecial.toString(),
  bonus: after.bonus.toString(),
  fiscalBonus: after.fiscalBonus.toString(),
});
