import { type PlainDate, dated, percent, ratio } from '@passerelle/values';
import { factor, halfUp } from '../kit/exact.js';
import { act, scheme } from '../kit/scheme.js';
import { employeeContribution } from './employee-contribution.js';
import { exceptionalTax } from './exceptional-withholding.js';

/** Holiday pay: by the employer for employees, by the holiday fund (ONVA / RJV) for manual workers and artists. */
export const holidayPay = scheme({
  id: 'be.holiday-pay',
  localName: 'Vakantiegeld / Pécule de vacances',
  law: act('RD of 30 March 1967 on annual holidays', 'art. 38 to 46'),
  words: {
    en: 'Holiday pay',
    fr: 'Pécule de vacances',
    nl: 'Vakantiegeld',
    sv: 'Semesterersättning',
    de: 'Urlaubsgeld',
  },
  double: dated('be.holiday-pay.double', ['2024-01-01', percent('92'), 'CBC, holiday pay of employees', 'secondary']),
  /** 85 of the 92 hundredths bear the worker's contribution. */
  contributed: dated('be.holiday-pay.contributed', [
    '2024-01-01',
    ratio(85n, 92n),
    'CBC, holiday pay of employees',
    'secondary',
  ]),
  leavingSimple: dated('be.holiday-pay.leaving-simple', ['2024-01-01', percent('7.67'), 'from memory', 'to-confirm']),
  leavingDouble: dated('be.holiday-pay.leaving-double', ['2024-01-01', percent('7.67'), 'from memory', 'to-confirm']),
  fund: dated('be.holiday-pay.fund', [
    '2024-01-01',
    percent('15.38'),
    'CGSLB, holiday pay of manual workers, on 108 % of the year',
  ]),
  fundSolidarity: dated('be.holiday-pay.fund-solidarity', [
    '2024-01-01',
    percent('1'),
    'CGSLB, holiday pay of manual workers',
  ]),
  fundTaxLow: dated('be.holiday-pay.fund-tax-low', ['2024-01-01', percent('17.16'), 'from memory', 'to-confirm']),
  fundTaxHigh: dated('be.holiday-pay.fund-tax-high', ['2024-01-01', percent('23.22'), 'from memory', 'to-confirm']),
});

/** Double holiday pay of an employee, in cents: 92 % of a month, contribution on 85/92, exceptional tax on the rest. */
export function doubleHolidayPay(of: {
  readonly monthGross: bigint;
  readonly yearlyNormal: bigint;
  readonly children: number;
  readonly paidOn: PlainDate;
}): {
  readonly gross: bigint;
  readonly contribution: bigint;
  readonly taxable: bigint;
  readonly tax: bigint;
  readonly net: bigint;
} {
  const gross = halfUp(of.monthGross, factor(holidayPay.double.on(of.paidOn)));
  const base = halfUp(gross, factor(holidayPay.contributed.on(of.paidOn)));
  const contribution = halfUp(base, factor(employeeContribution.worker.on(of.paidOn)));
  const taxable = gross - contribution;
  const { yearlyNormal, children, paidOn } = of;
  const tax = exceptionalTax({ payment: 'holiday-pay', taxable, yearlyNormal, children, paidOn });
  return { gross, contribution, taxable, tax, net: taxable - tax };
}

/** Holiday pay of an employee who leaves, in cents of gross: simple and double part of the year's gross pay. */
export function leavingHolidayPay(
  yearGross: bigint,
  on: PlainDate,
): { readonly simple: bigint; readonly double: bigint } {
  return {
    simple: halfUp(yearGross, factor(holidayPay.leavingSimple.on(on))),
    double: halfUp(yearGross, factor(holidayPay.leavingDouble.on(on))),
  };
}

/** What the fund owes a manual worker before its own deductions, in cents; and its solidarity deduction of it. */
export function fundHolidayPay(
  yearPayAt108: bigint,
  on: PlainDate,
): { readonly gross: bigint; readonly solidarity: bigint } {
  const gross = halfUp(yearPayAt108, factor(holidayPay.fund.on(on)));
  return { gross, solidarity: halfUp(gross, factor(holidayPay.fundSolidarity.on(on))) };
}
