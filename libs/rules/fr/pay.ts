import { type Rate, allocate } from '@passerelle/values';
import { halfUp } from '../kit/exact.js';
import { type Engagement, timePerHour } from './engagement.js';
import { fineOf, lesser } from './fine.js';
import type { CappedBase } from './slip.js';

/** One pay measured against every ceiling: what each rule takes its rate of. Bases in fine units, money in cents. */
export interface Pay {
  readonly engagement: Engagement;
  /** What the gross consists of, in cents. */
  readonly agreed: bigint;
  readonly endIndemnity: bigint;
  readonly leaveIndemnity: bigint;
  readonly gross: bigint;
  /** What the flat deduction for expenses takes from the base of contributions. */
  readonly deduction: bigint;
  /** Pay after that deduction, in cents. */
  readonly subject: bigint;

  readonly wage: bigint;
  readonly base: bigint;
  readonly oldAge: CappedBase;
  readonly unemployment: CappedBase;
  readonly tranche1: CappedBase;
  readonly tranche2: CappedBase;
  readonly whole: CappedBase;
  readonly managers: CappedBase;
  readonly csg: CappedBase;
  readonly deathCover: bigint;
  /** 1 in general; what a leave fund pays is charged with FNAL and mobility by an enlarged base. */
  readonly hasLeaveFund: boolean;
}

/** Measures a pay agreed for the work, before the indemnities that a fixed-term contract adds to it. */
export function measure(engagement: Engagement, agreed: bigint): Pay {
  const { endIndemnity, leaveIndemnity, before, shares } = engagement;
  const end = endIndemnity === 'now' ? halfUp(agreed + before.contract.endIndemnity, shares.end) : 0n;
  const leave = leaveIndemnity === 'now' ? halfUp(agreed + before.contract.leaveIndemnity + end, shares.leave) : 0n;
  return engagement.category === 'general'
    ? generalPay(engagement, agreed, end, leave)
    : showPay(engagement, agreed, end, leave);
}

// The properties are written out, in one order, rather than spread: a search for a gross measures many pays, and
// objects of one shape are several times faster.

/** General scheme: each ceiling is provisional and set right over the year with the same employer. */
function generalPay(engagement: Engagement, agreed: bigint, endIndemnity: bigint, leaveIndemnity: bigint): Pay {
  const { ceilings: own, before } = engagement;
  const gross = agreed + endIndemnity + leaveIndemnity;
  const base = fineOf(gross);
  const sums = { base, ceiling: own.period, past: fineOf(before.base), pastCeiling: before.ceiling };
  const once = upTo(1n, sums);
  const four = upTo(4n, sums);
  const eight = upTo(8n, sums);
  return {
    engagement,
    agreed,
    endIndemnity,
    leaveIndemnity,
    gross,
    deduction: 0n,
    subject: gross,
    wage: base,
    base,
    oldAge: once,
    unemployment: four,
    tranche1: once,
    tranche2: { now: eight.now - once.now, correction: eight.correction - once.correction },
    whole: wholeAbove(sums),
    managers: four,
    csg: csgOf(base, four, engagement.shares.csg),
    deathCover: lesser(base, own.deathCover),
    hasLeaveFund: false,
  };
}

interface PaySums {
  readonly base: bigint;
  readonly ceiling: bigint;
  readonly past: bigint;
  readonly pastCeiling: bigint;
}

/** The pay up to a number of ceilings: of this payslip alone, and what the year adds to it. */
function upTo(times: bigint, { base, ceiling, past, pastCeiling }: PaySums): CappedBase {
  const now = lesser(base, times * ceiling);
  if (past === 0n && pastCeiling === 0n) return { now, correction: 0n };
  const whole = lesser(past + base, times * (pastCeiling + ceiling)) - lesser(past, times * pastCeiling);
  return { now, correction: whole - now };
}

/** The whole pay to eight ceilings, as soon as it exceeds one. */
function wholeAbove({ base, ceiling, past, pastCeiling }: PaySums): CappedBase {
  const now = wholeOf(base, ceiling);
  if (past === 0n && pastCeiling === 0n) return { now, correction: 0n };
  const year = wholeOf(past + base, pastCeiling + ceiling) - wholeOf(past, pastCeiling);
  return { now, correction: year - now };
}

const wholeOf = (pay: bigint, ceiling: bigint): bigint => (pay > ceiling ? lesser(pay, 8n * ceiling) : 0n);

/** Show business: the pay stands by itself, but for the yearly tranches of those who are not executives. */
function showPay(engagement: Engagement, agreed: bigint, endIndemnity: bigint, leaveIndemnity: bigint): Pay {
  const { executive, ceilings } = engagement;
  const { artistDay, daysWorked } = ceilings;
  const gross = agreed + endIndemnity + leaveIndemnity;
  const deduction = deductionOf(engagement, gross);
  const subject = gross - deduction;
  const wage = fineOf(gross);
  const base = fineOf(subject);
  const applied = artistDay === undefined ? ceilings.period : artistDay * ceilings.days;
  const { first, second, whole } = executive ? tranchesByDay(base, daysWorked) : tranchesByYear(engagement, base);
  return {
    engagement,
    agreed,
    endIndemnity,
    leaveIndemnity,
    gross,
    deduction,
    subject,
    wage,
    base,
    oldAge: only(artistDay === undefined ? lesser(base, ceilings.period) : cappedByDay(engagement, subject, artistDay)),
    unemployment: only(lesser(wage, 4n * ceilings.month)),
    tranche1: only(first),
    tranche2: only(second),
    whole: only(whole),
    managers: only(lesser(base, 4n * daysWorked)),
    csg: csgOf(wage, only(lesser(wage, 4n * applied)), engagement.shares.csg),
    deathCover: lesser(base, daysWorked),
    hasLeaveFund: true,
  };
}

const only = (now: bigint): CappedBase => ({ now, correction: 0n });

/** The share of the pay up to four ceilings (98.25 %), and all of it above. */
const csgOf = (pay: bigint, upToFour: CappedBase, { num, den }: Rate): CappedBase => ({
  now: pay - upToFour.now + (upToFour.now * num) / den,
  correction: (upToFour.correction * (num - den)) / den,
});

/** Each day has its own ceiling, so unequal days are capped one by one. */
function cappedByDay({ ceilings: { days }, payDays }: Engagement, subject: bigint, dayCeiling: bigint): bigint {
  if (payDays === undefined) return lesser(fineOf(subject), dayCeiling * days);
  return allocate(subject, payDays)
    .map((pay) => lesser(fineOf(pay), dayCeiling))
    .reduce((sum, pay) => sum + pay, 0n);
}

interface Tranches {
  readonly first: bigint;
  readonly second: bigint;
  readonly whole: bigint;
}

function tranchesByDay(base: bigint, ceiling: bigint): Tranches {
  const first = lesser(base, ceiling);
  return { first, second: lesser(base, 8n * ceiling) - first, whole: wholeOf(base, ceiling) };
}

function tranchesByYear({ before, ceilings }: Engagement, base: bigint): Tranches {
  const yearCeiling = ceilings.year;
  const past = fineOf(before.showBase);
  const year = past + base;
  const first = lesser(year, yearCeiling) - lesser(past, yearCeiling);
  const both = lesser(year, 8n * yearCeiling) - lesser(past, 8n * yearCeiling);
  return { first, second: both - first, whole: wholeOf(year, yearCeiling) - wholeOf(past, yearCeiling) };
}

/** The deduction within its yearly limit; the base stays at the minimum wage of the hours, or at the pay below it. */
function deductionOf({ deduction, before, minimumWage }: Engagement, gross: bigint): bigint {
  if (deduction === undefined) return 0n;
  const share = (gross * deduction.millionths + 500_000n) / 1_000_000n;
  const left = deduction.limit - before.deduction;
  const least = (2n * minimumWage + timePerHour) / (2n * timePerHour);
  const room = gross > least ? gross - least : 0n;
  return lesser(lesser(share, left), room);
}
