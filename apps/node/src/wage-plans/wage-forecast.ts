import { type Money, type Month, addMonths, firstDayOf, max, min, monthOf, ratio } from '@passerelle/values';

/** What there is for the wages of a member, from a month on. */
export interface Means {
  readonly from: Month;
  /** What is free in her budget besides the money of missions; less than zero when something lacks. */
  readonly free: Money;
  /** What missions bring for wages, by the month in which it is earned. */
  readonly brings: ReadonlyMap<Month, Money>;
}

/** One month of a plan: what missions bring, what the wage costs the employer, and what is left after it. */
export interface MonthOfPlan {
  readonly month: Month;
  readonly brings: Money;
  readonly cost: Money;
  readonly left: Money;
}

export interface WageForecast {
  readonly free: Money;
  /** Up to the first month that is not carried, that one included. */
  readonly months: readonly MonthOfPlan[];
  /** The first month whose wage the orders of today do not carry; null when they carry every month that was looked at. */
  readonly driesUpIn: Month | null;
}

/**
 * How long the money for wages carries a monthly wage. Work counts in the months in which it is done, whether its client
 * has paid or not: for wages, unlike for expenses, income counts once it is ordered.
 */
export function forecastOf(means: Means, last: Month, costIn: (month: Month) => Money): WageForecast {
  const { free, brings } = means;
  const months: MonthOfPlan[] = [];
  let left = free;
  for (let month = means.from; month <= last; month = monthAfter(month, 1)) {
    const cost = costIn(month);
    const brought = brings.get(month) ?? free.minus(free);
    left = left.plus(brought).minus(cost);
    months.push({ month, brings: brought, cost, left });
    if (left.isNegative()) return { free, months, driesUpIn: month };
  }
  return { free, months, driesUpIn: null };
}

/** The largest cost that can be borne in each of so many months without spending what comes only later. */
export function evenCost({ from, free, brings }: Means, count: number): Money {
  const zero = free.minus(free);
  let total = free;
  let even: Money | undefined;
  for (let months = 1; months <= count; months += 1) {
    total = total.plus(brings.get(monthAfter(from, months - 1)) ?? zero);
    const share = total.times(ratio(1n, BigInt(months)), 'down');
    even = even ? min(even, share) : share;
  }
  return max(zero, even ?? zero);
}

export const monthAfter = (month: Month, count: number): Month => monthOf(addMonths(firstDayOf(month), count));
