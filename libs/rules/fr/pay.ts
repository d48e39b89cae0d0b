import { allocate } from '@passerelle/values';
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
  const { endIndemnity, leaveIndemnity, before } = engagement;
  const end = endIndemnity === 'now' ? tenth(agreed + before.contract.endIndemnity) : 0n;
  const leave = leaveIndemnity === 'now' ? tenth(agreed + before.contract.leaveIndemnity + end) : 0n;
  const gross = agreed + end + leave;
  const earned = { engagement, agreed, endIndemnity: end, leaveIndemnity: leave, gross };
  return engagement.category === 'general' ? generalPay(earned) : showPay(earned);
}

type Earned = Pick<Pay, 'engagement' | 'agreed' | 'endIndemnity' | 'leaveIndemnity' | 'gross'>;

/** General scheme: each ceiling is provisional and set right over the year with the same employer. */
function generalPay(earned: Earned): Pay {
  const { engagement, gross } = earned;
  const { ceiling, deathCoverCeiling, before } = engagement;
  const base = fineOf(gross);
  const past = fineOf(before.base);
  const sofar = { base: past + base, ceiling: before.ceiling + ceiling };
  const upTo = (times: bigint): CappedBase => {
    const now = lesser(base, times * ceiling);
    const whole = lesser(sofar.base, times * sofar.ceiling) - lesser(past, times * before.ceiling);
    return { now, correction: whole - now };
  };
  const once = upTo(1n);
  const four = upTo(4n);
  const eight = upTo(8n);
  const wholeOf = (pay: bigint, limit: bigint): bigint => (pay > limit ? lesser(pay, 8n * limit) : 0n);
  const wholeNow = wholeOf(base, ceiling);
  const wholeYear = wholeOf(sofar.base, sofar.ceiling) - wholeOf(past, before.ceiling);
  return {
    ...earned,
    deduction: 0n,
    subject: gross,
    wage: base,
    base,
    oldAge: once,
    unemployment: four,
    tranche1: once,
    tranche2: { now: eight.now - once.now, correction: eight.correction - once.correction },
    whole: { now: wholeNow, correction: wholeYear - wholeNow },
    managers: four,
    csg: csgOf(base, four),
    deathCover: lesser(base, deathCoverCeiling),
    hasLeaveFund: false,
  };
}

/** Show business: the pay stands by itself, but for the yearly tranches of those who are not executives. */
function showPay(earned: Earned): Pay {
  const { engagement, gross } = earned;
  const { ceiling, fullCeiling, dayCeiling, artistDay, days, executive } = engagement;
  const deduction = deductionOf(engagement, gross);
  const subject = gross - deduction;
  const wage = fineOf(gross);
  const base = fineOf(subject);
  const applied = artistDay === undefined ? ceiling : artistDay * days;
  return {
    ...earned,
    deduction,
    subject,
    wage,
    base,
    oldAge: only(artistDay === undefined ? lesser(base, ceiling) : cappedByDay(engagement, subject, artistDay)),
    unemployment: only(lesser(wage, 4n * fullCeiling)),
    ...(executive ? trancheByDay(base, dayCeiling) : trancheByYear(engagement, base)),
    managers: only(lesser(base, 4n * dayCeiling)),
    csg: csgOf(wage, only(lesser(wage, 4n * applied))),
    deathCover: lesser(base, dayCeiling),
    hasLeaveFund: true,
  };
}

const only = (now: bigint): CappedBase => ({ now, correction: 0n });

/** 98.25 % of pay up to four ceilings, all of it above. */
const csgOf = (pay: bigint, upToFour: CappedBase): CappedBase => ({
  now: pay - upToFour.now + (upToFour.now * 9_825n) / 10_000n,
  correction: (upToFour.correction * -175n) / 10_000n,
});

/** Each day has its own ceiling, so unequal days are capped one by one. */
function cappedByDay({ days, payDays }: Engagement, subject: bigint, dayCeiling: bigint): bigint {
  if (payDays === undefined) return lesser(fineOf(subject), dayCeiling * days);
  return allocate(subject, payDays)
    .map((pay) => lesser(fineOf(pay), dayCeiling))
    .reduce((sum, pay) => sum + pay, 0n);
}

function trancheByDay(base: bigint, ceiling: bigint): Pick<Pay, 'tranche1' | 'tranche2' | 'whole'> {
  const first = lesser(base, ceiling);
  const all = lesser(base, 8n * ceiling);
  return { tranche1: only(first), tranche2: only(all - first), whole: only(base > ceiling ? all : 0n) };
}

function trancheByYear(
  { before, yearCeiling }: Engagement,
  base: bigint,
): Pick<Pay, 'tranche1' | 'tranche2' | 'whole'> {
  const past = fineOf(before.showBase);
  const year = past + base;
  const first = lesser(year, yearCeiling) - lesser(past, yearCeiling);
  const all = lesser(year, 8n * yearCeiling) - lesser(past, 8n * yearCeiling);
  const wholeOf = (pay: bigint): bigint => (pay > yearCeiling ? lesser(pay, 8n * yearCeiling) : 0n);
  return { tranche1: only(first), tranche2: only(all - first), whole: only(wholeOf(year) - wholeOf(past)) };
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

/** 10 % to the cent, halves up. */
const tenth = (cents: bigint): bigint => (cents + 5n) / 10n;
