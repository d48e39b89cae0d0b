import { type PlainDate, type Rate, type Result, day, ok } from '@passerelle/values';
import { type RuleRefusal, inForce } from '../kit/index.js';
import { inKronor } from './amounts.js';
import { allowanceFor } from './basic-allowance.js';
import { ageGroup, contributionPlan } from './contribution-plan.js';
import { artistSink, sideIncomeTax, sink } from './flat-tax.js';
import { oneOffPercent } from './one-off-tax.js';
import { mostPensionFee } from './pension-fee.js';
import { type AnnualTax, type Column, annualTax, columnKnown } from './preliminary-tax.js';
import { stateTax } from './state-tax.js';
import { taxTable } from './tax-table.js';
import { taxYear } from './tax-year.js';
import { creditByRate, creditForSeniors } from './work-income-credit.js';

/** The row of the monthly tax table in which a pay falls. */
export { publishedRow as tableRow } from './tax-table.js';

// The values that the Tax Agency publishes, answered by the same rules as a payslip. Amounts in whole kronor. Each
// throws NoValueOnDay for a year that the rules do not know.

/** A year's preliminary tax in its parts. */
export function preliminaryTax(
  year: number,
  table: number,
  column: Column,
  income: bigint,
): Result<AnnualTax, RuleRefusal> {
  const known = taxTable(year, table, column);
  return known.ok ? ok(annualTax(taxYear(year), table, column, income)) : known;
}

/** Basic allowance on a year's assessed income. */
export function basicAllowanceOf(year: number, income: bigint, isSenior: boolean): Result<bigint, RuleRefusal> {
  const figures = taxYear(year);
  const known = columnKnown(figures, isSenior ? 3 : 1);
  if (!known.ok) return known;
  return ok(allowanceFor(income, figures.allowance, isSenior ? figures.seniorAllowance : undefined));
}

/** Credit for a year's income from work, before it is limited to the local tax. */
export function workIncomeCreditOf(
  year: number,
  income: bigint,
  localRate: Rate,
  isSenior: boolean,
): Result<bigint, RuleRefusal> {
  const figures = taxYear(year);
  if (isSenior) {
    const known = columnKnown(figures, 3);
    return known.ok ? ok(creditForSeniors(income, figures.seniorCredit!)) : known;
  }
  const allowance = allowanceFor(income, figures.allowance);
  const perTenThousand = (localRate.num * 10_000n) / localRate.den;
  return ok(creditByRate(income, allowance, perTenThousand, figures.credit, figures.phaseOut));
}

/** The most that anyone pays in general pension fee in a year. */
export const mostGeneralPensionFee = (year: number): bigint => mostPensionFee(taxYear(year).pension);

/** The income of a year at which state tax starts (brytpunkt), as published, in whole kronor. */
export const stateTaxStart = (year: number, isSenior: boolean): bigint =>
  inKronor(inForce(isSenior ? stateTax.startsAtForSeniors : stateTax.startsAt, day(`${year}-01-01`)).value);

/** Percent held back from a one-off amount, by the pay expected in the year. */
export function oneOffRate(on: PlainDate, column: Column, expected: bigint): Result<number, RuleRefusal> {
  const found = oneOffPercent(on, column, Number(expected));
  return found.ok ? ok(found.value.value) : found;
}

export const sideIncomeRate = (on: PlainDate): Rate => inForce(sideIncomeTax.rate, on).value;

export const sinkRate = (on: PlainDate, isArtist: boolean): Rate =>
  inForce(isArtist ? artistSink.rate : sink.rate, on).value;

/** Employer contributions in 1/10 000 of the pay, for a year of birth: full rate, and the lower one where there is one. */
export function contributionRates(
  paidOn: PlainDate,
  birthYear: number,
  isForeignEmployer = false,
): { readonly full: bigint; readonly reduced?: bigint } {
  const plan = contributionPlan(paidOn, ageGroup(paidOn, birthYear), isForeignEmployer);
  return plan.reduced ? { full: plan.rate, reduced: plan.reduced.rate } : { full: plan.rate };
}
