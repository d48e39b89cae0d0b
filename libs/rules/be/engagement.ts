import { type Month, Rate, type Result, monthOf, ok, percent, rate, ratio, refuse } from '@passerelle/values';
import type { PlainDate } from '@passerelle/values';
import type { PayslipTerms } from '../kit/country.js';
import { factor } from '../kit/exact.js';
import { inForce } from '../kit/figures.js';
import type { LawDay } from '../kit/law-day.js';
import type { LineKind } from '../kit/line.js';
import type { RuleRefusal } from '../kit/refusal.js';
import { shareOf } from '../kit/share.js';
import { accidentInsurance } from './accident-insurance.js';
import { isLastOfQuarter, weekdaysOf, weekdaysOfQuarter } from './calendar.js';
import { contradiction } from './contradictions.js';
import { type Facts, euro, readFacts } from './facts.js';
import { familyReduction } from './family-reductions.js';
import { type Levy, type TaxLaw, type WorkLaw, kindOf, taxLawOn, workLawOn } from './law.js';
import { minimumShare } from './minimum-income.js';
import { type Reductions, reductionsOf } from './reductions.js';
import { withholdingTax } from './withholding-tax.js';
import { type Prior, priorOf } from './year-to-date.js';

/** Reads the terms, or says which of them cannot be. Throws NoValueOnDay where the law as known is silent. */
export function engagementOf(terms: PayslipTerms, lawDay: LawDay): Result<Engagement, RuleRefusal> {
  const { first } = terms;
  const facts = readFacts(terms.facts, first);
  if (!facts.ok) return facts;
  const fault = contradiction(facts.value, lawDay(first));
  if (fault) return refuse(fault);
  const prior = priorOf(terms.yearToDate, first);
  return prior.ok ? ok(settled(terms, facts.value, prior.value, lawDay)) : prior;
}

/** Everything of an engagement but its gross: the law of its days, the person, what was paid before. Cents. */
export type Engagement = ReturnType<typeof settled>;

function settled({ first, paidOn, days }: PayslipTerms, facts: Facts, prior: Prior, lawDay: LawDay) {
  const law = workLawOn(lawDay(first));
  const tax = taxLawOn(lawDay(paidOn));
  const month = monthOf(first);
  const hours = hoursShare(facts);
  const worked = workedShare(hours, days, month);
  const family = familyOf(facts, tax);
  return {
    law,
    status: law[facts.status],
    tax,
    month,
    prior,
    /** From the pay of the days worked to that of a full-time month, and back; undefined for a full-time month. */
    toFullTime: worked === Rate.one ? undefined : factor(ratio(worked.den, worked.num)),
    part: worked === Rate.one ? undefined : factor(worked),
    /** The least gross for these days. */
    floor: floorOf(law, facts, worked),
    levies: leviesOf(law, facts),
    reductions: reductionsFor(facts, { hours, days, month }, law.date),
    isArtistTax: facts.withholding === 'artist-short-engagement',
    incomes: facts.household === 'one-income' ? ('shared' as const) : ('own' as const),
    taxation: taxations[facts.household],
    isLastOfQuarter: isLastOfQuarter(month),
    ...family,
    commute: euro(facts.commuteRefund),
    ...vouchersOf(facts, days),
  };
}

const taxations = { single: 'individual', 'two-incomes': 'joint-both', 'one-income': 'joint-one' } as const;

/** The part of a full-time month that the days and the hours make: Mondays to Fridays of the month are the whole. */
function workedShare(hours: Rate, days: number, month: Month): Rate {
  const weekdays = weekdaysOf(month);
  if (days >= weekdays) return hours;
  const ofMonth = ratio(BigInt(days), BigInt(weekdays));
  return hours === Rate.one ? ofMonth : hours.times(ofMonth);
}

function hoursShare({ weeklyHours, fullTimeHours }: Facts): Rate {
  if (weeklyHours === fullTimeHours) return Rate.one;
  const [own, whole] = [rate(weeklyHours), rate(fullTimeHours)];
  return ratio(own.num * whole.den, own.den * whole.num);
}

/** The least gross in whole cents that is not below the minimum income for the share worked. */
function floorOf(law: WorkLaw, { age, student }: Facts, worked: Rate): bigint {
  const share = student ? minimumShare(age, true, law.date) : Rate.one;
  const num = law.minimum * share.num * worked.num;
  const den = share.den * worked.den;
  return (num + den - 1n) / den;
}

function leviesOf(law: WorkLaw, facts: Facts): readonly Levy[] {
  const status = law[facts.status];
  const { employerWorkers: workers, sector, accidentInsurancePercent: premium } = facts;
  const [first, second] = status.fromWorkers;
  const size = workers >= second ? 2 : workers >= first ? 1 : 0;
  const levies = (sector === 'profit' ? status.levies : status.leviesNonProfit)[size]!;
  if (premium === '0') return levies;
  const rate = { value: percent(premium), applied: inForce(accidentInsurance.premium, law.date).applied };
  const share = shareOf(accidentInsurance, rate, { group: 'employer_social', currency: 'EUR' });
  return [...levies, { ...share, isOnGross: true, isCapped: false }];
}

interface TimeWorked {
  readonly hours: Rate;
  readonly days: number;
  readonly month: Month;
}

function reductionsFor(facts: Facts, { hours, days, month }: TimeWorked, date: PlainDate): Reductions | undefined {
  const isWholeMonth = days >= weekdaysOf(month);
  const { sector, status, region } = facts;
  const worked = isWholeMonth ? hours : hours.times(ratio(BigInt(days), BigInt(weekdaysOfQuarter(month))));
  return reductionsOf({ worked, isWholeMonth, sector, region: status === 'artist' ? region : undefined, date });
}

interface FamilyTax {
  readonly familyReduction: bigint;
  readonly taxKind: LineKind;
}

function familyOf(facts: Facts, tax: TaxLaw): FamilyTax {
  const { children, disabledChildren, singleParent: isSingleParent, otherDependants, dependantsInCare } = facts;
  const disabledAdults = Number(facts.disabled) + Number(facts.disabledSpouse);
  const family = { children, disabledChildren, isSingleParent, disabledAdults, otherDependants, dependantsInCare };
  const { yearly, figures } = familyReduction(family, tax.date);
  if (figures.length === 0) return { familyReduction: 0n, taxKind: tax.taxKind };
  const taxKind = kindOf(withholdingTax, { group: 'tax', figures: [tax.formulaApplied, ...figures] });
  return { familyReduction: yearly, taxKind };
}

function vouchersOf(facts: Facts, days: number): { readonly voucherWorker: bigint; readonly voucherEmployer: bigint } {
  const face = euro(facts.mealVoucherFace);
  if (face === 0n) return { voucherWorker: 0n, voucherEmployer: 0n };
  const worker = euro(facts.mealVoucherWorkerShare);
  const count = BigInt(days);
  return { voucherWorker: worker * count, voucherEmployer: (face - worker) * count };
}
