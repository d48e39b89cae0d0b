import { type Month, Rate, type Result, monthOf, ok, percent, rate, ratio, refuse } from '@passerelle/values';
import type { PlainDate } from '@passerelle/values';
import type { PayslipTerms } from '../kit/country.js';
import { type Factor, factor } from '../kit/exact.js';
import { type Fact, factsCheck } from '../kit/facts.js';
import { inForce } from '../kit/figures.js';
import type { LineKind } from '../kit/line.js';
import type { RuleRefusal } from '../kit/refusal.js';
import { accidentInsurance } from './accident-insurance.js';
import { isLastOfQuarter, weekdaysOf, weekdaysOfQuarter } from './calendar.js';
import { contradiction } from './contradictions.js';
import * as asked from './facts.js';
import { familyReduction } from './family-reductions.js';
import {
  type Levy,
  type Status,
  type StatusLaw,
  type TaxLaw,
  type WorkLaw,
  kindOf,
  taxLawOn,
  workLawOn,
} from './law.js';
import { minimumShare } from './minimum-income.js';
import { type Reductions, reductionsOf } from './reductions.js';
import type { Taxation } from './special-contribution.js';
import { type Incomes, withholdingTax } from './withholding-tax.js';
import { type Prior, priorOf } from './year-to-date.js';

type Facts = Readonly<Record<string, Fact>>;

/** Everything of an engagement but its gross: the law of its days, the person, what was paid before. Cents. */
export interface Engagement {
  readonly law: WorkLaw;
  readonly status: StatusLaw;
  readonly tax: TaxLaw;
  readonly month: Month;
  readonly prior: Prior;
  /** From the pay of the days worked to that of a full-time month, and back; undefined for a full-time month. */
  readonly toFullTime: Factor | undefined;
  readonly part: Factor | undefined;
  /** The least gross for these days. */
  readonly floor: bigint;
  readonly levies: readonly Levy[];
  readonly reductions: Reductions | undefined;
  readonly isArtistTax: boolean;
  readonly incomes: Incomes;
  readonly taxation: Taxation;
  readonly isLastOfQuarter: boolean;
  readonly familyReduction: bigint;
  readonly taxKind: LineKind;
  readonly commute: bigint;
  readonly voucherWorker: bigint;
  readonly voucherEmployer: bigint;
}

const checkFacts = factsCheck('BE', asked.fields);

/** Reads the terms, or says which of them cannot be. Throws NoValueOnDay where the law as known is silent. */
export function engagementOf(terms: PayslipTerms): Result<Engagement, RuleRefusal> {
  const { facts, first, paidOn } = terms;
  const fault = checkFacts(facts, first) ?? contradiction(facts, first);
  if (fault) return refuse(fault);
  const prior = priorOf(terms.yearToDate, first);
  if (!prior.ok) return prior;

  const law = workLawOn(first);
  const tax = taxLawOn(paidOn);
  const month = monthOf(first);
  const statusName = asked.status.of(facts);
  const status = law[statusName];
  const worked = workedShare(terms, month);
  const family = familyOf(facts, paidOn, tax);
  const vouchers = vouchersOf(terms);
  return ok({
    law,
    status,
    tax,
    month,
    prior: prior.value,
    toFullTime: worked === Rate.one ? undefined : factor(ratio(worked.den, worked.num)),
    part: worked === Rate.one ? undefined : factor(worked),
    floor: floorOf(law, facts, worked),
    levies: leviesOf(status, facts, first),
    reductions: reductionsFor(terms, month, statusName),
    isArtistTax: asked.withholding.of(facts) === 'artist-short-engagement',
    incomes: asked.household.of(facts) === 'one-income' ? 'shared' : 'own',
    taxation: taxations[asked.household.of(facts)],
    isLastOfQuarter: isLastOfQuarter(month),
    familyReduction: family.familyReduction,
    taxKind: family.taxKind,
    commute: asked.euro(asked.commuteRefund.of(facts)),
    voucherWorker: vouchers.voucherWorker,
    voucherEmployer: vouchers.voucherEmployer,
  });
}

const taxations = { single: 'individual', 'two-incomes': 'joint-both', 'one-income': 'joint-one' } as const;

const full = new Rate(1n, 1n);

/** The part of a full-time month that the days and the hours make: Mondays to Fridays of the month are the whole. */
function workedShare({ facts, days }: PayslipTerms, month: Month): Rate {
  const hours = hoursShare(facts);
  const weekdays = weekdaysOf(month);
  if (days >= weekdays) return hours;
  const ofMonth = ratio(BigInt(days), BigInt(weekdays));
  return hours === Rate.one ? ofMonth : hours.times(ofMonth);
}

function hoursShare(facts: Facts): Rate {
  const hours = asked.weeklyHours.of(facts);
  const fullTime = asked.fullTimeHours.of(facts);
  if (hours === fullTime) return Rate.one;
  const [own, whole] = [rate(hours), rate(fullTime)];
  return ratio(own.num * whole.den, own.den * whole.num);
}

/** The least gross in whole cents that is not below the minimum income for the share worked. */
function floorOf(law: WorkLaw, facts: Facts, worked: Rate): bigint {
  const age = asked.age.of(facts);
  const share = asked.student.of(facts) ? minimumShare(age, true, law.date) : full;
  const num = law.minimum * share.num * worked.num;
  const den = share.den * worked.den;
  return (num + den - 1n) / den;
}

function leviesOf(status: StatusLaw, facts: Facts, date: PlainDate): readonly Levy[] {
  const workers = asked.employerWorkers.of(facts);
  const [first, second] = status.fromWorkers;
  const size = workers >= second ? 2 : workers >= first ? 1 : 0;
  const levies = (asked.sector.of(facts) === 'profit' ? status.levies : status.leviesNonProfit)[size]!;
  const premium = asked.accidentInsurancePercent.of(facts);
  if (premium === '0') return levies;
  const kind = kindOf(accidentInsurance, {
    group: 'employer_social',
    figures: [inForce(accidentInsurance.premium, date).applied],
    employerRate: percent(premium),
  });
  return [...levies, { factor: factor(percent(premium)), kind, isOnGross: true, isCapped: false }];
}

function reductionsFor(terms: PayslipTerms, month: Month, status: Status): Reductions | undefined {
  const { facts, first, days } = terms;
  const isWholeMonth = days >= weekdaysOf(month);
  const hours = hoursShare(facts);
  const quarter = isWholeMonth ? hours : hours.times(ratio(BigInt(days), BigInt(weekdaysOfQuarter(month))));
  return reductionsOf({
    worked: quarter,
    isWholeMonth,
    sector: asked.sector.of(facts),
    region: status === 'artist' ? asked.region.of(facts) : undefined,
    date: first,
  });
}

const familyFacts = [
  asked.children,
  asked.singleParent,
  asked.disabled,
  asked.disabledSpouse,
  asked.otherDependants,
  asked.dependantsInCare,
];

function familyOf(facts: Facts, paidOn: PlainDate, tax: TaxLaw): Pick<Engagement, 'familyReduction' | 'taxKind'> {
  if (!familyFacts.some((field) => field.of(facts) !== field.assumed))
    return { familyReduction: 0n, taxKind: tax.taxKind };
  const isDisabled = asked.disabled.of(facts);
  const isSpouseDisabled = asked.disabledSpouse.of(facts);
  const { yearly, figures } = familyReduction(
    {
      children: asked.children.of(facts),
      disabledChildren: asked.disabledChildren.of(facts),
      isSingleParent: asked.singleParent.of(facts),
      disabledAdults: (isDisabled ? 1 : 0) + (isSpouseDisabled ? 1 : 0),
      otherDependants: asked.otherDependants.of(facts),
      dependantsInCare: asked.dependantsInCare.of(facts),
    },
    paidOn,
  );
  if (figures.length === 0) return { familyReduction: 0n, taxKind: tax.taxKind };
  return {
    familyReduction: yearly,
    taxKind: kindOf(withholdingTax, { group: 'tax', figures: [tax.formulaApplied, ...figures] }),
  };
}

function vouchersOf({ facts, days }: PayslipTerms): Pick<Engagement, 'voucherWorker' | 'voucherEmployer'> {
  const face = asked.euro(asked.mealVoucherFace.of(facts));
  if (face === 0n) return { voucherWorker: 0n, voucherEmployer: 0n };
  const worker = asked.euro(asked.mealVoucherWorkerShare.of(facts));
  const count = BigInt(days);
  return { voucherWorker: worker * count, voucherEmployer: (face - worker) * count };
}
