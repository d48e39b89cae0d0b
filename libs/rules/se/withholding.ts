import { type PlainDate, type Rate, type Result, ok, percent, refuse, yearOf } from '@passerelle/values';
import {
  type Fact,
  type InForce,
  type LineKind,
  type RuleRefusal,
  type Scheme,
  inForce,
  lawOfTheDay,
  refusals,
  remembered,
} from '../kit/index.js';
import { ageAtYearStart } from './contribution-plan.js';
import type { Deduction } from './deduction.js';
import { artistSink, decisionTax, flatDeduction, sideIncomeTax, sink, smallPayment, taxLine } from './flat-tax.js';
import { noTaxInformation, raisedTable } from './no-tax-information.js';
import { oneOffPercent, oneOffTax } from './one-off-tax.js';
import type { Facts } from './person-facts.js';
import type { Column } from './preliminary-tax.js';
import { type TaxTable, tableTax, taxTable } from './tax-table.js';
import { taxYear } from './tax-year.js';

/** How tax is held back from this person's pay, and the line that says so. */
export interface Withholding {
  readonly deduction: Deduction;
  readonly line: LineKind;
  /** What the line says instead when the pay, in öre, is under the limit from which tax is held back. */
  readonly small?: { readonly below: bigint; readonly line: LineKind };
  /** A month's table looks at all pay of the month together, a percentage at each payment alone. */
  readonly isByMonth: boolean;
}

/** Of whom tax is held back in a year, and what was really said of her: a decision is not assumed. */
interface Taxed {
  readonly yearPaid: number;
  readonly facts: Facts;
  readonly said: Readonly<Record<string, Fact>>;
}

/** Chooses the rule by the facts. Throws NoValueOnDay where the law of the day is not known. */
export function withholdingFor(paidOn: PlainDate, taxed: Taxed): Result<Withholding, RuleRefusal> {
  const { facts, said } = taxed;
  switch (facts.withholding) {
    case 'sink':
      return ok(sinkOn(paidOn));
    case 'a-sink':
      return ok(artistSinkOn(paidOn));
    case 'side-income':
      return ok(sideIncomeOn(paidOn));
    case 'decision':
      return byDecision(paidOn, said['decisionPercent']);
    case 'f-tax':
      return refuse(payerOfHerOwnTax(paidOn));
    case 'table':
    case 'no-tax-information':
      return byTable(paidOn, taxed);
  }
}

function byTable(paidOn: PlainDate, taxed: Taxed): Result<Withholding, RuleRefusal> {
  const { facts } = taxed;
  const column = columnFor(paidOn, taxed);
  if (!column.ok) return column;
  if (facts.pay === 'one-off') return oneOff(paidOn, facts, column.value);
  const table = taxTable(yearOf(paidOn), facts.taxTable, column.value);
  if (!table.ok) return table;
  return ok(facts.withholding === 'table' ? plainTable(table.value) : raised(paidOn, table.value));
}

const plainTable = remembered((table: TaxTable): Withholding => ({
  deduction: table,
  line: taxLine(tableTax, table.year.figures),
  isByMonth: true,
}));

function raised(paidOn: PlainDate, table: TaxTable): Withholding {
  const { value, applied } = inForce(noTaxInformation.extra, paidOn);
  return {
    deduction: raisedTable(table)((value.num * 1000n) / value.den),
    line: taxLine(noTaxInformation, [applied, ...table.year.figures]),
    isByMonth: true,
  };
}

function oneOff(paidOn: PlainDate, facts: Facts, column: Column): Result<Withholding, RuleRefusal> {
  const { expectedAnnualPay: expected } = facts;
  if (expected === 0) return refuse(expectationMissing(paidOn));
  const found = oneOffPercent(paidOn, column, expected);
  if (!found.ok) return found;
  const { value, applied } = found.value;
  if (facts.withholding === 'table')
    return ok(taxAtRate(paidOn, oneOffTax, { value: percent(String(value)), applied }, true));
  return refuse(
    refusals(noTaxInformation.id, paidOn).notCovered(
      'pay',
      'How much more is held back from a one-off amount when no tax certificate was given is not known here.',
      'Ask her for the tax certificate, or pay the amount with the pay of the month.',
    ),
  );
}

function byDecision(paidOn: PlainDate, text: Fact | undefined): Result<Withholding, RuleRefusal> {
  if (typeof text === 'string' && /^\d{1,3}(\.\d0*)?$/.test(text) && percent(text).num <= percent(text).den)
    return ok(decisionOn(paidOn)(text));
  return refuse(
    refusals(decisionTax.id, paidOn).impossible(
      'decisionPercent',
      'Tax is held back by decision, but the percentage of the decision is missing or not from 0 to 100.',
      'Give the percentage written in the Tax Agency’s decision, such as "27".',
    ),
  );
}

const sinkOn = lawOfTheDay((paidOn) => taxAtRate(paidOn, sink, inForce(sink.rate, paidOn), false));

const artistSinkOn = lawOfTheDay((paidOn) => taxAtRate(paidOn, artistSink, inForce(artistSink.rate, paidOn), false));

const sideIncomeOn = lawOfTheDay((paidOn) =>
  taxAtRate(paidOn, sideIncomeTax, inForce(sideIncomeTax.rate, paidOn), true),
);

const decisionOn = lawOfTheDay((paidOn) => {
  const { applied } = inForce(decisionTax.rounding, paidOn);
  return remembered((text: string) => taxAtRate(paidOn, decisionTax, { value: percent(text), applied }, true));
});

function taxAtRate(paidOn: PlainDate, of: Scheme, { value, applied }: InForce<Rate>, hasLimit: boolean): Withholding {
  const line = taxLine(of, [applied], value);
  if (!hasLimit) return { deduction: flatDeduction(value, 0n), line, isByMonth: false };
  const limit = inForce(smallPayment.limit, paidOn);
  const below = BigInt(limit.value) * 100n;
  return {
    deduction: flatDeduction(value, below),
    line,
    small: { below, line: taxLine(smallPayment, [limit.applied]) },
    isByMonth: false,
  };
}

/** By age unless the tax certificate says otherwise; a column for another age than hers is refused. */
function columnFor(paidOn: PlainDate, { yearPaid, facts }: Taxed): Result<Column, RuleRefusal> {
  const { birthYear, taxColumn: said } = facts;
  const isSenior = ageAtYearStart(yearPaid, birthYear) >= taxYear(yearOf(paidOn)).seniorAge;
  if (said === '5') return ok(5);
  if (said === 'by-age' || (said === '3') === isSenior) return ok(isSenior ? 3 : 1);
  return refuse(
    refusals(tableTax.id, paidOn).impossible(
      'taxColumn',
      `Column ${said} is not for a person born in ${birthYear}.`,
      `Check the year of birth, or leave the column out: column ${isSenior ? 3 : 1} is then used.`,
    ),
  );
}

const expectationMissing = (paidOn: PlainDate): RuleRefusal =>
  refusals(oneOffTax.id, paidOn).impossible(
    'expectedAnnualPay',
    'The tax on a one-off amount goes by the pay expected in the whole year, which is missing.',
    'Give the pay expected in the year in kronor, the one-off amount included.',
  );

const payerOfHerOwnTax = (paidOn: PlainDate): RuleRefusal =>
  refusals('se.f-tax', paidOn).impossible(
    'withholding',
    'Who is approved for F-tax pays her own tax and contributions: there is no payslip.',
    'Pay her invoice, or agree that she works as an employee and give her tax certificate.',
  );
