import { type CountryCode, type CurrencyCode, Money, type Result, mulDiv } from '@passerelle/values';
import { type PayslipDifference, differenceOf } from './difference.js';
import type { Payslip } from './payslip.js';
import type { RuleRefusal } from './refusal.js';
import type { Words } from './words.js';

/** How much an amount changes over the payslips that differ. */
export interface Change {
  readonly total: Money;
  readonly lowest: Money;
  readonly highest: Money;
}

/** What one line contributes, summed over payslips. */
export interface ChangeOfLine {
  readonly id: string;
  readonly words: Words;
  readonly payslips: number;
  readonly worker: Money;
  readonly employer: Money;
}

/** Payslips that cannot be made this way, by the rule that refuses. */
export interface Refusing {
  readonly kind: RuleRefusal['kind'];
  readonly rule: string;
  readonly payslips: number;
}

/** Payslips of one country compared one by one with what the same work gives otherwise. */
export interface Comparison {
  readonly country: CountryCode;
  readonly currency: CurrencyCode;
  readonly payslips: number;
  readonly differing: number;
  readonly net: Change;
  readonly cost: Change;
  /** Those that differ most first. Their worker's sides sum to the change of the net, the employer's to that of the cost. */
  readonly lines: readonly ChangeOfLine[];
  readonly refusing: readonly Refusing[];
}

/** Before the first payslip of a country. */
export function nothingCompared({ country, currency }: Pick<Comparison, 'country' | 'currency'>): Comparison {
  const zero = Money.zero(currency);
  const none = { total: zero, lowest: zero, highest: zero };
  return { country, currency, payslips: 0, differing: 0, net: none, cost: none, lines: [], refusing: [] };
}

/** One payslip more, and how it differs: null where it is equal. */
export interface Compared {
  readonly comparison: Comparison;
  readonly difference: PayslipDifference | null;
}

/** Compares one more payslip with what the rules answer for the same work. */
export function compare(so: Comparison, payslip: Payslip, answer: Result<Payslip, RuleRefusal>): Compared {
  const counted = { ...so, payslips: so.payslips + 1 };
  if (!answer.ok)
    return { comparison: { ...counted, refusing: withRefusal(so.refusing, answer.refusal) }, difference: null };
  const difference = differenceOf(payslip, answer.value);
  if (difference === null) return { comparison: counted, difference };
  const differing = so.differing + 1;
  const net = widened(so.net, difference.net, so.differing);
  const cost = widened(so.cost, difference.cost, so.differing);
  const lines = withLines(so.lines, difference.lines);
  return { comparison: { ...counted, differing, net, cost, lines }, difference };
}

/** Of the payslips that differ, half up. */
export const averageOf = ({ total }: Change, { differing }: Pick<Comparison, 'differing'>): Money =>
  differing === 0 ? total : new Money(mulDiv(total.minor, 1n, BigInt(differing), 'halfUp'), total.currency);

function widened({ total, lowest, highest }: Change, by: Money, before: number): Change {
  if (before === 0) return { total: by, lowest: by, highest: by };
  return {
    total: total.plus(by),
    lowest: by.isLessThan(lowest) ? by : lowest,
    highest: by.isMoreThan(highest) ? by : highest,
  };
}

function withLines(so: readonly ChangeOfLine[], more: PayslipDifference['lines']): readonly ChangeOfLine[] {
  const sums = new Map(so.map((line) => [line.id, line]));
  for (const { id, words, worker, employer } of more) {
    const known = sums.get(id);
    sums.set(
      id,
      known
        ? {
            ...known,
            payslips: known.payslips + 1,
            worker: known.worker.plus(worker),
            employer: known.employer.plus(employer),
          }
        : { id, words, payslips: 1, worker, employer },
    );
  }
  return [...sums.values()].sort((a, b) => b.payslips - a.payslips || (a.id < b.id ? -1 : 1));
}

function withRefusal(so: readonly Refusing[], { kind, rule }: RuleRefusal): readonly Refusing[] {
  const isSame = (each: Refusing): boolean => each.kind === kind && each.rule === rule;
  const known = so.find(isSame);
  if (!known) return [...so, { kind, rule, payslips: 1 }];
  return so.map((each) => (each === known ? { ...known, payslips: known.payslips + 1 } : each));
}
