import { Money, type PlainDate, type Result, monthOf, ok, refuse } from '@passerelle/values';
import type { PayslipTerms } from '../kit/country.js';
import { factor, least } from '../kit/exact.js';
import { inForce, lawOfTheDay } from '../kit/figures.js';
import type { LawDay } from '../kit/law-day.js';
import type { RuleRefusal } from '../kit/refusal.js';
import * as amounts from './amounts.js';
import { contradiction, payDaysOf } from './contradictions.js';
import { hundredths, percentOfText } from './decimals.js';
import { expenseDeduction } from './expense-deduction.js';
import { type Facts, readFacts } from './facts.js';
import { fineOf } from './fine.js';
import { type Setting, settingOf } from './setting.js';
import { calendarOf, monthOfWork } from './working-time.js';
import { type Sums, sumsBefore } from './year-to-date.js';

/** Hours are counted in 6 000ths, in which a month of 35 × 52 / 12 hours is whole. */
export const timePerHour = 6_000n;

/** An amount in 6 000ths of a cent, to the cent. */
export const centsOfTime = (amount: bigint): bigint => (2n * amount + timePerHour) / (2n * timePerHour);

/** Reads and checks the facts of one engagement. May throw NoValueOnDay. */
export function engagementOf(terms: PayslipTerms, lawDay: LawDay): Result<Engagement, RuleRefusal> {
  const facts = readFacts(terms.facts, terms.first);
  if (!facts.ok) return facts;
  const refusal = contradiction(facts.value, terms);
  if (refusal) return refuse(refusal);
  const setting = settingOf(terms, facts.value, lawDay);
  const before = sumsBefore(terms.yearToDate, terms.first, setting.contract !== 'cdi' && facts.value.contractStarts);
  return before.ok ? ok(settled(terms, facts.value, { setting, taxedBy: lawDay(terms.paidOn) }, before.value)) : before;
}

/**
 * One engagement with everything settled but the gross: facts read, law of the day looked up, ceilings of the period
 * computed. Money in cents, ceilings and bases in fine units.
 */
export type Engagement = ReturnType<typeof settled>;

/** By which law: that of the work, and the day by which the pay is taxed. */
interface LawApplied {
  readonly setting: Setting;
  readonly taxedBy: PlainDate;
}

function settled(terms: PayslipTerms, facts: Facts, { setting, taxedBy }: LawApplied, before: Sums) {
  const { category, contract } = setting;
  const law = lawOn(setting.date);
  const weekly = hundredths(facts.weeklyHours);
  const time = timeOf(terms, facts, setting, weekly, law);
  const isGeneral = category === 'general';
  const ofReduction = facts.reductionMinimumWage === 'of-the-month' ? law.minimumWage : law.reductionMinimumWage;
  return {
    date: terms.first,
    taxedBy,
    facts,
    setting,
    endIndemnity: isGeneral && contract === 'cdd' ? facts.endIndemnity : 'none',
    leaveIndemnity: isGeneral && contract !== 'cdi' ? facts.leaveIndemnity : 'none',
    /** Paid hours in 6 000ths, and the minimum wages of these hours in 6 000ths of a cent. */
    time,
    minimumWage: law.minimumWage * time,
    reductionMinimumWage: ofReduction * time,
    ceilings: ceilingsOf(terms, facts, isGeneral, weekly, law),
    payDays: payDaysOf(facts),
    deduction: isGeneral ? undefined : deductionOf(facts, setting.date),
    /** Of an entrepreneur-salarié. */
    fixedPart: facts.status === 'entrepreneur' ? hundredths(facts.fixedPart) : 0n,
    health: isGeneral ? healthOf(facts) : noPremium,
    shares: law.shares,
    before,
  };
}

/**
 * The least gross in cents: the minimum wage of the hours. An entrepreneur-salarié orders her own hours and is paid at
 * least the fixed part of her contract.
 */
export const leastGross = ({ facts, minimumWage, fixedPart }: Engagement): bigint =>
  facts.status === 'entrepreneur' ? fixedPart : centsOfTime(minimumWage);

const lawOn = lawOfTheDay((date) => ({
  minimumWage: inForce(amounts.minimumWageHour, date).value.minor,
  reductionMinimumWage: inForce(amounts.reductionMinimumWageHour, date).value.minor,
  cachetHours: inForce(amounts.cachetHours, date).value,
  week: BigInt(inForce(amounts.legalWeek, date).value) * 100n,
  /** What the indemnities are of the pay, what CSG is charged on of it, and what leave funds enlarge bases by. */
  shares: {
    end: factor(inForce(amounts.endIndemnityShare, date).value),
    leave: factor(inForce(amounts.leaveIndemnityShare, date).value),
    csg: inForce(amounts.csgShare, date).value,
    enlargement: inForce(amounts.leaveFundEnlargement, date).value,
    apprenticeship: inForce(amounts.apprenticeshipLeaveShare, date).value,
  },
  month: fineOf(inForce(amounts.ceilingMonth, date).value.minor),
  year: fineOf(inForce(amounts.ceilingYear, date).value.minor),
  day: fineOf(inForce(amounts.ceilingDay, date).value.minor),
  artistDay: fineOf(inForce(amounts.ceilingHour, date).value.minor * inForce(amounts.artistDayHours, date).value),
}));

type Law = ReturnType<typeof lawOn>;

/** Hours paid, in 6 000ths. Declared hours win; a full month is 35 × 52 / 12; otherwise the days count a fifth of a week. */
function timeOf(terms: PayslipTerms, facts: Facts, setting: Setting, weekly: bigint, { cachetHours }: Law): bigint {
  const { category, contract } = setting;
  const declared = facts.hours === '0' ? 0n : hundredths(facts.hours) * 60n;
  const played = category === 'artist' ? BigInt(facts.cachets) * cachetHours * timePerHour : 0n;
  if (declared + played > 0n) return declared + played;
  const isFull = category === 'general' && monthOfWork(terms, contract === 'cdi', facts.alsaceMoselle);
  return isFull ? weekly * 260n : weekly * 12n * BigInt(terms.days);
}

/** In fine units. */
function ceilingsOf(terms: PayslipTerms, facts: Facts, isGeneral: boolean, weekly: bigint, law: Law) {
  const days = BigInt(terms.days);
  const ofTime = (law.month * weekly) / law.week;
  const isByPaidDays = facts.intermittentCeiling === 'paid-days';
  const ofShow = isByPaidDays ? (law.month * least(days, 30n)) / 30n : ofDays(terms, law.month);
  return {
    period: isGeneral ? ofDays(terms, ofTime) : ofShow,
    month: law.month,
    deathCover: ofDays(terms, facts.deathCoverCeiling === 'full' ? law.month : ofTime),
    daysWorked: law.day * days,
    year: law.year,
    artistDay: law.artistDay,
    days,
  };
}

/** The part of a month's ceiling that the calendar days of the engagement have. */
function ofDays({ first, last }: PayslipTerms, whole: bigint): bigint {
  const { last: end, days } = calendarOf(monthOf(first));
  if (last === end && first.endsWith('-01')) return whole;
  return (whole * BigInt(Number(last.slice(8)) - Number(first.slice(8)) + 1)) / days;
}

function deductionOf({ deduction: group }: Facts, date: PlainDate) {
  if (group === 'none') return undefined;
  const share = factor(inForce(expenseDeduction[group], date).value);
  return { share, limit: inForce(expenseDeduction.limit, date).value.minor };
}

/** The employer's share is rounded to the cent and the worker pays the rest, so that the premium is met exactly. */
function healthOf({ healthPremium, healthEmployerShare }: Facts): {
  readonly worker: bigint;
  readonly employer: bigint;
} {
  if (healthPremium === '0') return noPremium;
  const premium = hundredths(healthPremium);
  const employer = new Money(premium, 'EUR').times(percentOfText(healthEmployerShare), 'halfUp').minor;
  return { worker: premium - employer, employer };
}

const noPremium = { worker: 0n, employer: 0n };
