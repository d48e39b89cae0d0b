import { type Rate, allocate } from '@passerelle/values';
import { halfUp, least, most } from '../kit/exact.js';
import type { Bases } from './bases.js';
import { type Engagement, centsOfTime } from './engagement.js';
import { fineOf } from './fine.js';
import { type Base, only } from './slip.js';

/** One pay measured against every ceiling. Money in cents, bases in fine units. */
export interface Pay {
  readonly engagement: Engagement;
  /** What the gross consists of. */
  readonly agreed: bigint;
  readonly endIndemnity: bigint;
  readonly leaveIndemnity: bigint;
  readonly gross: bigint;
  /** What the flat deduction for expenses takes from the base of contributions, and the pay after it. */
  readonly deduction: bigint;
  readonly subject: bigint;
  readonly bases: Bases;
}

/** Measures a pay agreed for the work, before the indemnities that a fixed-term contract adds to it. */
export function measure(engagement: Engagement, agreed: bigint): Pay {
  const { before, shares, setting } = engagement;
  const isEndPaid = engagement.endIndemnity === 'now';
  const isLeavePaid = engagement.leaveIndemnity === 'now';
  const endIndemnity = isEndPaid ? halfUp(agreed + before.endIndemnity, shares.end) : 0n;
  const leaveIndemnity = isLeavePaid ? halfUp(agreed + before.leaveIndemnity + endIndemnity, shares.leave) : 0n;
  const gross = agreed + endIndemnity + leaveIndemnity;
  const deduction = deductionOf(engagement, gross);
  const subject = gross - deduction;
  const bases = setting.category === 'general' ? general(engagement, subject) : show(engagement, gross, subject);
  return { engagement, agreed, endIndemnity, leaveIndemnity, gross, deduction, subject, bases };
}

/** How much of a pay lies under a ceiling, in fine units. */
type Part = (pay: bigint, ceiling: bigint) => bigint;

const toOne: Part = (pay, ceiling) => least(pay, ceiling);
const toFour: Part = (pay, ceiling) => least(pay, 4n * ceiling);
const toEight: Part = (pay, ceiling) => least(pay, 8n * ceiling);
/** The whole pay to eight ceilings, as soon as it exceeds one. */
const whole: Part = (pay, ceiling) => (pay > ceiling ? toEight(pay, ceiling) : 0n);

/** General scheme: each ceiling is provisional and set right over the year with the same employer. */
function general({ ceilings: { period, deathCover }, before, shares }: Engagement, subject: bigint): Bases {
  const base = fineOf(subject);
  const past = fineOf(before.base);
  const isFirst = past === 0n && before.ceiling === 0n;
  const capped = (part: Part): Base => {
    const now = part(base, period);
    if (isFirst) return only(now);
    const year = part(past + base, before.ceiling + period) - part(past, before.ceiling);
    return { now, correction: year - now };
  };
  const pay = only(base);
  const once = capped(toOne);
  const four = capped(toFour);
  return {
    gross: pay,
    pay,
    enlarged: pay,
    housing: once,
    apprenticeship: pay,
    oldAge: once,
    unemployment: four,
    tranche1: once,
    tranche2: less(capped(toEight), once),
    whole: capped(whole),
    managers: four,
    deathCover: only(least(base, deathCover)),
    csg: csgOf(base, four, shares.csg),
  };
}

/** Show business: the pay stands by itself, but for the yearly tranches of those who are not executives. */
function show(engagement: Engagement, gross: bigint, subject: bigint): Bases {
  const { ceilings, setting, shares, before } = engagement;
  const { artistDay, daysWorked, period, month, days } = ceilings;
  const [wage, base] = [fineOf(gross), fineOf(subject)];
  const [past, ceiling] = setting.executive ? [0n, daysWorked] : [fineOf(before.showBase), ceilings.year];
  const tranche = (part: Part): Base => only(part(past + base, ceiling) - part(past, ceiling));
  const oldAge = setting.isCappedByDay ? cappedByDay(engagement, subject) : least(base, period);
  const ofPeriod = setting.isCappedByDay ? artistDay * days : period;
  return {
    gross: only(wage),
    pay: only(base),
    enlarged: only(portion(base, shares.enlargement)),
    housing: only(portion(oldAge, shares.enlargement)),
    apprenticeship: only(portion(wage, shares.apprenticeship)),
    oldAge: only(oldAge),
    unemployment: only(toFour(wage, month)),
    tranche1: tranche(toOne),
    tranche2: less(tranche(toEight), tranche(toOne)),
    whole: tranche(whole),
    managers: only(toFour(base, daysWorked)),
    deathCover: only(least(base, daysWorked)),
    csg: csgOf(wage, only(toFour(wage, ofPeriod)), shares.csg),
  };
}

const less = (all: Base, part: Base): Base => ({
  now: all.now - part.now,
  correction: all.correction - part.correction,
});

const portion = (base: bigint, { num, den }: Rate): bigint => (base * num) / den;

/** The share of the pay up to four ceilings (98.25 %), and all of it above. */
function csgOf(pay: bigint, { now: upToFour, correction }: Base, share: Rate): Base {
  const now = pay - upToFour + portion(upToFour, share);
  return { now, correction: correction === 0n ? 0n : (correction * (share.num - share.den)) / share.den };
}

/** Each day has its own ceiling, so unequal days are capped one by one. */
function cappedByDay({ ceilings: { artistDay, days }, payDays }: Engagement, subject: bigint): bigint {
  if (payDays === undefined) return least(fineOf(subject), artistDay * days);
  return allocate(subject, payDays).reduce((sum, pay) => sum + least(fineOf(pay), artistDay), 0n);
}

/** The deduction within its yearly limit; the base stays at the minimum wage of the hours, or at the pay below it. */
function deductionOf({ deduction, before, minimumWage }: Engagement, gross: bigint): bigint {
  if (deduction === undefined) return 0n;
  const share = halfUp(gross, deduction.share);
  const left = deduction.limit - before.deduction;
  return least(least(share, left), most(gross - centsOfTime(minimumWage), 0n));
}
