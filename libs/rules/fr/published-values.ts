import { Money, type PlainDate, Rate } from '@passerelle/values';
import { artistDayHours, ceilingHour } from './amounts.js';
import { expenseDeduction } from './expense-deduction.js';

// Values that people look up by themselves. A payslip computes with the same figures and the same roundings.

export { ceilingDay, leaveFundEnlargement, minimumWageHour, reductionMinimumWageHour } from './amounts.js';
export { expenseDeduction } from './expense-deduction.js';
export { family } from './family.js';
export { formulasOn } from './general-reduction.js';
export { leaveFund } from './leave-fund.js';
export { reductionOf } from './reduction-formulas.js';
export { artistRate } from './rule.js';
export { sickness } from './sickness.js';
export { gridRate, isShortContract, shortContractAllowance } from './withholding.js';

/** The ceiling of one day of an artist engaged for less than five days: 12 hourly ceilings. */
export const artistDayCeiling = (date: PlainDate): { readonly hour: Money; readonly day: Money } => {
  const hour = ceilingHour.on(date);
  return { hour, day: new Money(hour.minor * artistDayHours.on(date), 'EUR') };
};

/** The rate of the flat deduction for expenses; zero once it has ended. */
export function deductionRate(date: PlainDate, group: 'performers' | 'musicians'): Rate {
  const figure = expenseDeduction[group];
  const { endedFrom } = figure;
  return endedFrom !== undefined && date >= endedFrom ? Rate.zero : figure.on(date);
}
