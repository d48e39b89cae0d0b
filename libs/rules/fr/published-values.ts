import { Money, type PlainDate, Rate } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { artistDayHours, ceilingHour, leaveFundEnlargement } from './amounts.js';
import { expenseDeduction } from './expense-deduction.js';
import { family } from './family.js';
import { housingAid } from './housing.js';
import { leaveFund } from './leave-fund.js';
import { oldAgeCapped, oldAgeUncapped } from './old-age.js';
import { artistRate } from './rule.js';
import { sickness } from './sickness.js';

export { type ReductionMonth, type ReductionYear, reductionOverTheYear } from './reduction-year.js';
export { gridRate, isShortContract, shortContractAllowance } from './withholding.js';

// Values that people look up by themselves. A payslip computes with the same figures and the same roundings.

/** The ceiling of one day of an artist engaged for less than five days: 12 hourly ceilings. */
export const artistDayCeiling = (date: PlainDate): { readonly hour: Money; readonly day: Money } => {
  const hour = inForce(ceilingHour, date).value;
  return { hour, day: new Money(hour.minor * inForce(artistDayHours, date).value, 'EUR') };
};

/** The part of equal days' pay that lies within the daily ceiling. */
export function dayCapped(date: PlainDate, pay: Money, days: number): Money {
  const most = artistDayCeiling(date).day.minor * BigInt(days);
  return new Money(pay.minor < most ? pay.minor : most, 'EUR');
}

/** The rate of the flat deduction for expenses; zero once it has ended. */
export function deductionRate(date: PlainDate, group: 'performers' | 'musicians'): Rate {
  const figure = expenseDeduction[group];
  const { endedFrom } = figure;
  return endedFrom !== undefined && date >= endedFrom ? Rate.zero : inForce(figure, date).value;
}

export const deductionLimit = (date: PlainDate): Money => inForce(expenseDeduction.limit, date).value;

/** What FNAL and mobility are charged on more because the fund pays the leave. */
export const enlargedBase = (date: PlainDate): Rate => inForce(leaveFundEnlargement, date).value;

/** Leave pay that the fund owes for a year's gross. */
export const leavePay = (date: PlainDate, gross: Money): Money =>
  gross.times(inForce(leaveFund.allowance, date).value, 'halfUp');

/** Artists at their reduced rates have no general reduction; everybody at ordinary rates has. */
export const hasGeneralReduction = (category: string, hasReducedRates: boolean): boolean =>
  !(category === 'artist' && hasReducedRates);

const lines = {
  sickness: { employer: sickness.employer },
  'sickness-reduced': { employer: sickness.reduced },
  'old-age-capped': { employer: oldAgeCapped.employer, worker: oldAgeCapped.worker },
  'old-age-uncapped': { employer: oldAgeUncapped.employer, worker: oldAgeUncapped.worker },
  family: { employer: family.employer },
  'family-reduced': { employer: family.reduced },
  'housing-under-50': { employer: housingAid.under50 },
  'housing-from-50': { employer: housingAid.from50 },
} as const;

export type RateLine = keyof typeof lines;

/** The rates of a line of social security on a day, as the category pays them; zero where a side pays nothing. */
export function ordinaryRates(line: RateLine, date: PlainDate, isArtist: boolean): { employer: Rate; worker: Rate } {
  const of = lines[line];
  const rateOf = (figure: (typeof of)['employer'] | undefined): Rate => {
    if (figure === undefined) return Rate.zero;
    const ordinary = inForce(figure, date).value;
    return isArtist ? artistRate(ordinary, date) : ordinary;
  };
  return { employer: rateOf(of.employer), worker: 'worker' in of ? rateOf(of.worker) : Rate.zero };
}
