import { type Result, day, ok, refuse } from '@passerelle/values';
import { type RuleRefusal, act, refusals, scheme } from '../kit/index.js';
import { type Deduction, type DeductionStep, linkedSteps } from './deduction.js';
import { type Column, annualTax, columnKnown, columns } from './preliminary-tax.js';
import { type TaxYear, taxYear } from './tax-year.js';

/** Tax by table: what the main employer holds back from the pay of a month. */
export const tableTax = scheme({
  id: 'se.table-tax',
  localName: 'Preliminär skatt enligt tabell',
  law: act('Skatteförfarandelag (2011:1244)', '11 kap. och 12 kap. 1–4 §§; SKV 433'),
  words: {
    en: 'Income tax by table',
    fr: 'Impôt sur le revenu selon la table',
    nl: 'Inkomstenbelasting volgens tabel',
    sv: 'Skatt enligt tabell',
    de: 'Einkommensteuer nach Tabelle',
  },
});

/** Numbers of the tables that exist: the total local rate in whole percent. */
export const lowestTable = 29;
export const highestTable = 42;

/** Up to here a row states kronor, above it a percentage; the last published row starts below the end. In kronor. */
const endOfAmounts = 80_000n;
const endOfTable = 2_000_000n;
const stepOfPercent = 200n;

/** One month's table for one column: kronor held back, by pay. */
export class TaxTable implements Deduction {
  private readonly amounts: readonly DeductionStep[];
  private above?: readonly DeductionStep[];

  constructor(
    readonly year: TaxYear,
    readonly table: number,
    readonly column: Column,
  ) {
    const afterAmounts = { from: (endOfAmounts + 1n) * 100n, fixed: 0n, perMille: 0n };
    this.amounts = linkedSteps([...amountRows(year, table, column), afterAmounts], true).slice(0, -1);
  }

  stepAt(pay: bigint): DeductionStep {
    const kronor = pay / 100n;
    return kronor <= endOfAmounts ? this.amounts[rowIndex(kronor)]! : stepHolding(this.percents, pay);
  }

  /** Every row from the lowest pay to the highest. */
  get rows(): readonly DeductionStep[] {
    return [...this.amounts, ...this.percents];
  }

  /** Ten thousand rows are looked at to find these, so only once somebody earns that much. */
  private get percents(): readonly DeductionStep[] {
    this.above ??= this.percentSteps();
    return this.above;
  }

  private percentSteps(): readonly DeductionStep[] {
    const rows = percentRows(this.year, this.table, this.column);
    return linkedSteps(rows, true, this.amounts[this.amounts.length - 1]);
  }
}

const tables = new Map<number, TaxTable>();

/** The table of a year, or why there is none. Computed once. */
export function taxTable(year: number, table: number, column: Column): Result<TaxTable, RuleRefusal> {
  const key = (year * 100 + table) * 10 + column;
  const made = tables.get(key);
  if (made !== undefined) return ok(made);
  const figures = taxYear(year);
  if (!Number.isInteger(table) || table < lowestTable || table > highestTable) return refuse(unknownTable(year, table));
  const known = columnKnown(figures, column);
  if (!known.ok) return known;
  const fresh = new TaxTable(figures, table, column);
  tables.set(key, fresh);
  return ok(fresh);
}

/** One row as published: kronor or, above 80 000, whole percent. `to` is absent on the last row. */
export interface PublishedRow {
  readonly from: bigint;
  readonly to?: bigint;
  readonly kronor?: bigint;
  readonly percent?: bigint;
}

/** The published row in which a month's pay in whole kronor falls. Rows of percent are merged over all known columns. */
export function publishedRow(
  year: number,
  table: number,
  column: Column,
  pay: bigint,
): Result<PublishedRow, RuleRefusal> {
  const found = taxTable(year, table, column);
  if (!found.ok) return found;
  const step = found.value.stepAt(pay * 100n);
  if (pay <= endOfAmounts) {
    const [from, to] = [(step.from + 99n) / 100n, step.to! / 100n];
    return ok({ from: from === 0n ? 1n : from, to, kronor: step.fixed });
  }
  let from = endOfAmounts + 1n;
  let to: bigint | undefined;
  for (const other of columns) {
    const beside = taxTable(year, table, other);
    if (!beside.ok) continue;
    const { from: start, to: end } = beside.value.stepAt(pay * 100n);
    if (start / 100n > from) from = start / 100n;
    if (end !== null && (to === undefined || end / 100n < to)) to = end / 100n;
  }
  return ok({ from, to, percent: step.perMille / 10n });
}

/** Row limits: 1–2 000, then steps of 100 to 20 000, then steps of 200 to 80 000 kronor. */
function rowIndex(kronor: bigint): number {
  if (kronor <= 2000n) return 0;
  if (kronor <= 20_000n) return Number((kronor - 1901n) / 100n);
  return Number((kronor - 20_001n) / 200n) + 181;
}

interface Row {
  readonly from: bigint;
  readonly fixed: bigint;
  readonly perMille: bigint;
}

/** The upper end of a row is taken twelve times, and a twelfth of its tax is held back; the first row is always 0. */
function amountRows(year: TaxYear, table: number, column: Column): readonly Row[] {
  const rows: Row[] = [{ from: 0n, fixed: 0n, perMille: 0n }];
  for (let from = 2001n; from <= endOfAmounts;) {
    const to = from + (from <= 20_000n ? 99n : 199n);
    rows.push({ from: from * 100n, fixed: monthlyTax(year, table, column, to), perMille: 0n });
    from = to + 1n;
  }
  return rows;
}

/** The same for whole percent, halves up, in steps of 200; equal neighbours are one row. */
function percentRows(year: TaxYear, table: number, column: Column): readonly Row[] {
  const rows: Row[] = [];
  let previous = -1n;
  for (let to = endOfAmounts + stepOfPercent; to <= endOfTable; to += stepOfPercent) {
    const percent = (200n * monthlyTax(year, table, column, to) + to) / (2n * to);
    if (percent === previous) continue;
    rows.push({ from: (to - stepOfPercent + 1n) * 100n, fixed: 0n, perMille: percent * 10n });
    previous = percent;
  }
  return rows;
}

const monthlyTax = (year: TaxYear, table: number, column: Column, monthlyPay: bigint): bigint =>
  annualTax(year, table, column, monthlyPay * 12n).total / 12n;

/** The step in which a pay in öre falls. */
export function stepHolding(all: readonly DeductionStep[], pay: bigint): DeductionStep {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (all[middle]!.from <= pay) low = middle;
    else high = middle - 1;
  }
  return all[low]!;
}

const unknownTable = (year: number, table: number): RuleRefusal =>
  refusals(tableTax.id, day(`${year}-01-01`)).impossible(
    'taxTable',
    `There is no tax table ${table}.`,
    `Give the number on the tax certificate: a whole number from ${lowestTable} to ${highestTable}.`,
  );
