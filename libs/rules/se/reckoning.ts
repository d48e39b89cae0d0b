import { type PlainDate, Rate, type Result, country, ok, percent, refuse } from '@passerelle/values';
import {
  type Fact,
  type Factor,
  type LineKind,
  type Payslip,
  type PayslipLine,
  type PayslipTerms,
  type Reckoning,
  type RuleRefusal,
  employerLine,
  factor,
  halfUp,
  inForce,
  lawOfTheDay,
  lineKind,
  payslipOf,
  sharedLine,
  workerLine,
} from '../kit/index.js';
import {
  type AgeGroup,
  type ContributionPlan,
  ageGroup,
  contributionLines,
  contributionPlan,
  contributionsOn,
} from './contribution-plan.js';
import { heldBack, highestNet } from './deduction.js';
import { smallYearlyPay } from './employer-contributions.js';
import { insurance, occupationalPension, specialPayrollTax } from './occupational-pension.js';
import { holidayPay, legalHolidayDays, pay } from './pay.js';
import {
  birthYear,
  checkFacts,
  hasEstablishment,
  holidayDays,
  holidayPayKind,
  insurancePercent,
  pensionPercent,
  reachesYearlyLimit,
} from './person-facts.js';
import { type RunningSums, stateOf, sumsBefore } from './running-sums.js';
import { type Withholding, withholdingFor } from './withholding.js';

export const head = { code: country('SE'), currency: 'SEK', version: '2026.1' } as const;

/** Everything that a payslip of one day of payment shares with the others. */
interface Law {
  readonly pay: LineKind;
  readonly plans: Map<string, ContributionPlan>;
  readonly yearlyLimit: bigint;
  readonly pensionTax: { readonly factor: Factor; readonly line: LineKind };
  readonly holidays: Map<number, Holiday>;
  readonly agreed: Map<string, Agreed>;
}

interface Holiday {
  /** Pay without holiday pay, as a share of both together. */
  readonly withoutIt: Factor;
  readonly line: LineKind;
}

interface Agreed {
  readonly factor: Factor;
  readonly line: LineKind;
}

const lawOn = lawOfTheDay((paidOn): Law => {
  const tax = inForce(specialPayrollTax.rate, paidOn);
  const social = { group: 'employer_social', currency: 'SEK' } as const;
  return {
    pay: lineKind(pay, { group: 'earned', currency: 'SEK', figures: [inForce(pay.lawOf, paidOn).applied] }),
    plans: new Map(),
    yearlyLimit: inForce(smallYearlyPay.limit, paidOn).value.minor,
    pensionTax: {
      factor: factor(tax.value),
      line: lineKind(specialPayrollTax, { ...social, figures: [tax.applied], employerRate: tax.value }),
    },
    holidays: new Map(),
    agreed: new Map(),
  };
});

/** One engagement with everything settled but the gross. */
interface Engagement {
  readonly paidOn: PlainDate;
  readonly law: Law;
  readonly withholding: Withholding;
  readonly plan: ContributionPlan;
  readonly holiday: Holiday | undefined;
  readonly pension: Agreed | undefined;
  readonly insurance: Agreed | undefined;
  readonly isSureOfLimit: boolean;
  readonly sums: RunningSums;
}

/** Prepares an engagement by the law of the day on which it is paid. */
export function reckon(terms: PayslipTerms): Result<Reckoning, RuleRefusal> {
  const { paidOn, facts } = terms;
  const refusal = checkFacts(facts, paidOn) ?? bornLater(paidOn, facts);
  if (refusal) return refuse(refusal);
  const law = lawOn(paidOn);
  const withholding = withholdingFor(paidOn, facts);
  if (!withholding.ok) return withholding;
  const engagement: Engagement = {
    paidOn,
    law,
    withholding: withholding.value,
    plan: planFor(law, paidOn, ageGroup(paidOn, birthYear.of(facts)), !hasEstablishment.of(facts)),
    holiday: holidayPayKind.of(facts) === 'none' ? undefined : holidayFor(law, paidOn, holidayDays.of(facts)),
    pension: agreedFor(law, paidOn, 'pension', pensionPercent.of(facts)),
    insurance: agreedFor(law, paidOn, 'insurance', insurancePercent.of(facts)),
    isSureOfLimit: reachesYearlyLimit.of(facts),
    sums: sumsBefore(paidOn, terms.yearToDate),
  };
  return ok({
    cost: { at: (gross) => costOf(engagement, gross) },
    // The highest net so far instead of the net itself: it never falls, and it first reaches a sum where the net does.
    net: { at: (gross) => highestNetOf(engagement, gross) },
    payslip: (gross) => payslip(engagement, gross),
  });
}

/** Pay of the month on which contributions are owed, in whole kronor, before and with this payment. */
function chargedPay({ isSureOfLimit, law, sums }: Engagement, gross: bigint): { before: bigint; after: bigint } {
  const before = sums.monthCharged / 100n;
  const isCharged = isSureOfLimit || sums.yearPay + gross >= law.yearlyLimit;
  return { before, after: isCharged ? (sums.monthCharged + sums.yearUncharged + gross) / 100n : before };
}

function costOf(engagement: Engagement, gross: bigint): bigint {
  const { before, after } = chargedPay(engagement, gross);
  const { plan } = engagement;
  const owed = after === before ? 0n : (contributionsOn(after, plan) - contributionsOn(before, plan)) * 100n;
  return gross + owed + agreedCost(engagement, gross);
}

function agreedCost({ pension, insurance: insured, law }: Engagement, gross: bigint): bigint {
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
  return held > 0n ? held : 0n;
}

function payslip(engagement: Engagement, gross: bigint): Payslip {
  const { withholding, law, plan, sums } = engagement;
  const lines = earnedLines(engagement, gross);
  const tax = taxOf(engagement, gross);
  const { small } = withholding;
  const isSmall = small !== undefined && gross < small.below;
  lines.push(workerLine(isSmall ? small.line : withholding.line, gross, -tax));

  const { before, after } = chargedPay(engagement, gross);
  const isCharged = engagement.isSureOfLimit || sums.yearPay + gross >= law.yearlyLimit;
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
  const base = halfUp(gross, holiday.withoutIt);
  return [sharedLine(law.pay, null, base, base), sharedLine(holiday.line, base, gross - base, gross - base)];
}

function addAgreedLines({ law, pension, insurance: insured }: Engagement, gross: bigint, lines: PayslipLine[]): void {
  if (pension !== undefined) {
    const saved = halfUp(gross, pension.factor);
    lines.push(employerLine(pension.line, gross, saved));
    lines.push(employerLine(law.pensionTax.line, saved, halfUp(saved, law.pensionTax.factor)));
  }
  if (insured !== undefined) lines.push(employerLine(insured.line, gross, halfUp(gross, insured.factor)));
}

function planFor({ plans }: Law, paidOn: PlainDate, group: AgeGroup, isForeign: boolean): ContributionPlan {
  const key = isForeign ? `${group} foreign` : group;
  let plan = plans.get(key);
  if (plan === undefined) {
    plan = contributionPlan(paidOn, group, isForeign);
    plans.set(key, plan);
  }
  return plan;
}

function holidayFor({ holidays }: Law, paidOn: PlainDate, days: number): Holiday {
  let made = holidays.get(days);
  if (made === undefined) {
    const legal = inForce(holidayPay.rate, paidOn);
    const extra = inForce(holidayPay.perExtraDay, paidOn);
    const rate = legal.value.plus(extra.value.times(new Rate(BigInt(days - legalHolidayDays), 1n)));
    const figures = days > legalHolidayDays ? [legal.applied, extra.applied] : [legal.applied];
    made = {
      withoutIt: factor(new Rate(rate.den, rate.den + rate.num)),
      line: lineKind(holidayPay, {
        group: 'earned',
        currency: 'SEK',
        figures,
        workerRate: rate,
        employerRate: rate,
      }),
    };
    holidays.set(days, made);
  }
  return made;
}

function agreedFor(
  { agreed }: Law,
  paidOn: PlainDate,
  what: 'pension' | 'insurance',
  percentText: string,
): Agreed | undefined {
  if (percentText === '0') return undefined;
  const key = `${what} ${percentText}`;
  let made = agreed.get(key);
  if (made === undefined) {
    const of = what === 'pension' ? occupationalPension : insurance;
    const rate = percent(percentText);
    const figures = [inForce(of.basis, paidOn).applied];
    made = {
      factor: factor(rate),
      line: lineKind(of, { group: 'employer_social', currency: 'SEK', figures, employerRate: rate }),
    };
    agreed.set(key, made);
  }
  return made;
}

function bornLater(paidOn: PlainDate, facts: Readonly<Record<string, Fact>>): RuleRefusal | undefined {
  const born = birthYear.of(facts);
  if (born < Number(paidOn.slice(0, 4))) return undefined;
  return {
    kind: 'impossible-facts',
    rule: 'se.facts',
    date: paidOn,
    field: birthYear.name,
    detail: `A person born in ${born} is not paid for work on ${paidOn}.`,
    remedy: 'Check the year of birth.',
  };
}
