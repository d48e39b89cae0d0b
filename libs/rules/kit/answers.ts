import { Money, NoValueOnDay, type PlainDate, type Result, monthOf, ok, refuse } from '@passerelle/values';
import type { Country, PayslipTerms } from './country.js';
import type { Payslip } from './payslip.js';
import type { RuleRefusal } from './refusal.js';
import { type Staircase, largestWithin, smallestReaching } from './search.js';

/**
 * An engagement with everything settled but the gross: law of the day, facts, year to date. Amounts in minor units.
 * `cost` and `net` say the same as the payslip's totals, without its lines, because a search asks them many times.
 */
export interface Reckoning {
  /** The legal floor for these days, with the rule that sets it; absent where the law sets none. */
  readonly floor?: { readonly gross: bigint; readonly rule: string };
  readonly cost: Staircase;
  readonly net: Staircase;
  payslip(gross: bigint): Payslip;
}

/** Prepares one engagement: refuses what no gross could mend. May throw NoValueOnDay, which becomes a refusal. */
export type Reckon = (terms: PayslipTerms) => Result<Reckoning, RuleRefusal>;

/** No pay of one month comes near it; the search for a net stops there. */
const grossCeiling = 10n ** 12n;

/** The three answers of a country, made from its reckoning. */
export function answersFrom(
  country: Pick<Country, 'code' | 'currency'>,
  reckon: Reckon,
): Pick<Country, 'payslip' | 'fromCost' | 'fromNet'> {
  const prepared = (terms: PayslipTerms): Result<Reckoning, RuleRefusal> => {
    const refusal = termsRefusal(country, terms);
    return refusal ? refuse(refusal) : reckon(terms);
  };
  return {
    payslip: (request) =>
      answered(country, () => {
        const reckoning = prepared(request);
        if (!reckoning.ok) return reckoning;
        return payslipFor(country, reckoning.value, amountOf(country, request.gross), request.first);
      }),
    fromCost: (cost, terms) =>
      answered(country, () => {
        const reckoning = prepared(terms);
        if (!reckoning.ok) return reckoning;
        return fromCost(country, reckoning.value, amountOf(country, cost), terms.first);
      }),
    fromNet: (net, terms) =>
      answered(country, () => {
        const reckoning = prepared(terms);
        if (!reckoning.ok) return reckoning;
        const gross = smallestReaching(amountOf(country, net), reckoning.value.net, grossCeiling);
        if (gross === undefined) return refuse(netTooHigh(country, net, terms.first));
        return payslipFor(country, reckoning.value, gross, terms.first);
      }),
  };
}

type Head = Pick<Country, 'code' | 'currency'>;

function fromCost(
  country: Head,
  reckoning: Reckoning,
  cost: bigint,
  date: PlainDate,
): Result<{ payslip: Payslip; remainder: Money }, RuleRefusal> {
  const gross = largestWithin(cost, reckoning.cost);
  const least = reckoning.floor?.gross ?? 1n;
  if (gross === undefined || gross < 1n) return refuse(costTooSmall(country, reckoning.cost.at(1n) - cost, date));
  if (gross < least) return refuse(belowMinimum(country, reckoning, reckoning.cost.at(least) - cost, date, 'cost'));
  const payslip = reckoning.payslip(gross);
  return ok({ payslip, remainder: new Money(cost - payslip.cost.minor, country.currency) });
}

function payslipFor(country: Head, reckoning: Reckoning, gross: bigint, date: PlainDate): Result<Payslip, RuleRefusal> {
  if (gross < 1n)
    return refuse({
      kind: 'impossible-facts',
      rule: `${country.code.toLowerCase()}.gross`,
      date,
      field: 'gross',
      detail: 'A gross pay is more than zero.',
      remedy: 'Give a gross pay of at least the legal minimum for the days worked.',
    });
  const least = reckoning.floor?.gross ?? 1n;
  if (gross < least) return refuse(belowMinimum(country, reckoning, least - gross, date, 'gross'));
  return ok(reckoning.payslip(gross));
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

const netTooHigh = (country: Head, net: Money, date: PlainDate): RuleRefusal => ({
  kind: 'impossible-facts',
  rule: `${country.code.toLowerCase()}.net`,
  date,
  field: 'net',
  detail: `No gross pay of one month reaches a net of ${net}.`,
  remedy: 'Check the amount.',
});

function belowMinimum(
  country: Head,
  reckoning: Reckoning,
  missing: bigint,
  date: PlainDate,
  field: 'cost' | 'gross',
): RuleRefusal {
  const amount = new Money(missing, country.currency);
  const least = new Money(reckoning.floor!.gross, country.currency);
  return {
    kind: 'below-minimum',
    rule: reckoning.floor!.rule,
    date,
    field,
    missing: amount,
    detail: `The gross pay is under the legal minimum of ${least} for these days.`,
    remedy: `Raise the ${field} by ${amount}, or agree on fewer days.`,
  };
}

/** A period that is reversed, crosses a month or has more days of work than days. */
function termsRefusal(country: Head, { first, last, days }: PayslipTerms): RuleRefusal | undefined {
  const refused = (field: string, detail: string, remedy: string): RuleRefusal => ({
    kind: 'impossible-facts',
    rule: `${country.code.toLowerCase()}.terms`,
    date: first,
    field,
    detail,
    remedy,
  });
  if (last < first) return refused('last', `The last day ${last} is before the first day ${first}.`, 'Swap the days.');
  if (monthOf(first) !== monthOf(last))
    return refused('last', `${first} and ${last} are not in one month.`, 'Make one payslip for each month.');
  const most = Number(last.slice(8)) - Number(first.slice(8)) + 1;
  if (!Number.isInteger(days) || days < 1 || days > most)
    return refused('days', `${days} days of work do not fit.`, `Give a whole number from 1 to ${most}.`);
  return undefined;
}

function amountOf(country: Head, amount: Money): bigint {
  if (amount.currency !== country.currency)
    throw new TypeError(`${country.code} pays in ${country.currency}, not in ${amount.currency}: convert it first`);
  return amount.minor;
}

/** The law being silent on a day is an answer, not a bug: it names the rule, the day and what to do. */
function answered<T>(country: Head, answer: () => Result<T, RuleRefusal>): Result<T, RuleRefusal> {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NoValueOnDay) return refuse(noRuleOnDate(country, error));
    throw error;
  }
}

const noRuleOnDate = (country: Head, error: NoValueOnDay): RuleRefusal => ({
  kind: 'no-rule-on-date',
  rule: error.what,
  date: error.on,
  detail: `${error.message}.`,
  remedy: `Open libs/rules/${country.code.toLowerCase()}/README.md: it lists what is open. Add the value with its source and date there, or pay for a day that is known.`,
});
