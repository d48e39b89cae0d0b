import { type Country, type Fact, type RuleRefusal, type YearToDate, countryOf } from '@passerelle/rules';
import { type Dated, type Money, type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { LegalEntity, Policies } from '../cooperative/legal-entity.js';
import { type Deal, decidedBy } from './decomposition.js';
import type { DecidedRate, PartKept } from './payslip.js';
import { type PayDay, payDayOf } from './pay-day.js';

/** Why there is no payslip: the law's own refusals, and those of the branch around them. */
export interface PayrollRefusal extends Omit<RuleRefusal, 'kind'> {
  readonly kind:
    | RuleRefusal['kind']
    | 'no-law'
    | 'no-policy-on-date'
    | 'another-currency'
    | 'nothing-to-pay'
    | 'paid-before'
    | 'drawn-on'
    | 'not-carried';
}

/** What somebody did or wants to do, and for whom. */
export interface Engagement {
  readonly entity: LegalEntity;
  readonly price: Money;
  readonly hostShare: DecidedRate | null;
  readonly setAside?: PartKept | null;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly yearToDate?: YearToDate | undefined;
}

export interface WageDeal extends Deal {
  readonly payDay: PayDay;
}

/** The engagement with the law, the policies and the day of payment that hold for its last day. */
export function wageDealOf(
  engagement: Engagement,
  policies: Policies,
  today: PlainDate,
): Result<WageDeal, PayrollRefusal> {
  const { entity, price, hostShare, setAside = null, first, last, days, facts, yearToDate } = engagement;
  const country = countryOf(entity.country);
  if (!country) return refuse(noLaw(engagement));
  if (price.currency !== country.currency) return refuse(anotherCurrency(engagement, country));
  const missing = [policies.contributionRate, policies.payWorkingDays].find((policy) => !policy.hasValueOn(last));
  if (missing) return refuse(noPolicy(missing, last));
  const holidaysOf = (year: number): readonly PlainDate[] => country.publicHolidays(year);
  const payDay = payDayOf(last, policies.payWorkingDays.on(last), { holidaysOf, today });
  return ok({
    price,
    hostShare,
    setAside,
    contribution: decidedBy('policy.contributionRate', policies.contributionRate.entryOn(last)),
    country,
    terms: { first, last, days, paidOn: payDay.on, facts, ...(yearToDate && { yearToDate }) },
    payDay,
  });
}

export const noLaw = ({ entity, last }: Pick<Engagement, 'entity' | 'last'>): PayrollRefusal => ({
  kind: 'no-law',
  rule: 'countries',
  date: last,
  field: 'country',
  detail: `This release does not know the law of payslips of ${entity.country}.`,
  remedy: 'Use a release with that country, or have the payslip made elsewhere.',
});

const anotherCurrency = ({ price, last }: Engagement, { code, currency }: Country): PayrollRefusal => ({
  kind: 'another-currency',
  rule: 'currency',
  date: last,
  field: 'price',
  detail: `Wages in ${code} are paid in ${currency}, the price is in ${price.currency}.`,
  remedy: `Agree on a price in ${currency}.`,
});

export const noPolicy = (policy: Dated<unknown>, date: PlainDate): PayrollRefusal => ({
  kind: 'no-policy-on-date',
  rule: policy.name,
  date,
  detail: `The members of this branch decided no ${policy.name} that holds on ${date}.`,
  remedy: 'Record their decision under the policies of the legal entity.',
});
