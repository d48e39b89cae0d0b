import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { YearToDate } from '../kit/payslip.js';
import { type RuleRefusal, refusals } from '../kit/refusal.js';
import { runningSums } from '../kit/year-to-date.js';

/** Amounts in cents, unless they say otherwise. */
const sums = runningSums('year', {
  /** Pay under the ceilings of the general scheme, and those ceilings in fine units. */
  base: 'year',
  ceiling: 'year',
  /** Pay of the show business under the yearly tranches of Agirc-Arrco. */
  showBase: 'year',
  /** Used of the yearly limit of the flat deduction for expenses. */
  deduction: 'year',
  /** Pay, the same before the flat deduction, hours (in 6 000ths) and minimum wage (in 6 000ths of a cent). */
  pay: 'contract',
  wage: 'contract',
  time: 'contract',
  minimumWage: 'contract',
  /** General reduction granted so far. */
  reduction: 'contract',
  /** Pay charged with the full rates of sickness and family so far. */
  sicknessFull: 'contract',
  familyFull: 'contract',
  /** Pay whose indemnities at the end of the contract are still to be paid. */
  endIndemnity: 'contract',
  leaveIndemnity: 'contract',
});

/**
 * What the year with one employer has seen so far. The sums of the contract start again with each fixed-term contract,
 * the others with each year.
 */
export type Sums = typeof sums.nothing;

/** The sums before this payslip. A refusal when they are those of another year. */
export function sumsBefore(
  state: YearToDate | undefined,
  date: PlainDate,
  startsContract: boolean,
): Result<Sums, RuleRefusal> {
  const year = state?.['year'];
  if (state === undefined || year === undefined) return ok(sums.nothing);
  if (date.startsWith(year)) return ok(sums.read(state, (span) => span === 'contract' && startsContract));
  return refuse(
    refusals('fr.year-to-date', date).impossible(
      'yearToDate',
      `The sums are those of ${year}, the pay is of ${date}.`,
      'Start each year without sums; only the first payslip of a person and employer in a year has none.',
    ),
  );
}

/** The state to keep with the payslip. */
export const stateOf = (date: PlainDate, after: Sums): YearToDate => sums.state(date.slice(0, 4), after);
