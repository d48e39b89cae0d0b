import { Money, type PlainDate, type Rate, type Result, ok, refuse } from '@passerelle/values';
import type { PayslipTerms } from '../kit/country.js';
import { type Factor, factor } from '../kit/exact.js';
import { type Fact, factsCheck } from '../kit/facts.js';
import { inForce, lawOfTheDay } from '../kit/figures.js';
import type { RuleRefusal } from '../kit/refusal.js';
import * as amounts from './amounts.js';
import { contradiction, payDaysOf } from './contradictions.js';
import { centsOfText, hundredths, percentOfText } from './decimals.js';
import { expenseDeduction } from './expense-deduction.js';
import * as ask from './facts.js';
import { fineOf } from './fine.js';
import { type Sums, sumsBefore } from './year-to-date.js';
import { monthOfWork } from './working-time.js';

/** Under which rates a person stands: the general ones, the artists' or the technicians' of the show business. */
export type Category = 'general' | 'artist' | 'technician';

/** Hours are counted in 6 000ths, in which a month of 35 × 52 / 12 hours is whole. */
export const timePerHour = 6_000n;

/**
 * One engagement with everything settled but the gross: facts read, law of the day looked up, ceilings of the period
 * computed. Money in cents, ceilings and bases in fine units.
 */
export interface Engagement {
  readonly date: PlainDate;
  readonly status: 'employee' | 'artist' | 'technician' | 'entrepreneur';
  readonly category: Category;
  readonly executive: boolean;
  readonly contract: 'cdi' | 'cdd' | 'cddu';
  readonly contractLength: 'up-to-2-months' | 'up-to-3-months' | 'longer';
  readonly endIndemnity: 'now' | 'later' | 'none';
  readonly leaveIndemnity: 'now' | 'later' | 'none';
  /** Paid hours in 6 000ths, and the minimum wages of these hours in 6 000ths of a cent. */
  readonly time: bigint;
  readonly minimumWage: bigint;
  readonly reductionMinimumWage: bigint;
  readonly ceilings: Ceilings;
  readonly payDays: readonly bigint[] | undefined;
  readonly deduction: { readonly millionths: bigint; readonly limit: bigint } | undefined;
  readonly fixedPart: bigint;
  readonly headcount: number;
  readonly accidentRate: string;
  readonly mobilityRate: string;
  readonly health: { readonly worker: bigint; readonly employer: bigint };
  readonly apprenticeshipTax: boolean;
  readonly apprenticeShare: 'under-1' | 'under-2' | 'under-3' | 'under-5' | 'from-5';
  readonly convention: 'other' | '1285' | '3090';
  readonly alsaceMoselle: boolean;
  readonly shares: Shares;
  readonly before: Sums;
}

/** What the indemnities are of the pay, and what CSG is charged on of it. */
export interface Shares {
  readonly end: Factor;
  readonly leave: Factor;
  readonly csg: Rate;
}

/** In fine units: of the period, of a full month, of the death cover, of the days worked, of the year. */
export interface Ceilings {
  readonly period: bigint;
  readonly month: bigint;
  readonly deathCover: bigint;
  readonly daysWorked: bigint;
  readonly year: bigint;
  /** Of one day of an artist engaged for less than five days; undefined where the period's counts. */
  readonly artistDay: bigint | undefined;
  readonly days: bigint;
}

type Facts = Readonly<Record<string, Fact>>;

const checkFacts = factsCheck('FR', ask.fields);

/** Reads and checks the facts of one engagement. May throw NoValueOnDay. */
export function engagementOf(terms: PayslipTerms): Result<Engagement, RuleRefusal> {
  const { facts, first } = terms;
  const refusal = checkFacts(facts, first) ?? contradiction(terms);
  if (refusal) return refuse(refusal);

  const status = ask.status.of(facts);
  const category = status === 'artist' || status === 'technician' ? status : 'general';
  const contract = contractOf(facts, category);
  const before = sumsBefore(terms.yearToDate, first, contract !== 'cdi' && ask.contractStarts.of(facts));
  if ('kind' in before) return refuse(before);

  const law = lawOn(first);
  const time = timeOf(terms, category, contract, law.cachetHours);
  const ownMinimum = ask.reductionMinimumWage.of(facts) === 'of-the-month' ? law.minimumWage : law.reductionMinimumWage;
  return ok({
    date: first,
    status,
    category,
    executive: ask.executive.of(facts),
    contract,
    contractLength: ask.contractLength.of(facts),
    endIndemnity: category === 'general' && contract === 'cdd' ? ask.endIndemnity.of(facts) : 'none',
    leaveIndemnity: category === 'general' && contract !== 'cdi' ? ask.leaveIndemnity.of(facts) : 'none',
    time,
    minimumWage: law.minimumWage * time,
    reductionMinimumWage: ownMinimum * time,
    ceilings: ceilingsOf(terms, category, law),
    payDays: payDaysOf(facts),
    deduction: deductionOf(facts, category, first),
    fixedPart: status === 'entrepreneur' ? centsOfText(ask.fixedPart.of(facts)) : 0n,
    headcount: ask.headcount.of(facts),
    accidentRate: ask.accidentRate.of(facts),
    mobilityRate: ask.mobilityRate.of(facts),
    health: healthOf(facts, category),
    apprenticeshipTax: ask.apprenticeshipTax.of(facts),
    apprenticeShare: ask.apprenticeShare.of(facts),
    convention: ask.convention.of(facts),
    alsaceMoselle: ask.alsaceMoselle.of(facts),
    shares: law.shares,
    before,
  });
}

/**
 * The least gross in cents: the minimum wage of the hours. An entrepreneur-salarié orders her own hours and is paid at
 * least the fixed part of her contract.
 */
export const leastGross = ({ status, minimumWage, fixedPart }: Engagement): bigint =>
  status === 'entrepreneur' ? fixedPart : (2n * minimumWage + timePerHour) / (2n * timePerHour);

const lawOn = lawOfTheDay((date) => ({
  minimumWage: inForce(amounts.minimumWageHour, date).value.minor,
  reductionMinimumWage: inForce(amounts.reductionMinimumWageHour, date).value.minor,
  cachetHours: inForce(amounts.cachetHours, date).value,
  week: BigInt(inForce(amounts.legalWeek, date).value) * 100n,
  shares: {
    end: factor(inForce(amounts.endIndemnityShare, date).value),
    leave: factor(inForce(amounts.leaveIndemnityShare, date).value),
    csg: inForce(amounts.csgShare, date).value,
  },
  month: fineOf(inForce(amounts.ceilingMonth, date).value.minor),
  year: fineOf(inForce(amounts.ceilingYear, date).value.minor),
  day: fineOf(inForce(amounts.ceilingDay, date).value.minor),
  artistDay: fineOf(inForce(amounts.ceilingHour, date).value.minor * inForce(amounts.artistDayHours, date).value),
}));

type Law = ReturnType<typeof lawOn>;

function contractOf(facts: Facts, category: Category): Engagement['contract'] {
  const said = ask.contract.of(facts);
  if (said !== 'usual') return said;
  return category === 'general' ? 'cdi' : 'cddu';
}

/** Hours paid, in 6 000ths. Declared hours win; a full month is 35 × 52 / 12; otherwise the days count a fifth of a week. */
function timeOf(terms: PayslipTerms, category: Category, contract: string, cachetHours: bigint): bigint {
  const { facts, days } = terms;
  const declared = hundredths(ask.hours.of(facts)) * 60n;
  const played = category === 'artist' ? BigInt(ask.cachets.of(facts)) * cachetHours * timePerHour : 0n;
  if (declared + played > 0n) return declared + played;
  const weekly = hundredths(ask.weeklyHours.of(facts));
  const isFull = category === 'general' && monthOfWork(terms, contract === 'cdi', ask.alsaceMoselle.of(facts));
  return isFull ? weekly * 260n : weekly * 12n * BigInt(days);
}

function ceilingsOf({ facts, first, last, days }: PayslipTerms, category: Category, law: Law): Ceilings {
  const calendarDays = BigInt(Number(last.slice(8)) - Number(first.slice(8)) + 1);
  const monthDays = BigInt(monthLength(first));
  const worked = BigInt(days);
  const weekly = hundredths(ask.weeklyHours.of(facts));
  const ofTime = (law.month * weekly) / law.week;
  const byCalendar = (whole: bigint): bigint => (whole * calendarDays) / monthDays;
  const byThirtieths = (law.month * (worked < 30n ? worked : 30n)) / 30n;
  const isThirtieths = category !== 'general' && ask.intermittentCeiling.of(facts) === 'paid-days';
  const length = ask.engagementLength.of(facts);
  const isShort = length === 'under-five-days' || (length === 'by-days-worked' && days < 5);
  return {
    period: isThirtieths ? byThirtieths : byCalendar(category === 'general' ? ofTime : law.month),
    month: law.month,
    deathCover: byCalendar(ask.deathCoverCeiling.of(facts) === 'full' ? law.month : ofTime),
    daysWorked: law.day * worked,
    year: law.year,
    artistDay: category === 'artist' && isShort ? law.artistDay : undefined,
    days: worked,
  };
}

function deductionOf(facts: Facts, category: Category, date: PlainDate): Engagement['deduction'] {
  const group = ask.deduction.of(facts);
  if (group === 'none' || category === 'general') return undefined;
  const { num, den } = inForce(expenseDeduction[group], date).value;
  const limit = inForce(expenseDeduction.limit, date).value.minor;
  return { millionths: (num * 1_000_000n) / den, limit };
}

/** The employer's share is rounded to the cent and the worker pays the rest, so that the premium is met exactly. */
function healthOf(facts: Facts, category: Category): Engagement['health'] {
  const premium = category === 'general' ? centsOfText(ask.healthPremium.of(facts)) : 0n;
  if (premium === 0n) return { worker: 0n, employer: 0n };
  const employer = new Money(premium, 'EUR').times(percentOfText(ask.healthEmployerShare.of(facts)), 'halfUp').minor;
  return { worker: premium - employer, employer };
}

/** 28 to 31, read from the calendar text alone. */
export function monthLength(date: PlainDate): number {
  const month = Number(date.slice(5, 7));
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const year = Number(date.slice(0, 4));
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
