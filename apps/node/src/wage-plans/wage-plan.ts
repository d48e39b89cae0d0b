import type { Money, Month } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';

/** From a month on a member has this gross wage every month; null when she stops. Never edited. */
export interface WagePlan {
  readonly member: MemberId;
  readonly entity: EntityId;
  readonly from: Month;
  readonly gross: Money | null;
  /** False for plans of the time when payroll did not pay them: they were promised to move no money. */
  readonly isPaid: boolean;
  readonly decidedAt: Date;
}

/** Months without a break in which a wage is planned; `until` is the first one without, null when there is no end. */
export interface PlannedRun {
  readonly from: Month;
  readonly until: Month | null;
}

/** What becomes of a paid wage in a month: it begins, changes, or ends with the month before. */
export interface WageStep {
  /** The first month of the employment. */
  readonly since: Month;
  readonly from: Month;
  /** What is paid from then on, or was paid until then. */
  readonly gross: Money;
  readonly isEnd: boolean;
}

/** The gross that is planned for a month: what was decided last for the latest month that has begun by then. */
export function grossIn(plans: readonly WagePlan[], month: Month): Money | null {
  return standingIn(plans, month)?.gross ?? null;
}

/** The gross that payroll pays for a month; null when there is none, or when it is only planned. */
export function grossPaidIn(plans: readonly WagePlan[], month: Month): Money | null {
  const plan = standingIn(plans, month);
  return plan?.isPaid ? plan.gross : null;
}

/** The run that a month lies in, or the next one; null when nothing is planned from that month on. */
export const runFrom = (plans: readonly WagePlan[], month: Month): PlannedRun | null =>
  runsOf(plans).find(({ until }) => until === null || until > month) ?? null;

/** Every run of months that a wage is planned for, the earliest first. */
export function runsOf(plans: readonly WagePlan[]): readonly PlannedRun[] {
  const runs: PlannedRun[] = [];
  let from: Month | null = null;
  for (const plan of standing(plans)) {
    if (plan.gross !== null) from ??= plan.from;
    else if (from !== null) runs.push({ from, until: plan.from });
    if (plan.gross === null) from = null;
  }
  return from === null ? runs : [...runs, { from, until: null }];
}

/** Every step of the wages that payroll pays, the earliest first. A wage that stops before it began has none. */
export function stepsOf(plans: readonly WagePlan[]): readonly WageStep[] {
  const steps: WageStep[] = [];
  for (const { from, gross, isPaid } of standing(plans)) {
    const before = steps.at(-1);
    const since = before && !before.isEnd ? before.since : from;
    if (isPaid && gross !== null) steps.push({ since, from, gross, isEnd: false });
    else if (before && !before.isEnd) steps.push({ since, from, gross: before.gross, isEnd: true });
  }
  return steps;
}

const standingIn = (plans: readonly WagePlan[], month: Month): WagePlan | undefined =>
  standing(plans).findLast(({ from }) => from <= month);

/** One plan for each month that something was decided for, the earliest month first. */
const standing = (plans: readonly WagePlan[]): readonly WagePlan[] =>
  [...new Map(plans.map((plan) => [plan.from, plan])).values()].sort((one, other) => (one.from < other.from ? -1 : 1));
