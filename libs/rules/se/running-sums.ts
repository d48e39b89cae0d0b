import { type PlainDate, monthOf } from '@passerelle/values';
import type { YearToDate } from '../kit/index.js';

/** What this employer has already paid this person in the year and month of payment, in öre. */
export interface RunningSums {
  readonly yearPay: bigint;
  /** Pay of the year on which no contributions are owed yet because the year's pay is small. */
  readonly yearUncharged: bigint;
  /** Pay of the month on which contributions were charged. */
  readonly monthCharged: bigint;
  /** Pay of the month taxed by table, and the tax held back from it. */
  readonly monthByTable: bigint;
  readonly monthTableTax: bigint;
}

const nothing: RunningSums = {
  yearPay: 0n,
  yearUncharged: 0n,
  monthCharged: 0n,
  monthByTable: 0n,
  monthTableTax: 0n,
};

/** The sums that hold for a payment of this day: a new year or a new month begins at zero. */
export function sumsBefore(paidOn: PlainDate, state: YearToDate | undefined): RunningSums {
  const month = state?.['month'];
  if (state === undefined || month === undefined || month.slice(0, 4) !== paidOn.slice(0, 4)) return nothing;
  const sum = (name: keyof RunningSums): bigint => BigInt(state[name] ?? '0');
  const year = { ...nothing, yearPay: sum('yearPay'), yearUncharged: sum('yearUncharged') };
  if (month !== monthOf(paidOn)) return year;
  return {
    ...year,
    monthCharged: sum('monthCharged'),
    monthByTable: sum('monthByTable'),
    monthTableTax: sum('monthTableTax'),
  };
}

/** The sums as others store them. */
export const stateOf = (paidOn: PlainDate, sums: RunningSums): YearToDate => ({
  month: monthOf(paidOn),
  yearPay: String(sums.yearPay),
  yearUncharged: String(sums.yearUncharged),
  monthCharged: String(sums.monthCharged),
  monthByTable: String(sums.monthByTable),
  monthTableTax: String(sums.monthTableTax),
});
