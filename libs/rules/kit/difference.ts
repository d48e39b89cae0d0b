import { Money } from '@passerelle/values';
import type { LineShare, Payslip, PayslipLine, YearToDate } from './payslip.js';
import type { Words } from './words.js';

/** A line that is otherwise on another payslip of the same work. */
export interface LineDifference {
  readonly id: string;
  readonly words: Words;
  /** Null where that payslip has no such line. */
  readonly before: PayslipLine | null;
  readonly after: PayslipLine | null;
  /** How much more it gives to the net, and adds to the cost. */
  readonly worker: Money;
  readonly employer: Money;
}

/** How a payslip differs from another one of the same work, to the minor unit. */
export interface PayslipDifference {
  readonly gross: Money;
  readonly taxable: Money;
  readonly net: Money;
  readonly cost: Money;
  /** In the order of the payslips. The worker's sides sum to the difference of the net, the employer's to that of the cost. */
  readonly lines: readonly LineDifference[];
  /** Names of sums that the next payslip of the year would begin with otherwise. */
  readonly sums: readonly string[];
}

/**
 * What two payslips say otherwise in money: amounts, bases, rates, and the sums they hand on. How a line is worded, which
 * source it names and which version made it may change without changing what anybody is paid. Null where they are equal.
 */
export function differenceOf(before: Payslip, after: Payslip): PayslipDifference | null {
  const lines = pairsOf(before.lines, after.lines).flatMap(([one, other]) => lineDifference(one, other, after));
  const totals = {
    gross: after.gross.minus(before.gross),
    taxable: after.taxable.minus(before.taxable),
    net: after.net.minus(before.net),
    cost: after.cost.minus(before.cost),
  };
  const sums = differingSums(before.yearToDate, after.yearToDate);
  const isEqual = lines.length + sums.length === 0 && Object.values(totals).every((each) => each.isZero());
  return isEqual ? null : { ...totals, lines, sums };
}

type Pair = readonly [before: PayslipLine | null, after: PayslipLine | null];

/** Lines of one name belong together in their order, should a payslip have several. */
function pairsOf(before: readonly PayslipLine[], after: readonly PayslipLine[]): readonly Pair[] {
  const rest = [...before];
  const take = (id: string): PayslipLine | null => {
    const index = rest.findIndex((line) => line.id === id);
    return index < 0 ? null : rest.splice(index, 1)[0]!;
  };
  const kept = after.map((line): Pair => [take(line.id), line]);
  return [...kept, ...rest.map((line): Pair => [line, null])];
}

function lineDifference(
  before: PayslipLine | null,
  after: PayslipLine | null,
  { currency }: Payslip,
): readonly LineDifference[] {
  if (before && after && isSameLine(before, after)) return [];
  const { id, words } = (after ?? before)!;
  const more = (side: 'worker' | 'employer'): Money => {
    const zero = Money.zero(currency);
    return (after?.[side]?.amount ?? zero).minus(before?.[side]?.amount ?? zero);
  };
  return [{ id, words, before, after, worker: more('worker'), employer: more('employer') }];
}

const isSameLine = (one: PayslipLine, other: PayslipLine): boolean =>
  isSameMoney(one.base, other.base) &&
  isSameShare(one.worker, other.worker) &&
  isSameShare(one.employer, other.employer);

const isSameMoney = (one: Money | null, other: Money | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const isSameShare = (one: LineShare | null, other: LineShare | null): boolean =>
  one === null || other === null
    ? one === other
    : one.amount.equals(other.amount) && one.rate?.toString() === other.rate?.toString();

/** A sum that one of them does not know is zero there: a newer release may count more. */
const differingSums = (before: YearToDate, after: YearToDate): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => (before[name] ?? '0') !== (after[name] ?? '0'))
    .sort();
