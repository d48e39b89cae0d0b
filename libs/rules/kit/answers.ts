import {
  Money,
  NoValueOnDay,
  type PlainDate,
  type Refused,
  type Result,
  monthOf,
  ok,
  refuse,
} from '@passerelle/values';
import type { Country, PayslipRequest, PayslipTerms } from './country.js';
import { type LawDay, lawFrom, ownLaw } from './law-day.js';
import type { Payslip } from './payslip.js';
import { type RuleRefusal, refusals } from './refusal.js';
import { type Staircase, largestWithin, smallestReaching } from './search.js';

/**
 * How a country reckons one engagement, whose everything but the gross is settled: law of the day, facts, year to date.
 * Amounts in minor units. `cost` and `net` say the same as the payslip's totals, without its lines, because a search
 * asks them many times.
 */
export interface Reckoner<E> {
  /** Refuses what no gross could mend, by the law of a day. May throw NoValueOnDay, which becomes a refusal. */
  settle(terms: PayslipTerms, lawDay: LawDay): Result<E, RuleRefusal>;
  /** The legal floor for these days; absent where the law sets none. */
  floor?(engagement: E): Floor;
  cost(engagement: E): Staircase;
  net(engagement: E): Staircase;
  payslip(engagement: E, gross: bigint): Payslip;
}

/** The least legal gross, with the rule that sets it. */
export interface Floor {
  readonly gross: bigint;
  readonly rule: string;
}

/** No pay of one month comes near it; the search for a net stops there. */
const grossCeiling = 10n ** 12n;

/** The answers of a country, made from its reckoner. */
export function answersFrom<E>(
  country: Head,
  reckoner: Reckoner<E>,
): Pick<Country, 'payslip' | 'payslipByLawOf' | 'fromCost' | 'fromNet'> {
  const answer = <T>(
    terms: PayslipTerms,
    settled: (engagement: E) => Result<T, RuleRefusal>,
    lawDay = ownLaw,
  ): Result<T, RuleRefusal> => {
    try {
      const refusal = termsRefusal(country, terms);
      if (refusal) return refuse(refusal);
      const engagement = reckoner.settle(terms, lawDay);
      return engagement.ok ? settled(engagement.value) : engagement;
    } catch (error) {
      // The law being silent on a day is an answer, not a bug: it names the rule, the day and what to do.
      if (error instanceof NoValueOnDay) return refuse(noRuleOnDate(country, error));
      throw error;
    }
  };
  const payslip = (engagement: E, gross: bigint, date: PlainDate): Result<Payslip, RuleRefusal> =>
    grossRefused(country, reckoner.floor?.(engagement), gross, date) ?? ok(reckoner.payslip(engagement, gross));
  const fromGross = (request: PayslipRequest, lawDay: LawDay): Result<Payslip, RuleRefusal> =>
    answer(request, (engagement) => payslip(engagement, amountOf(country, request.gross), request.first), lawDay);
  return {
    payslip: (request) => fromGross(request, ownLaw),
    payslipByLawOf: (from, request) => fromGross(request, lawFrom(from)),
    fromCost: (cost, terms) =>
      answer(terms, (engagement) => {
        const budget = amountOf(country, cost);
        const gross = grossFor(country, budget, reckoner.cost(engagement), reckoner.floor?.(engagement), terms.first);
        if (!gross.ok) return gross;
        const found = reckoner.payslip(engagement, gross.value);
        return ok({
          gross: new Money(gross.value, country.currency),
          payslip: found,
          remainder: new Money(budget - found.cost.minor, country.currency),
        });
      }),
    fromNet: (net, terms) =>
      answer(terms, (engagement) => {
        const gross = smallestReaching(amountOf(country, net), reckoner.net(engagement), grossCeiling);
        if (gross === undefined) return refuse(netTooHigh(country, net, terms.first));
        return payslip(engagement, gross, terms.first);
      }),
  };
}

type Head = Pick<Country, 'code' | 'currency'>;

/** The largest gross whose cost fits. */
function grossFor(
  country: Head,
  budget: bigint,
  cost: Staircase,
  floor: Floor | undefined,
  date: PlainDate,
): Result<bigint, RuleRefusal> {
  const gross = largestWithin(budget, cost);
  if (gross === undefined || gross < 1n) return refuse(costTooSmall(country, cost.at(1n) - budget, date));
  if (floor === undefined || gross >= floor.gross) return ok(gross);
  return refuse(belowMinimum(country, floor, cost.at(floor.gross) - budget, date, 'cost'));
}

function grossRefused(
  country: Head,
  floor: Floor | undefined,
  gross: bigint,
  date: PlainDate,
): Refused<RuleRefusal> | undefined {
  if (gross < 1n)
    return refuse(
      refusals(`${country.code.toLowerCase()}.gross`, date).impossible(
        'gross',
        'A gross pay is more than zero.',
        'Give a gross pay of at least the legal minimum for the days worked.',
      ),
    );
  if (floor === undefined || gross >= floor.gross) return undefined;
  return refuse(belowMinimum(country, floor, floor.gross - gross, date, 'gross'));
}

function costTooSmall(country: Head, missing: bigint, date: PlainDate): RuleRefusal {
  const amount = new Money(missing, country.currency);
  return {
    kind: 'cost-too-small',
    rule: `${country.code.toLowerCase()}.cost`,
    date,
    field: 'cost',
    missing: amount,
    detail: 'No gross above zero fits into this employer cost.',
    remedy: `Raise the price by at least ${amount}, or lower the expenses.`,
  };
}

const netTooHigh = ({ code }: Head, net: Money, date: PlainDate): RuleRefusal =>
  refusals(`${code.toLowerCase()}.net`, date).impossible(
    'net',
    `No gross pay of one month reaches a net of ${net}.`,
    'Check the amount.',
  );

function belowMinimum(
  country: Head,
  floor: Floor,
  missing: bigint,
  date: PlainDate,
  field: 'cost' | 'gross',
): RuleRefusal {
  const amount = new Money(missing, country.currency);
  const least = new Money(floor.gross, country.currency);
  return {
    kind: 'below-minimum',
    rule: floor.rule,
    date,
    field,
    missing: amount,
    detail: `The gross pay is under the legal minimum of ${least} for these days.`,
    remedy: `Raise the ${field} by ${amount}, or agree on fewer days.`,
  };
}

/** A period that is reversed, crosses a month or has more days of work than days. */
function termsRefusal({ code }: Head, { first, last, days }: PayslipTerms): RuleRefusal | undefined {
  const most = Number(last.slice(8)) - Number(first.slice(8)) + 1;
  const isOneMonth = first <= last && first.startsWith(monthOf(last));
  if (isOneMonth && Number.isInteger(days) && days >= 1 && days <= most) return undefined;
  const { impossible } = refusals(`${code.toLowerCase()}.terms`, first);
  if (last < first)
    return impossible('last', `The last day ${last} is before the first day ${first}.`, 'Swap the days.');
  if (!isOneMonth)
    return impossible('last', `${first} and ${last} are not in one month.`, 'Make one payslip for each month.');
  return impossible('days', `${days} days of work do not fit.`, `Give a whole number from 1 to ${most}.`);
}

function amountOf(country: Head, amount: Money): bigint {
  if (amount.currency !== country.currency)
    throw new TypeError(`${country.code} pays in ${country.currency}, not in ${amount.currency}: convert it first`);
  return amount.minor;
}

const noRuleOnDate = (country: Head, error: NoValueOnDay): RuleRefusal => ({
  kind: 'no-rule-on-date',
  rule: error.what,
  date: error.on,
  detail: `${error.message}.`,
  remedy: `Open libs/rules/${country.code.toLowerCase()}/README.md: it lists what is open. Add the value with its source and date there, or pay for a day that is known.`,
});
