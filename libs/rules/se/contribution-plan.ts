import { type PlainDate, Rate, yearOf } from '@passerelle/values';
import {
  type AppliedFigure,
  type LineKind,
  type PayslipLine,
  employerLine,
  inForce,
  inForceIfAny,
  least,
  lineKind,
} from '../kit/index.js';
import {
  components,
  contributionAges,
  contributionRounding,
  foreignEmployer,
  generalPayrollTax,
  minorReduction,
  oldAgePension,
  smallYearlyPay,
  youthReduction,
} from './employer-contributions.js';

/** Which rates an age makes; `none` for the oldest. */
export type AgeGroup = 'ordinary' | 'pension-only' | 'youth' | 'minor' | 'none';

interface Component {
  /** In 1/10 000. */
  readonly rate: bigint;
  readonly line: LineKind;
}

/** What an employer owes on one person's pay of a calendar month. Rates in 1/10 000, pay in whole kronor. */
export interface ContributionPlan {
  readonly group: AgeGroup;
  readonly rate: bigint;
  readonly components: readonly Component[];
  /** A lower total rate on the first kronor of the month's pay. */
  readonly reduced?: { readonly rate: bigint; readonly upTo: bigint; readonly line: LineKind };
  readonly rounding: LineKind;
  /** The one line of a pay on which nothing is owed. */
  readonly nothing: LineKind;
  readonly tooLittle: LineKind;
}

/** Completed years at the start of the year of payment. */
export const ageAtYearStart = (yearPaid: number, birthYear: number): number => yearPaid - birthYear - 1;

/** The group that the law of a day makes of somebody who is paid in a year. */
export function ageGroup(by: PlainDate, birthYear: number, yearPaid = yearOf(by)): AgeGroup {
  if (birthYear <= inForce(contributionAges.noneBornUpTo, by).value) return 'none';
  const age = ageAtYearStart(yearPaid, birthYear);
  if (age >= inForce(contributionAges.pensionOnlyFrom, by).value) return 'pension-only';
  const isIn = (limits: { fromAge: number; toAge: number } | undefined): boolean =>
    limits !== undefined && age >= limits.fromAge && age <= limits.toAge;
  if (isIn(inForceIfAny(youthReduction.limits, by)?.value)) return 'youth';
  return isIn(inForceIfAny(minorReduction.limits, by)?.value) ? 'minor' : 'ordinary';
}

/** The rates and lines of an age group on a day of payment. Throws NoValueOnDay outside the known years. */
export function contributionPlan(paidOn: PlainDate, group: AgeGroup, isForeign: boolean): ContributionPlan {
  const notes = [
    ...(isForeign ? [inForce(foreignEmployer.exemption, paidOn).applied] : []),
    ...(group === 'pension-only' ? [inForce(contributionAges.pensionOnlyFrom, paidOn).applied] : []),
  ];
  const due = components.filter((one) => isDue(one, group, isForeign)).map((one) => component(one, paidOn, notes));
  const rounding = inForce(contributionRounding.rule, paidOn).applied;
  const plain = { group: 'employer_social', currency: 'SEK' } as const;
  return {
    group,
    rate: due.reduce((total, { rate }) => total + rate, 0n),
    components: due,
    reduced: reductionFor(paidOn, group, due),
    rounding: lineKind(contributionRounding, { ...plain, figures: [rounding] }),
    nothing: lineKind(contributionAges, {
      ...plain,
      figures: [inForce(contributionAges.noneBornUpTo, paidOn).applied],
    }),
    tooLittle: lineKind(smallYearlyPay, { ...plain, figures: [inForce(smallYearlyPay.limit, paidOn).applied] }),
  };
}

/** What is owed in whole kronor on a month's pay in whole kronor: each rate apart, the öre dropped. */
export function contributionsOn(pay: bigint, { rate, reduced }: ContributionPlan): bigint {
  if (reduced === undefined) return (pay * rate) / 10_000n;
  const low = least(pay, reduced.upTo);
  return (low * reduced.rate) / 10_000n + ((pay - low) * rate) / 10_000n;
}

/**
 * The lines of one payment: whole kronor of this month's pay before it and with it. Each component is shown to the öre,
 * then the reduction for the age, then what the rounding to whole kronor changes.
 */
export function contributionLines(before: bigint, after: bigint, plan: ContributionPlan): PayslipLine[] {
  const pay = after - before;
  if (plan.components.length === 0) return [employerLine(plan.nothing, pay * 100n, 0n)];
  const lines: PayslipLine[] = [];
  let shown = 0n;
  for (const { rate, line } of plan.components) {
    const amount = (pay * rate + 50n) / 100n;
    shown += amount;
    lines.push(employerLine(line, pay * 100n, amount));
  }
  if (plan.reduced !== undefined) {
    const { rate, upTo, line } = plan.reduced;
    const low = least(after, upTo) - least(before, upTo);
    const amount = (low * (plan.rate - rate) + 50n) / 100n;
    shown -= amount;
    lines.push(employerLine(line, low * 100n, -amount));
  }
  const owed = (contributionsOn(after, plan) - contributionsOn(before, plan)) * 100n;
  if (owed !== shown) lines.push(employerLine(plan.rounding, null, owed - shown));
  return lines;
}

function isDue(one: (typeof components)[number], group: AgeGroup, isForeign: boolean): boolean {
  if (group === 'none' || (isForeign && one === generalPayrollTax)) return false;
  return group !== 'pension-only' || one === oldAgePension;
}

function component(one: (typeof components)[number], paidOn: PlainDate, notes: readonly AppliedFigure[]): Component {
  const { value, applied } = inForce(one.rate, paidOn);
  const figures = [applied, ...notes];
  return {
    rate: (value.num * 10_000n) / value.den,
    line: lineKind(one, { group: 'employer_social', currency: 'SEK', figures, employerRate: value }),
  };
}

/** The young: the pension contribution and half of each other, cut to two decimals. Minors: the pension contribution. */
function reductionFor(paidOn: PlainDate, group: AgeGroup, due: readonly Component[]): ContributionPlan['reduced'] {
  if (group !== 'youth' && group !== 'minor') return undefined;
  const rule = group === 'youth' ? youthReduction : minorReduction;
  const { value, applied } = inForce(rule.limits, paidOn);
  const kept = due.map((one) => {
    if (one.line.id === oldAgePension.id) return one.rate;
    return group === 'youth' ? one.rate / 2n : 0n;
  });
  const full = due.reduce((total, one) => total + one.rate, 0n);
  const rate = kept.reduce((total, one) => total + one, 0n);
  return {
    rate,
    upTo: value.monthlyPay.minor / 100n,
    line: lineKind(rule, {
      group: 'employer_social',
      currency: 'SEK',
      figures: [applied, ...due.flatMap(({ line }) => line.figures)],
      employerRate: new Rate(rate - full, 10_000n),
    }),
  };
}
