import { type PlainDate, Rate, country, ok, percent, refuse, yearOf } from '@passerelle/values';
import {
  type Payslip,
  type PayslipLine,
  type PayslipTerms,
  type Reckoner,
  type RuleRefusal,
  type Share,
  employerLine,
  factor,
  halfUp,
  inForce,
  lawOfTheDay,
  lineKind,
  most,
  payslipOf,
  refusals,
  remembered,
  shareOf,
  sharedLine,
  workerLine,
} from '../kit/index.js';
import { type AgeGroup, ageGroup, contributionLines, contributionPlan, contributionsOn } from './contribution-plan.js';
import { heldBack, highestNet } from './deduction.js';
import { smallYearlyPay } from './employer-contributions.js';
import { insurance, occupationalPension, specialPayrollTax } from './occupational-pension.js';
import { holidayPay, legalHolidayDays, pay } from './pay.js';
import { type Facts, readFacts } from './person-facts.js';
import { stateOf, sumsBefore } from './running-sums.js';
import { type Withholding, withholdingFor } from './withholding.js';

export const head = { code: country('SE'), currency: 'SEK', version: '2026.1' } as const;

/** Everything that payslips by the law of one day share. */
const lawOn = lawOfTheDay((paidOn) => ({
  pensionTax: shareOf(specialPayrollTax, inForce(specialPayrollTax.rate, paidOn), social),
  pay: lineKind(pay, { group: 'earned', currency: 'SEK', figures: [inForce(pay.lawOf, paidOn).applied] }),
  groupIn: remembered((yearPaid: number) => remembered((born: number) => ageGroup(paidOn, born, yearPaid))),
  ordinaryPlan: remembered((group: AgeGroup) => contributionPlan(paidOn, group, false)),
  foreignPlan: remembered((group: AgeGroup) => contributionPlan(paidOn, group, true)),
  yearlyLimit: inForce(smallYearlyPay.limit, paidOn).value.minor,
  holiday: remembered((days: number) => holidayOn(paidOn, days)),
  pension: remembered((percentText: string) => agreedShare(occupationalPension, paidOn, percentText)),
  insurance: remembered((percentText: string) => agreedShare(insurance, paidOn, percentText)),
}));

type Law = ReturnType<typeof lawOn>;

const social = { group: 'employer_social', currency: 'SEK' } as const;

/** Holiday pay of so many days a year: the share of the pay without it in both together, and its line. */
function holidayOn(paidOn: PlainDate, days: number): Share {
  const legal = inForce(holidayPay.rate, paidOn);
  const extra = inForce(holidayPay.perExtraDay, paidOn);
  const rate = legal.value.plus(extra.value.times(new Rate(BigInt(days - legalHolidayDays), 1n)));
  const figures = days > legalHolidayDays ? [legal.applied, extra.applied] : [legal.applied];
  const kind = lineKind(holidayPay, {
    group: 'earned',
    currency: 'SEK',
    figures,
    workerRate: rate,
    employerRate: rate,
  });
  return { factor: factor(new Rate(rate.den, rate.den + rate.num)), kind };
}

const agreedShare = (of: typeof insurance | typeof occupationalPension, paidOn: PlainDate, text: string): Share =>
  shareOf(of, { value: percent(text), applied: inForce(of.basis, paidOn).applied }, social);

/** One engagement with everything settled but the gross. */
type Engagement = ReturnType<typeof settled>;

function settled({ paidOn, yearToDate }: PayslipTerms, facts: Facts, law: Law, withholding: Withholding) {
  const group = law.groupIn(yearOf(paidOn))(facts.birthYear);
  const { occupationalPensionPercent, insurancePercent } = facts;
  return {
    paidOn,
    law,
    withholding,
    plan: facts.permanentEstablishment ? law.ordinaryPlan(group) : law.foreignPlan(group),
    holiday: facts.holidayPay === 'none' ? undefined : law.holiday(facts.holidayDays),
    pension: occupationalPensionPercent === '0' ? undefined : law.pension(occupationalPensionPercent),
    insured: insurancePercent === '0' ? undefined : law.insurance(insurancePercent),
    isSureOfLimit: facts.reachesYearlyLimit,
    sums: sumsBefore(paidOn, yearToDate),
  };
}

/** Reckons an engagement by the law of the day on which it is paid. */
export const reckoner: Reckoner<Engagement> = {
  settle: (terms, lawDay) => {
    const { paidOn } = terms;
    const facts = readFacts(terms.facts, paidOn);
    if (!facts.ok) return facts;
    const refusal = bornLater(paidOn, facts.value);
    if (refusal) return refuse(refusal);
    const by = lawDay(paidOn);
    const withholding = withholdingFor(by, { yearPaid: yearOf(paidOn), facts: facts.value, said: terms.facts });
    return withholding.ok ? ok(settled(terms, facts.value, lawOn(by), withholding.value)) : withholding;
  },
  cost: (engagement) => ({ at: (gross) => costOf(engagement, gross) }),
  // The highest net so far instead of the net itself: it never falls, and it first reaches a sum where the net does.
  net: (engagement) => ({ at: (gross) => highestNetOf(engagement, gross) }),
  payslip,
};

/** Pay of the month on which contributions are owed, in whole kronor, before and with this payment. */
function chargedPay({ isSureOfLimit, law, sums }: Engagement, gross: bigint) {
  const before = sums.monthCharged / 100n;
  const isCharged = isSureOfLimit || sums.yearPay + gross >= law.yearlyLimit;
  return { isCharged, before, after: isCharged ? (sums.monthCharged + sums.yearUncharged + gross) / 100n : before };
}

function costOf(engagement: Engagement, gross: bigint): bigint {
  const { before, after } = chargedPay(engagement, gross);
  const { plan } = engagement;
  const owed = after === before ? 0n : (contributionsOn(after, plan) - contributionsOn(before, plan)) * 100n;
  return gross + owed + agreedCost(engagement, gross);
}

function agreedCost({ pension, insured, law }: Engagement, gross: bigint): bigint {
  const saved = pension ? halfUp(gross, pension.factor) : 0n;
  const taxed = pension ? halfUp(saved, law.pensionTax.factor) : 0n;
  return saved + taxed + (insured ? halfUp(gross, insured.factor) : 0n);
}

function highestNetOf({ withholding, sums }: Engagement, gross: bigint): bigint {
  if (!withholding.isByMonth) return highestNet(withholding.deduction, gross, 0n, 0n);
  const { monthByTable, monthTableTax } = sums;
  const month = highestNet(withholding.deduction, monthByTable + gross, monthByTable, monthTableTax);
  return month - (monthByTable - monthTableTax);
}

/** Tax held back from this payment in öre: by table what the month's pay asks for beyond what was held back already. */
function taxOf({ withholding, sums }: Engagement, gross: bigint): bigint {
  if (!withholding.isByMonth) return heldBack(withholding.deduction, gross);
  const held = heldBack(withholding.deduction, sums.monthByTable + gross) - sums.monthTableTax;
  return most(held, 0n);
}

function payslip(engagement: Engagement, gross: bigint): Payslip {
  const { withholding, plan, sums } = engagement;
  const lines = earnedLines(engagement, gross);
  const tax = taxOf(engagement, gross);
  const { small } = withholding;
  const isSmall = small !== undefined && gross < small.below;
  lines.push(workerLine(isSmall ? small.line : withholding.line, gross, -tax));

  const { isCharged, before, after } = chargedPay(engagement, gross);
  if (isCharged) for (const line of contributionLines(before, after, plan)) lines.push(line);
  else lines.push(employerLine(plan.tooLittle, gross, 0n));
  addAgreedLines(engagement, gross, lines);

  const state = stateOf(engagement.paidOn, {
    yearPay: sums.yearPay + gross,
    yearUncharged: isCharged ? 0n : sums.yearUncharged + gross,
    monthCharged: sums.monthCharged + (isCharged ? sums.yearUncharged + gross : 0n),
    monthByTable: sums.monthByTable + (withholding.isByMonth ? gross : 0n),
    monthTableTax: sums.monthTableTax + (withholding.isByMonth ? tax : 0n),
  });
  return payslipOf(head, gross, gross, lines, state);
}

function earnedLines({ law, holiday }: Engagement, gross: bigint): PayslipLine[] {
  if (holiday === undefined) return [sharedLine(law.pay, null, gross, gross)];
  const base = halfUp(gross, holiday.factor);
  return [sharedLine(law.pay, null, base, base), sharedLine(holiday.kind, base, gross - base, gross - base)];
}

function addAgreedLines({ law, pension, insured }: Engagement, gross: bigint, lines: PayslipLine[]): void {
  if (pension !== undefined) {
    const saved = halfUp(gross, pension.factor);
    lines.push(employerLine(pension.kind, gross, saved));
    lines.push(employerLine(law.pensionTax.kind, saved, halfUp(saved, law.pensionTax.factor)));
  }
  if (insured !== undefined) lines.push(employerLine(insured.kind, gross, halfUp(gross, insured.factor)));
}

function bornLater(paidOn: PlainDate, { birthYear }: Facts): RuleRefusal | undefined {
  if (birthYear < Number(paidOn.slice(0, 4))) return undefined;
  return refusals('se.facts', paidOn).impossible(
    'birthYear',
    `A person born in ${birthYear} is not paid for work on ${paidOn}.`,
    'Check the year of birth.',
  );
}
