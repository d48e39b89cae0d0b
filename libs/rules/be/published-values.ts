/** What the golden runner and decisions outside a payslip ask of the Belgian rules: each by the function payslips use. */
export {
  type AllowanceAsked,
  type AllowanceDay,
  type AllowanceRefusal,
  amateurArtsAllowance,
  clientDues,
  decideAllowance,
} from './amateur-arts-allowance.js';
export { contributionBase, minimumIncome } from './amounts.js';
export { artistReduction } from './artist-reduction.js';
export { artistWithholding } from './artist-withholding.js';
export { cachetDays, cachetDivisor } from './cachet.js';
export { weekdaysOf } from './calendar.js';
export { employeeContribution } from './employee-contribution.js';
export { employerContribution } from './employer-contribution.js';
export { childExemptionLimit, childReductionFor, exceptionalRate, exceptionalTax } from './exceptional-withholding.js';
export { childrenMonthly } from './family-reductions.js';
export { doubleHolidayPay, fundHolidayPay, holidayPay, leavingHolidayPay } from './holiday-pay.js';
export { mealVouchers } from './meal-vouchers.js';
export { minimumHour, minimumMonth, minimumShare } from './minimum-income.js';
export { type Taxation, specialContribution, specialDue } from './special-contribution.js';
export {
  type Incomes,
  type YearlyTax,
  lumpSumExpenses,
  monthOfYearly,
  scaleTax,
  withholdingTax,
  yearlyTax,
} from './withholding-tax.js';
export { type Bonus, bonusRule, partTimeBonus } from './work-bonus.js';
