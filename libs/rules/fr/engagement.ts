import { Money, type PlainDate, type Result, monthOf, ok, refuse } from '@passerelle/values';
import type { PayslipTerms } from '../kit/country.js';
import { factor, least } from '../kit/exact.js';
import { inForce, lawOfTheDay } from '../kit/figures.js';
import type { RuleRefusal } from '../kit/refusal.js';
import * as amounts from './amounts.js';
import { contradiction, payDaysOf } from './contradictions.js';
import { hundredths, percentOfText } from './decimals.js';
import { expenseDeduction } from './expense-deduction.js';
import { type Facts, readFacts } from './facts.js';
import { fineOf } from './fine.js';
import { calendarOf, monthOfWork } from './working-time.js';
import { type Sums, sumsBefore } from './year-to-date.js';

/** Under which rates a person stands: the general ones, the artists' or the technicians' of the show business. */
export type Category = 'general' | 'artist' | 'technician';

/** Hours are counted in 6 000ths, in which a month of 35 × 52 / 12 hours is whole. */
export const timePerHour = 6_000n;

/** Reads and checks the facts of one engagement. May throw NoValueOnDay. */
export function engagementOf(terms: PayslipTerms): Result<Engagement, RuleRefusal> {
  const { first, yearToDate } = terms;
  const facts = readFacts(terms.facts, first);
  if (!facts.ok) return facts;
  const refusal = contradiction(facts.value, terms);
  if (refusal) return refuse(refusal);
  const kind = kindOf(facts.value);
  const before = sumsBefore(yearToDate, first, kind.contract !== 'cdi' && facts.value.contractStarts);
  return before.ok ? ok(settled(terms, facts.value, kind, before.value)) : before;
}

/**
 * One engagement with everything settled but the gross: facts read, law of the day looked up, ceilings of the period
 * computed. Money in cents, ceilings and bases in fine units.
 */
export type Engagement = ReturnType<typeof settled>;

interface Kind {
  readonly category: Category;
  readonly contract: 'cdi' | 'cdd' | 'cddu';
}

function kindOf({ status, contract }: Facts): Kind {
  const category = status === 'artist' || status === 'technician' ? status : 'general';
  if (contract !== 'usual') return { category, contract };
  return { category, contract: category === 'general' ? 'cdi' : 'cddu' };
}

function settled(terms: PayslipTerms, facts: Facts, kind: Kind, before: Sums) {
  const { category, contract } = kind;
  const law = lawOn(terms.first);
  const weekly = hundredths(facts.weeklyHours);
  const time = timeOf(terms, facts, kind, weekly, law);
  const isGeneral = category === 'general';
  const ofReduction = facts.reductionMinimumWage === 'of-the-month' ? law.minimumWage : law.reductionMinimumWage;
  return {
    date: terms.first,
    paidOn: terms.paidOn,
    facts,
    category,
    contract,
    endIndemnity: isGeneral && contract === 'cdd' ? facts.endIndemnity : 'none',
    leaveIndemnity: isGeneral && contract !== 'cdi' ? facts.leaveIndemnity : 'none',
    /** Paid hours in 6 000ths, and the minimum wages of these hours in 6 000ths of a cent. */
    time,
    minimumWage: law.minimumWage * time,
    reductionMinimumWage: ofReduction * time,
    ceilings: ceilingsOf(terms, facts, category, weekly, law),
    payDays: payDaysOf(facts),
    deduction: deductionOf(facts, category, terms.first),
    /** Of an entrepreneur-salarié. */
    fixedPart: facts.status === 'entrepreneur' ? hundredths(facts.fixedPart) : 0n,
    health: healthOf(facts, category),
    /** What the indemnities are of the pay, and what CSG is charged on of it. */
    shares: law.shares,
    before,
  };
}

/**
 * The least gross in cents: the minimum wage of the hours. An entrepreneur-salarié orders her own hours and is paid at
 * least the fixed part of her contract.
 */
export const leastGross = ({ facts, minimumWage, fixedPart }: Engagement): bigint =>
  facts.status === 'entrepreneur' ? fixedPart : (2n * minimumWage + timePerHour) / (2n * timePerHour);

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

/** Hours paid, in 6 000ths. Declared hours win; a full month is 35 × 52 / 12; otherwise the days count a fifth of a week. */
function timeOf(terms: PayslipTerms, facts: Facts, { category, contract }: Kind, weekly: bigint, { cachetHours }: Law) {
  const declared = facts.hours === '0' ? 0n : hundredths(facts.hours) * 60n;
  const played = category === 'artist' ? BigInt(facts.cachets) * cachetHours * timePerHour : 0n;
  if (declared + played > 0n) return declared + played;
  const isFull = category === 'general' && monthOfWork(terms, contract === 'cdi', facts.alsaceMoselle);
  return isFull ? weekly * 260n : weekly * 12n * BigInt(terms.days);
}

/** In fine units. */
function ceilingsOf(terms: PayslipTerms, facts: Facts, category: Category, weekly: bigint, law: Law) {
  const worked = BigInt(terms.days);
  const ofTime = (law.month * weekly) / law.week;
  return {
    period: category === 'general' ? ofDays(terms, ofTime) : showPeriod(terms, facts, law),
    month: law.month,
    deathCover: ofDays(terms, facts.deathCoverCeiling === 'full' ? law.month : ofTime),
    daysWorked: law.day * worked,
    year: law.year,
    /** Of one day of an artist engaged for less than five days; undefined where the period's counts. */
    artistDay: category === 'artist' && isShort(terms, facts) ? law.artistDay : undefined,
    days: worked,
  };
}

/** The part of a month's ceiling that the calendar days of the engagement have. */
function ofDays({ first, last }: PayslipTerms, whole: bigint): bigint {
  const { last: end, days } = calendarOf(monthOf(first));
  if (last === end && first.endsWith('-01')) return whole;
  return (whole * BigInt(Number(last.slice(8)) - Number(first.slice(8)) + 1)) / days;
}

const showPeriod = (terms: PayslipTerms, { intermittentCeiling }: Facts, { month }: Law): bigint =>
  intermittentCeiling === 'paid-days' ? (month * least(BigInt(terms.days), 30n)) / 30n : ofDays(terms, month);

const isShort = ({ days }: PayslipTerms, { engagementLength: length }: Facts): boolean =>
  length === 'under-five-days' || (length === 'by-days-worked' && days < 5);

function deductionOf({ deduction: group }: Facts, category: Category, date: PlainDate) {
  if (group === 'none' || category === 'general') return undefined;
  const { num, den } = inForce(expenseDeduction[group], date).value;
  const limit = inForce(expenseDeduction.limit, date).value.minor;
  return { millionths: (num * 1_000_000n) / den, limit };
}

/** The employer's share is rounded to the cent and the worker pays the rest, so that the premium is met exactly. */
function healthOf(facts: Facts, category: Category): { readonly worker: bigint; readonly employer: bigint } {
  if (category !== 'general' || facts.healthPremium === '0') return noPremium;
  const premium = hundredths(facts.healthPremium);
  const employer = new Money(premium, 'EUR').times(percentOfText(facts.healthEmployerShare), 'halfUp').minor;
  return { worker: premium - employer, employer };
}

const noPremium = { worker: 0n, employer: 0n };
