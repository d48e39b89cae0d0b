import { type Language, countryOf } from '@passerelle/rules';
import { languages } from '@passerelle/rules/kit';
import { localeOf } from '@passerelle/i18n';
import { money, percent, yearOf } from '@passerelle/values';
import { type Decomposition, decidedBy, decompose } from '../../node/src/payroll/decomposition.js';
import { explainPayslip } from '../../node/src/payroll/explanation.js';
import { payDayOf } from '../../node/src/payroll/pay-day.js';
import type { IssuedPayslip } from '../../node/src/payroll/payslip.js';
import type { PayslipPaper } from '../../node/src/papers/payslip-paper.js';
import type { PaperCountry } from './countries.js';
import { type Cooperative, cooperative, days, made } from './scene.js';

/** What the members of every branch of the sandbox decided. */
const decided = (name: string, text: string) =>
  decidedBy(name, { value: percent(text), from: days.first, source: 'founding assembly', confidence: 'confirmed' });

/** What the rules of the country make of the price of the worker's mission, and when it is paid. */
export function reckonedOf(country: PaperCountry) {
  const employer = cooperative(country.land);
  const law = countryOf(employer.country);
  if (!law) throw new Error(`there is no law of payslips for ${employer.country}`);
  const payDay = payDayOf(days.last, 7, { holidaysOf: (year) => law.publicHolidays(year), today: days.last });
  const terms = { first: days.first, last: days.last, days: 5, paidOn: payDay.on, facts: country.worker.facts };
  const answer = decompose({
    price: money(country.price, employer.currency),
    hostShare: decided('policy.hostShare', '2'),
    contribution: decided('policy.contributionRate', '6.5'),
    country: law,
    terms,
  });
  if (!answer.ok) throw new Error(`${country.land}: ${answer.refusal.detail}`);
  return { ...answer.value, terms, paidOn: payDay.on };
}

/** The payslip of the country's worker, from the price of her mission and the rules of her country. */
export function payslipOf(country: PaperCountry): PayslipPaper {
  const { budget, gross, payslip, terms, paidOn } = reckonedOf(country);
  // An explanation reads of an issued payslip what was asked of the rules and what they answered, and nothing else.
  const issued = { payslip, request: { ...terms, gross } } as IssuedPayslip;
  return {
    ...paperOf(country, cooperative(country.land), { budget, payslip }),
    payOn: paidOn,
    lines: explainPayslip(issued, null),
    budget,
  };
}

const paperOf = (
  { land, worker }: PaperCountry,
  employer: Cooperative,
  { payslip }: Pick<Decomposition, 'budget' | 'payslip'>,
) => {
  const { gross, taxable, net, cost, country, version } = payslip;
  return {
    language: 'en' as Language,
    locale: localeOf('en'),
    made,
    number: `${land}-${yearOf(days.last)}-0001`,
    employer,
    worker,
    mission: `${land}-2026-0001`,
    work: { first: days.first, last: days.last },
    days: 5,
    rules: `${country} ${version}`,
    gross,
    taxable,
    net,
    cost,
  };
};

/** The same payslip in each of the five languages. */
export const inEveryLanguage = (paper: PayslipPaper): readonly PayslipPaper[] =>
  languages.map((language) => ({ ...paper, language, locale: localeOf(language, paper.employer.address.country) }));
