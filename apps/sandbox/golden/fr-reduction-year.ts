import { frenchValues } from '@passerelle/rules';
import { Money, type PlainDate, Rate } from '@passerelle/values';

const { formulasOn, minimumWageHour, reductionMinimumWageHour, reductionOf } = frenchValues;

/** Months of one employee with one employer: first day of each month, pay, and hours of the contract in a week. */
export interface ReductionYear {
  readonly months: readonly { readonly first: PlainDate; readonly gross: Money }[];
  /** Hundredths of hours a week; 3 500 is full time. */
  readonly weeklyHundredths: bigint;
  readonly headcount: number;
  readonly minimumWage: 'as-decreed' | 'of-the-month';
}

/** One month of it: the coefficient so far and what the month grants, regularised and taken alone. */
export interface ReductionMonth {
  readonly coefficient: Rate;
  readonly granted: Money;
  readonly alone: Money;
}

/** The general reduction month by month over a year, as payslips with the sums of the year grant it. */
export function reductionOverTheYear(year: ReductionYear): readonly ReductionMonth[] {
  const employer = { isLarge: year.headcount >= 50, hasLeaveFund: false };
  const figure = year.minimumWage === 'of-the-month' ? minimumWageHour : reductionMinimumWageHour;
  let minimumWage = 0n;
  let pay = 0n;
  let before = 0n;
  return year.months.map(({ first, gross }) => {
    const { formula } = formulasOn(first);
    const ofMonth = figure.on(first).minor * year.weeklyHundredths * 260n;
    minimumWage += ofMonth;
    pay += gross.minor;
    const coefficient = formula(minimumWage, pay, employer);
    const due = reductionOf(coefficient, pay);
    const granted = due - before;
    before = due;
    const alone = reductionOf(formula(ofMonth, gross.minor, employer), gross.minor);
    return {
      coefficient: new Rate(coefficient, 10_000n),
      granted: new Money(granted, 'EUR'),
      alone: new Money(alone, 'EUR'),
    };
  });
}
