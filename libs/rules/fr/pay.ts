import { type Rate, allocate } from '@passerelle/values';
import { halfUp, least, most } from '../kit/exact.js';
import { type Engagement, timePerHour } from './engagement.js';
import type { Facts } from './facts.js';
import { fineOf } from './fine.js';
import type { CappedBase } from './slip.js';

/** One pay measured against every ceiling: what each rule takes its rate of. Bases in fine units, money in cents. */
export interface Pay {
  readonly engagement: Engagement;
  readonly facts: Facts;
  /** What the gross consists of, in cents. */
  readonly agreed: bigint;
  readonly endIndemnity: bigint;
  readonly leaveIndemnity: bigint;
  readonly gross: bigint;
  /** What the flat deduction for expenses takes from the base of contributions. */
  readonly deduction: bigint;
  /** Pay after that deduction, in cents. */
  readonly subject: bigint;
  /** The gross, and the pay after that deduction. */
  readonly wage: bigint;
  readonly base: bigint;
  readonly capped: Capped;
  /** What a leave fund pays is charged with FNAL and mobility by an enlarged base. */
  readonly hasLeaveFund: boolean;
}

/** The bases that end at a ceiling. */
interface Capped {
  readonly oldAge: CappedBase;
  readonly unemployment: CappedBase;
  readonly tranche1: CappedBase;
  readonly tranche2: CappedBase;
  readonly whole: CappedBase;
  readonly managers: CappedBase;
  readonly csg: CappedBase;
  readonly deathCover: bigint;
}

/** Measures a pay agreed for the work, before the indemnities that a fixed-term contract adds to it. */
export function measure(engagement: Engagement, agreed: bigint): Pay {
  const { before, shares, category } = engagement;
  const isEndPaid = engagement.endIndemnity === 'now';
  const isLeavePaid = engagement.leaveIndemnity === 'now';
  const endIndemnity = isEndPaid ? halfUp(agreed + before.endIndemnity, shares.end) : 0n;
  const leaveIndemnity = isLeavePaid ? halfUp(agreed + before.leaveIndemnity + endIndemnity, shares.leave) : 0n;
  const gross = agreed + endIndemnity + leaveIndemnity;
  const deduction = deductionOf(engagement, gross);
  const subject = gross - deduction;
  const wage = fineOf(gross);
  const base = deduction === 0n ? wage : fineOf(subject);
  const isGeneral = category === 'general';
  return {
    engagement,
    facts: engagement.facts,
    agreed,
    endIndemnity,
    leaveIndemnity,
    gross,
    deduction,
    subject,
    wage,
    base,
    capped: isGeneral ? generalCapped(engagement, base) : showCapped(engagement, wage, base, subject),
    hasLeaveFund: !isGeneral,
  };
}

/** General scheme: each ceiling is provisional and set right over the year with the same employer. */
function generalCapped({ ceilings: own, before, shares }: Engagement, base: bigint): Capped {
  const sums = { base, ceiling: own.period, past: fineOf(before.base), pastCeiling: before.ceiling };
  const once = upTo(1n, sums);
  const four = upTo(4n, sums);
  const eight = upTo(8n, sums);
  return {
    oldAge: once,
    unemployment: four,
    tranche1: once,
    tranche2: { now: eight.now - once.now, correction: eight.correction - once.correction },
    whole: wholeAbove(sums),
    managers: four,
    csg: csgOf(base, four, shares.csg),
    deathCover: least(base, own.deathCover),
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
  const now = least(base, times * ceiling);
  if (past === 0n && pastCeiling === 0n) return { now, correction: 0n };
  const whole = least(past + base, times * (pastCeiling + ceiling)) - least(past, times * pastCeiling);
  return { now, correction: whole - now };
}

/** The whole pay to eight ceilings, as soon as it exceeds one. */
function wholeAbove({ base, ceiling, past, pastCeiling }: PaySums): CappedBase {
  const now = wholeOf(base, ceiling);
  if (past === 0n && pastCeiling === 0n) return { now, correction: 0n };
  const year = wholeOf(past + base, pastCeiling + ceiling) - wholeOf(past, pastCeiling);
  return { now, correction: year - now };
}

const wholeOf = (pay: bigint, ceiling: bigint): bigint => (pay > ceiling ? least(pay, 8n * ceiling) : 0n);

/** Show business: the pay stands by itself, but for the yearly tranches of those who are not executives. */
function showCapped(engagement: Engagement, wage: bigint, base: bigint, subject: bigint): Capped {
  const { ceilings, facts, shares } = engagement;
  const { artistDay, daysWorked, period } = ceilings;
  const applied = artistDay === undefined ? period : artistDay * ceilings.days;
  const tranches = facts.executive ? tranchesByDay(base, daysWorked) : tranchesByYear(engagement, base);
  return {
    oldAge: only(artistDay === undefined ? least(base, period) : cappedByDay(engagement, subject, artistDay)),
    unemployment: only(least(wage, 4n * ceilings.month)),
    tranche1: only(tranches.first),
    tranche2: only(tranches.second),
    whole: only(tranches.whole),
    managers: only(least(base, 4n * daysWorked)),
    csg: csgOf(wage, only(least(wage, 4n * applied)), shares.csg),
    deathCover: least(base, daysWorked),
  };
}

const only = (now: bigint): CappedBase => ({ now, correction: 0n });

/** The share of the pay up to four ceilings (98.25 %), and all of it above. */
function csgOf(pay: bigint, { now: upToFour, correction }: CappedBase, { num, den }: Rate): CappedBase {
  const now = pay - upToFour + (upToFour * num) / den;
  return { now, correction: correction === 0n ? 0n : (correction * (num - den)) / den };
}

/** Each day has its own ceiling, so unequal days are capped one by one. */
function cappedByDay({ ceilings: { days }, payDays }: Engagement, subject: bigint, dayCeiling: bigint): bigint {
  if (payDays === undefined) return least(fineOf(subject), dayCeiling * days);
  return allocate(subject, payDays)
    .map((pay) => least(fineOf(pay), dayCeiling))
    .reduce((sum, pay) => sum + pay, 0n);
}

interface Tranches {
  readonly first: bigint;
  readonly second: bigint;
  readonly whole: bigint;
}

function tranchesByDay(base: bigint, ceiling: bigint): Tranches {
  const first = least(base, ceiling);
  return { first, second: least(base, 8n * ceiling) - first, whole: wholeOf(base, ceiling) };
}

function tranchesByYear({ before, ceilings }: Engagement, base: bigint): Tranches {
  const yearCeiling = ceilings.year;
  const past = fineOf(before.showBase);
  const year = past + base;
  const first = least(year, yearCeiling) - least(past, yearCeiling);
  const both = least(year, 8n * yearCeiling) - least(past, 8n * yearCeiling);
  return { first, second: both - first, whole: wholeOf(year, yearCeiling) - wholeOf(past, yearCeiling) };
}

/** The deduction within its yearly limit; the base stays at the minimum wage of the hours, or at the pay below it. */
function deductionOf({ deduction, before, minimumWage }: Engagement, gross: bigint): bigint {
  if (deduction === undefined) return 0n;
  const share = (gross * deduction.millionths + 500_000n) / 1_000_000n;
  const left = deduction.limit - before.deduction;
  const floor = (2n * minimumWage + timePerHour) / (2n * timePerHour);
  return least(least(share, left), most(gross - floor, 0n));
}
