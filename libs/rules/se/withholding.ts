import { type PlainDate, type Rate, type Result, ok, percent, refuse, yearOf } from '@passerelle/values';
import { type Fact, type LineKind, type RuleRefusal, inForce } from '../kit/index.js';
import { ageAtYearStart } from './contribution-plan.js';
import type { Deduction } from './deduction.js';
import { artistSink, decisionTax, flatDeduction, sideIncomeTax, sink, smallPayment, taxLine } from './flat-tax.js';
import { noTaxInformation, raisedTable } from './no-tax-information.js';
import { oneOffPercent, oneOffTax } from './one-off-tax.js';
import {
  birthYear,
  decisionPercent,
  expectedAnnualPay,
  payKind,
  taxColumn,
  taxTableNumber,
  withholding,
} from './person-facts.js';
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

type Facts = Readonly<Record<string, Fact>>;

/** Chooses the rule by the facts. Throws NoValueOnDay where the law of the day of payment is not known. */
export function withholdingFor(paidOn: PlainDate, facts: Facts): Result<Withholding, RuleRefusal> {
  const way = withholding.of(facts);
  switch (way) {
    case 'sink':
      return ok(flat(`sink ${paidOn}`, () => taxAtRate(paidOn, sink, inForce(sink.rate, paidOn), false)));
    case 'a-sink':
      return ok(flat(`a-sink ${paidOn}`, () => taxAtRate(paidOn, artistSink, inForce(artistSink.rate, paidOn), false)));
    case 'side-income':
      return ok(
        flat(`side ${paidOn}`, () => taxAtRate(paidOn, sideIncomeTax, inForce(sideIncomeTax.rate, paidOn), true)),
      );
    case 'decision':
      return byDecision(paidOn, facts);
    case 'f-tax':
      return refuse(payerOfHerOwnTax(paidOn));
    case 'table':
    case 'no-tax-information':
      return byTable(paidOn, facts, way);
  }
}

function byTable(
  paidOn: PlainDate,
  facts: Facts,
  way: 'table' | 'no-tax-information',
): Result<Withholding, RuleRefusal> {
  const column = columnFor(paidOn, facts);
  if (!column.ok) return column;
  if (payKind.of(facts) === 'one-off') return oneOff(paidOn, facts, way, column.value);
  const table = taxTable(yearOf(paidOn), taxTableNumber.of(facts), column.value);
  if (!table.ok) return table;
  return ok(way === 'table' ? plainTable(table.value) : raised(paidOn, table.value));
}

function plainTable(table: TaxTable): Withholding {
  let made = plainTables.get(table);
  if (made === undefined) {
    made = { deduction: table, line: taxLine(tableTax, table.year.figures), isByMonth: true };
    plainTables.set(table, made);
  }
  return made;
}

const plainTables = new WeakMap<TaxTable, Withholding>();

function raised(paidOn: PlainDate, table: TaxTable): Withholding {
  const { value, applied } = inForce(noTaxInformation.extra, paidOn);
  return {
    deduction: raisedTable(table, (value.num * 1000n) / value.den),
    line: taxLine(noTaxInformation, [applied, ...table.year.figures]),
    isByMonth: true,
  };
}

function oneOff(
  paidOn: PlainDate,
  facts: Facts,
  way: 'table' | 'no-tax-information',
  column: Column,
): Result<Withholding, RuleRefusal> {
  const expected = expectedAnnualPay.of(facts);
  if (expected === 0) return refuse(expectationMissing(paidOn));
  const found = oneOffPercent(paidOn, column, expected);
  if (!found.ok) return found;
  const { value, applied } = found.value;
  if (way === 'table')
    return ok(
      flat(`one-off ${paidOn} ${column} ${value}`, () =>
        taxAtRate(paidOn, oneOffTax, { value: percent(String(value)), applied }, true),
      ),
    );
  return refuse({
    kind: 'not-covered',
    rule: noTaxInformation.id,
    date: paidOn,
    field: 'pay',
    detail: 'How much more is held back from a one-off amount when no tax certificate was given is not known here.',
    remedy: 'Ask her for the tax certificate, or pay the amount with the pay of the month.',
  });
}

function byDecision(paidOn: PlainDate, facts: Facts): Result<Withholding, RuleRefusal> {
  const text = facts[decisionPercent.name];
  const isPercent =
    typeof text === 'string' && /^\d{1,3}(\.\d0*)?$/.test(text) && percent(text).num <= percent(text).den;
  if (!isPercent)
    return refuse({
      kind: 'impossible-facts',
      rule: decisionTax.id,
      date: paidOn,
      field: decisionPercent.name,
      detail: 'Tax is held back by decision, but the percentage of the decision is missing or not from 0 to 100.',
      remedy: 'Give the percentage written in the Tax Agency’s decision, such as "27".',
    });
  const { applied } = inForce(decisionTax.rounding, paidOn);
  return ok(
    flat(`decision ${paidOn} ${text}`, () => taxAtRate(paidOn, decisionTax, { value: percent(text), applied }, true)),
  );
}

function taxAtRate(
  paidOn: PlainDate,
  of: Parameters<typeof taxLine>[0],
  { value, applied }: { value: Rate; applied: Parameters<typeof taxLine>[1][number] },
  hasLimit: boolean,
): Withholding {
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
function columnFor(paidOn: PlainDate, facts: Facts): Result<Column, RuleRefusal> {
  const isSenior = ageAtYearStart(paidOn, birthYear.of(facts)) >= taxYear(yearOf(paidOn)).seniorAge;
  const said = taxColumn.of(facts);
  if (said === '5') return ok(5);
  if (said === 'by-age' || (said === '3') === isSenior) return ok(isSenior ? 3 : 1);
  return refuse({
    kind: 'impossible-facts',
    rule: tableTax.id,
    date: paidOn,
    field: taxColumn.name,
    detail: `Column ${said} is not for a person born in ${birthYear.of(facts)}.`,
    remedy: `Check the year of birth, or leave the column out: column ${isSenior ? 3 : 1} is then used.`,
  });
}

const expectationMissing = (paidOn: PlainDate): RuleRefusal => ({
  kind: 'impossible-facts',
  rule: oneOffTax.id,
  date: paidOn,
  field: expectedAnnualPay.name,
  detail: 'The tax on a one-off amount goes by the pay expected in the whole year, which is missing.',
  remedy: 'Give the pay expected in the year in kronor, the one-off amount included.',
});

const payerOfHerOwnTax = (paidOn: PlainDate): RuleRefusal => ({
  kind: 'impossible-facts',
  rule: 'se.f-tax',
  date: paidOn,
  field: withholding.name,
  detail: 'Who is approved for F-tax pays her own tax and contributions: there is no payslip.',
  remedy: 'Pay her invoice, or agree that she works as an employee and give her tax certificate.',
});

const flats = new Map<string, Withholding>();
const flatsKept = 4096;

/** Made once for each day and percentage, so that payslips share it. */
function flat(key: string, make: () => Withholding): Withholding {
  let made = flats.get(key);
  if (made === undefined) {
    made = make();
    if (flats.size >= flatsKept) flats.clear();
    flats.set(key, made);
  }
  return made;
}
