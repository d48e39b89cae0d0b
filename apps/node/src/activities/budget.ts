import { type CurrencyCode, Money, type PlainDate, max, min, sum } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';

/**
 * What of one mission belongs to one activity. `isShared` once its payslip is made or its income is kept for monthly
 * wages: from then on the books hold what is left of it; before, contribution and wage are planned.
 */
export interface Income {
  readonly isDone: boolean;
  readonly isShared: boolean;
  /** What the cooperative gets for the mission, without VAT and without the share of a host. */
  readonly income: Money;
  readonly contribution: Money;
  /** What of it is for wages, at employer cost. */
  readonly wage: Money;
  /** What of that has become a wage: all of it with a payslip of its own, or what monthly wages took of it. */
  readonly waged: Money;
  /** What of the income has come in. */
  readonly collected: Money;
}

/** A mission with the part of its income that is set aside for a collective activity. */
export interface SharedMission extends Income {
  readonly forOther: Money;
}

/** What a mission brings for monthly wages. */
export interface WageMoney {
  readonly mission: MissionId;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly amount: Money;
  /** What monthly wages took of it. */
  readonly drawn: Money;
  /** Its work is done, and its money waits for monthly wages. */
  readonly isKept: boolean;
  /** Everything that must be before its first day is there. */
  readonly hasBegun: boolean;
}

/** Sums of the entries on the account of an activity; all are zero or more but `balance`. */
export interface Entries {
  readonly currency: CurrencyCode;
  /** What the account holds: what was left of shared missions, less expenses, with grants. */
  readonly balance: Money;
  readonly expenses: Money;
  readonly granted: Money;
  readonly received: Money;
  /** What monthly wages took that missions did not carry. */
  readonly waged: Money;
  /** Promised to expenses and grants that nobody has decided yet. */
  readonly reserved: Money;
}

/**
 * What an activity has and may spend. The budget is derived from missions, payslips, receipts and the book each time:
 * `collected + carried − contribution − paidWages − plannedWages − expenses − reserved − granted + received + other` is
 * `available`, or less than zero, and then nothing is available.
 */
export interface Budget {
  /** Income of work that is ordered and not done, and of work that is done, not paid yet by those who owe it. */
  readonly orders: Money;
  readonly invoiced: Money;
  readonly collected: Money;
  /** Wages and contributions that income not yet paid, or the guarantee fund, carries: it counts for nothing else. */
  readonly carried: Money;
  readonly contribution: Money;
  readonly paidWages: Money;
  readonly plannedWages: Money;
  readonly expenses: Money;
  readonly reserved: Money;
  readonly granted: Money;
  readonly received: Money;
  /** Entries on the account that none of these explains, such as a correction by finance. May be negative. */
  readonly other: Money;
  /** What the account in the book holds. */
  readonly balance: Money;
  /** What may be spent on expenses or granted now. */
  readonly available: Money;
  /** How much is missing before anything is available again. */
  readonly lacking: Money;
}

/** The budget of an activity. What is kept for wages of months to come is planned: it may be spent on nothing else. */
export function budgetOf(incomes: readonly Income[], entries: Entries): Budget {
  const { currency, balance, expenses, granted, received, waged, reserved } = entries;
  const zero = Money.zero(currency);
  const total = (of: (income: Income) => Money): Money => sum(incomes.map(of), currency);
  const when = (is: boolean, amount: Money): Money => (is ? amount : zero);
  const lines = {
    orders: total((each) => when(!each.isDone, openOf(each))),
    invoiced: total((each) => when(each.isDone, openOf(each))),
    collected: total(({ collected }) => collected),
    carried: total(carriedOf),
    contribution: total(({ contribution }) => contribution),
    paidWages: total((income) => income.waged).plus(waged),
    plannedWages: total((income) => income.wage.minus(income.waged)),
    expenses,
    reserved,
    granted,
    received,
  };
  const left = total((each) => when(each.isShared, leftOf(each)));
  const other = balance.minus(left).plus(expenses).plus(granted).minus(received).plus(waged);
  const free = freeOf({ ...lines, other });
  return { ...lines, other, balance, available: max(zero, free), lacking: max(zero, free.negated()) };
}

/** What the lines of a budget come to; less than zero when more is promised than has come in. */
export const freeOf = (lines: Omit<Budget, 'orders' | 'invoiced' | 'balance' | 'available' | 'lacking'>): Money =>
  lines.collected
    .plus(lines.carried)
    .minus(lines.contribution)
    .minus(lines.paidWages)
    .minus(lines.plannedWages)
    .minus(lines.expenses)
    .minus(lines.reserved)
    .minus(lines.granted)
    .plus(lines.received)
    .plus(lines.other);

/** What is left of a mission once everybody is paid. */
const leftOf = ({ income, contribution, wage }: Income): Money => income.minus(contribution).minus(wage);

const openOf = ({ income, collected }: Income): Money => income.minus(collected);

/** The money of a mission goes to its own wage first; what the wage lacks is no other mission's loss. */
const carriedOf = ({ contribution, wage, collected }: Income): Money =>
  max(collected.minus(collected), contribution.plus(wage).minus(collected));

/** The worker's own part of a mission. Before its payslip is made, its money counts for that wage alone. */
export function ownPart(mission: SharedMission): Income {
  const { forOther, contribution, wage, isShared } = mission;
  const collected = mission.collected.minus(collectedForOther(mission));
  return {
    ...mission,
    income: mission.income.minus(forOther),
    collected: isShared ? collected : min(collected, contribution.plus(wage)),
  };
}

/** The part of a mission that is set aside for a collective activity; it is paid for last but before the remainder. */
export function otherPart(mission: SharedMission): Income {
  const zero = mission.income.minus(mission.income);
  return {
    ...mission,
    income: mission.forOther,
    contribution: zero,
    wage: zero,
    waged: zero,
    collected: collectedForOther(mission),
  };
}

function collectedForOther({ forOther, contribution, wage, collected, isShared }: SharedMission): Money {
  const zero = collected.minus(collected);
  if (!isShared) return zero;
  return min(forOther, max(zero, collected.minus(contribution).minus(wage)));
}
