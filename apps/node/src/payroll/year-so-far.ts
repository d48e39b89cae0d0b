import { type Money, sum } from '@passerelle/values';
import type { Explanation } from './explanation.js';
import type { PartGroup } from './part-words.js';

/** A line of a payslip with what it has come to in the year, this payslip included. */
export interface LineOfYear extends Explanation {
  readonly yearToDate: Money;
}

/** A group of lines, the net or the cost of the employment: on this payslip, and in the year so far. */
export interface SumOfYear {
  readonly group: PartGroup | 'cost';
  readonly amount: Money;
  readonly yearToDate: Money;
}

/** The groups whose lines make the net, in the order in which they are read; the cooperative's own part comes after it. */
const ofTheNet = ['earned', 'held_back_social', 'tax', 'expenses_and_corrections'] as const;

/**
 * The lines of a payslip with their sums of the year. `earlier` are the lines of each payslip of the same person, employer
 * and year before it, the oldest first. A line that only they have stands there with nothing, so that sums can be followed.
 */
export function linesOfYear(
  lines: readonly Explanation[],
  earlier: readonly (readonly Explanation[])[],
): readonly LineOfYear[] {
  const before = earlier.flat();
  const gone = new Map(before.filter(({ id }) => !lines.some((line) => line.id === id)).map((line) => [line.id, line]));
  return [...lines, ...[...gone.values()].map(withNothing)].map((line) => ({
    ...line,
    yearToDate: totalOf(
      [...before.filter(({ id }) => id === line.id), line].map(({ amount }) => amount),
      line,
    ),
  }));
}

/** What the groups that have lines come to, then the net, what the cooperative pays on top, and the cost of both. */
export function sumsOfYear(lines: readonly LineOfYear[]): readonly SumOfYear[] {
  const [any] = lines;
  if (!any) return [];
  const sumOf = (group: SumOfYear['group'], groups: readonly PartGroup[]): SumOfYear => {
    const those = lines.filter((line) => groups.includes(line.group));
    const amount = totalOf(
      those.map((line) => line.amount),
      any,
    );
    const yearToDate = totalOf(
      those.map((line) => line.yearToDate),
      any,
    );
    return { group, amount, yearToDate };
  };
  const present = (group: PartGroup): boolean => lines.some((line) => line.group === group);
  return [
    ...ofTheNet.filter(present).map((group) => sumOf(group, [group])),
    sumOf('net', ofTheNet),
    ...(present('paid_on_top') ? [sumOf('paid_on_top', ['paid_on_top'])] : []),
    sumOf('cost', ['earned', 'paid_on_top']),
  ];
}

const withNothing = (line: Explanation): Explanation => ({
  ...line,
  amount: line.amount.minus(line.amount),
  base: null,
  rate: null,
  rounding: null,
  previous: null,
});

const totalOf = (amounts: readonly Money[], { amount: { currency } }: Explanation): Money => sum(amounts, currency);
