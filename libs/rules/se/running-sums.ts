import { type PlainDate, monthOf } from '@passerelle/values';
import { type YearToDate, runningSums } from '../kit/index.js';

const sums = runningSums('month', {
  yearPay: 'year',
  /** Pay of the year on which no contributions are owed yet because the year's pay is small. */
  yearUncharged: 'year',
  /** Pay of the month on which contributions were charged. */
  monthCharged: 'month',
  /** Pay of the month taxed by table, and the tax held back from it. */
  monthByTable: 'month',
  monthTableTax: 'month',
});

/** What this employer has already paid this person in the year and month of payment, in öre. */
export type RunningSums = typeof sums.nothing;

/** The sums that hold for a payment of this day: a new year or a new month begins at zero. */
export function sumsBefore(paidOn: PlainDate, state: YearToDate | undefined): RunningSums {
  const month = state?.['month'];
  if (state === undefined || month === undefined || month.slice(0, 4) !== paidOn.slice(0, 4)) return sums.nothing;
  return sums.read(state, (span) => span === 'month' && month !== monthOf(paidOn));
}

/** The sums as others store them. */
export const stateOf = (paidOn: PlainDate, after: RunningSums): YearToDate => sums.state(monthOf(paidOn), after);
