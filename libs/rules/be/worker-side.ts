import { halfUp, least, most } from '../kit/exact.js';
import type { Engagement } from './engagement.js';
import { specialDue } from './special-contribution.js';
import { monthlyTax } from './withholding-tax.js';

/** What happens to the worker's pay, in cents. All amounts as they are held back or granted, none negative but `special`. */
export interface WorkerSide {
  readonly gross: bigint;
  readonly base: bigint;
  readonly reference: bigint;
  readonly contribution: bigint;
  /** Undefined where the law as known does not say the bonus of this pay; both parts are then 0. */
  readonly isBonusKnown: boolean;
  readonly bonusA: bigint;
  readonly bonusB: bigint;
  readonly taxable: bigint;
  readonly tax: bigint;
  readonly fiscal: bigint;
  /** May be negative in the last month of a quarter, when the advances were too high. */
  readonly special: bigint;
  readonly net: bigint;
}

/** From gross to net: contribution, work bonus, withholding, special contribution, then what is free of both. */
export function workerSide(e: Engagement, gross: bigint): WorkerSide {
  const { status, tax: taxLaw } = e;
  const base = baseOf(e, gross);
  const reference = referenceOf(e, gross);
  const contribution = halfUp(base, status.contribution.factor);
  const bonus = status.bonus.at(reference);
  const [bonusA, bonusB] = bonus ? granted(e, bonus, contribution) : none;
  const taxable = gross - contribution + bonusA + bonusB;
  const tax = e.isArtistTax ? halfUp(taxable, taxLaw.artist.factor) : ordinaryTax(e, taxable);
  const fiscal = e.isArtistTax || bonusA + bonusB === 0n ? 0n : fiscalBonus(e, bonusA, bonusB, tax);
  const special = specialNow(e, base);
  const net = taxable - tax + fiscal - special + e.commute - e.voucherWorker;
  const isBonusKnown = bonus !== undefined;
  return { gross, base, reference, contribution, isBonusKnown, bonusA, bonusB, taxable, tax, fiscal, special, net };
}

/** The pay on which contributions are due. */
export const baseOf = ({ status }: Engagement, gross: bigint): bigint =>
  status.isBaseGross ? gross : halfUp(gross, status.baseFactor);

/** S = (W / H) × U: the pay of the days worked brought to a full-time month. */
export const referenceOf = ({ toFullTime }: Engagement, gross: bigint): bigint =>
  toFullTime === undefined ? gross : halfUp(gross, toFullTime);

type Parts = readonly [bigint, bigint];

const none: Parts = [0n, 0n];

/** The parts for the time worked, never above the contribution due nor the year's cap: B is counted first, then A. */
function granted({ part, prior, status }: Engagement, [fullA, fullB]: Parts, contribution: bigint): Parts {
  if (fullA === 0n && fullB === 0n) return none;
  const a = part === undefined ? fullA : halfUp(fullA, part);
  const b = part === undefined ? fullB : halfUp(fullB, part);
  const cap = status.bonus.yearlyCap;
  const room = cap === undefined ? contribution : least(contribution, most(0n, cap - prior.bonus));
  const givenB = least(b, room);
  return [least(a, room - givenB), givenB];
}

/** The key formula on the month's pay so far, less what earlier payslips of the month already withheld. */
function ordinaryTax(e: Engagement, taxable: bigint): bigint {
  const { prior, tax } = e;
  const whole = monthlyTax(tax.formula, prior.monthTaxable + taxable, e.incomes, e.familyReduction);
  return most(0n, whole - prior.monthTax);
}

function fiscalBonus({ tax: law, prior }: Engagement, a: bigint, b: bigint, tax: bigint): bigint {
  const bonus = halfUp(a, law.fiscalA) + halfUp(b, law.fiscalB);
  const room = law.fiscalCap === undefined ? bonus : most(0n, law.fiscalCap - prior.fiscalBonus);
  return least(least(bonus, room), tax);
}

/** An advance by the month's scale; the last month of a quarter makes the quarter right. */
function specialNow({ law, prior, taxation, isLastOfQuarter }: Engagement, base: bigint): bigint {
  return isLastOfQuarter
    ? specialDue(law.specialQuarterly, taxation, prior.quarterBase + base) - prior.quarterSpecial
    : specialDue(law.specialMonthly, taxation, prior.monthBase + base) - prior.monthSpecial;
}
