import type { Country, Fact, Payslip, PayslipTerms, RuleRefusal } from '@passerelle/rules';
import { type Money, type Month, Period, type Result, firstDayOf, isWeekend, lastDayOf, ok } from '@passerelle/values';
import { monthAfter } from './wage-forecast.js';

export interface Employed {
  readonly country: Country;
  /** What the law knows of the person, her missions included. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A whole month of an open-ended employment, as the law would have its payslip; the sums of her year are left out. */
export const monthOfWage = (employed: Employed, gross: Money, month: Month): Result<Payslip, RuleRefusal> =>
  byKnownLaw(employed, month, (terms) => employed.country.payslip({ ...terms, gross }));

/** The wage, and its payslip, that a cost for the employer leaves in such a month. */
export const wageFromCost = (employed: Employed, cost: Money, month: Month): Result<Payslip, RuleRefusal> =>
  byKnownLaw(employed, month, (terms) => {
    const answer = employed.country.fromCost(cost, terms);
    return answer.ok ? ok(answer.value.payslip) : answer;
  });

/**
 * What a planned wage costs the employer, month after month, or why the law refuses its first month. Where it refuses a
 * later one, the cost is that of the month before: a plan is a plan, and payroll will ask.
 */
export function costsFrom(
  employed: Employed,
  from: Month,
  grossIn: (month: Month) => Money,
): Result<(month: Month) => Money, RuleRefusal> {
  const first = monthOfWage(employed, grossIn(from), from);
  if (!first.ok) return first;
  let { cost } = first.value;
  return ok((month) => {
    const payslip = monthOfWage(employed, grossIn(month), month);
    if (payslip.ok) ({ cost } = payslip.value);
    return cost;
  });
}

/** How many months before one whose law is not published yet are looked at. */
const monthsBack = 24;

/** A month to come whose law is not published yet is reckoned by the last month whose law is. */
function byKnownLaw<T>(
  employed: Employed,
  month: Month,
  ask: (terms: PayslipTerms) => Result<T, RuleRefusal>,
): Result<T, RuleRefusal> {
  const answer = ask(termsOf(employed, month));
  for (let back = 1; !isKnown(answer) && back <= monthsBack; back += 1) {
    const earlier = ask(termsOf(employed, monthAfter(month, -back)));
    if (isKnown(earlier)) return earlier;
  }
  return answer;
}

const isKnown = (answer: Result<unknown, RuleRefusal>): boolean =>
  answer.ok || answer.refusal.kind !== 'no-rule-on-date';

/** What the law is asked of a month of an open-ended employment. */
export function termsOf({ country, facts }: Employed, month: Month): PayslipTerms {
  const days = [...Period.month(month).eachDay()].filter((date) => !isWeekend(date)).length;
  const last = lastDayOf(month);
  return { first: firstDayOf(month), last, paidOn: last, days, facts: country.openEnded(facts) };
}
