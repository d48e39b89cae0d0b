import { type Money, type Month, daysBetween, lastDayOf, max, min, monthOf, ratio } from '@passerelle/values';
import type { Budget, WageMoney } from '../activities/budget.js';
import type { MissionId } from '../missions/mission.js';
import { type Means, monthAfter } from './wage-forecast.js';

/** What carries the wage of a month when it is paid. */
export interface Carriers {
  /** What each mission may still give, the oldest work first. */
  readonly missions: readonly { readonly mission: MissionId; readonly amount: Money }[];
  /** All that may be spent, so that the budget does not fall below zero: with what is free on her own account. */
  readonly most: Money;
}

/** Who gives how much of the cost of a wage. */
export interface Draws extends Pick<Carriers, 'missions'> {
  readonly own: Money;
}

/** Whether a mission goes into monthly wages: it did so before, or a wage is planned for the month in which it ends. */
export const isForMonthlyWages = ({ isKept, drawn, last }: WageMoney, isPlanned: (month: Month) => boolean): boolean =>
  isKept || drawn.isPositive() || isPlanned(monthOf(last));

/** What there is for wages from a month on: work counts in the months in which it is done, day by day. */
export function meansFrom(from: Month, free: Money, missions: readonly WageMoney[]): Means {
  const brings = new Map<Month, Money>();
  for (const each of missions) {
    let before = each.drawn;
    const end = monthOf(each.last) < from ? from : monthOf(each.last);
    for (let month = from; month <= end; month = monthAfter(month, 1)) {
      const until = doneUntil(each, month);
      brings.set(month, (brings.get(month) ?? free.minus(free)).plus(until.minus(before)));
      before = until;
    }
  }
  return { from, free, brings };
}

/** What carries the wage of a month: work that is done by its end, whether its client has paid or not, then what is free. */
export function carriersOf(month: Month, free: Money, missions: readonly WageMoney[]): Carriers {
  const zero = free.minus(free);
  const left = [...missions]
    .filter(({ hasBegun }) => hasBegun)
    .sort((one, other) => (one.last < other.last || (one.last === other.last && one.mission < other.mission) ? -1 : 1))
    .map((each) => ({ mission: each.mission, amount: max(zero, doneUntil(each, month).minus(each.drawn)) }))
    .filter(({ amount }) => amount.isPositive());
  const most = left.reduce((all, { amount }) => all.plus(amount), free);
  return { missions: left, most: max(zero, most) };
}

/** Who gives how much of a cost that is carried; what missions do not give comes from her own account. */
export function drawsFor(cost: Money, { missions }: Carriers): Draws {
  let own = cost;
  const draws = missions.flatMap(({ mission, amount: most }) => {
    const amount = min(own, most);
    own = own.minus(amount);
    return amount.isPositive() ? [{ mission, amount }] : [];
  });
  return { missions: draws, own };
}

/** What is free on her own account; less than zero when something lacks. */
export const freeOn = ({ available, lacking }: Budget): Money => available.minus(lacking);

/** What of a mission's money is earned by the end of a month: all of it, or the share of the days that are over. */
function doneUntil({ first, last, amount }: WageMoney, month: Month): Money {
  const end = lastDayOf(month);
  if (last <= end) return amount;
  if (end < first) return amount.minus(amount);
  const days = daysBetween(first, last) + 1;
  return amount.times(ratio(BigInt(daysBetween(first, end) + 1), BigInt(days)), 'down');
}
