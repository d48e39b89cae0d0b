import type { Factor } from '../kit/exact.js';
import { halfUp } from '../kit/exact.js';
import { Money } from '@passerelle/values';
import { type LineKind, employerLine, sharedLine } from '../kit/line.js';
import type { PayslipLine } from '../kit/payslip.js';
import { centsOf } from './fine.js';

/** A contribution of one day of law: what its lines say, and its rates ready for a base in fine units. */
export interface Charge {
  readonly kind: LineKind;
  /** The line that corrects earlier payslips of the year; charges without a ceiling never use it. */
  readonly correction: LineKind;
  readonly worker: Factor | null;
  readonly employer: Factor | null;
}

/** A capped base: its part of this payslip, and what the ceilings of the year add to or take from it. */
export interface CappedBase {
  readonly now: bigint;
  readonly correction: bigint;
}

/**
 * Where the rules write. It keeps the lines when they are to be explained, and else the cost, because a search for a
 * gross asks for the totals of many payslips nobody reads.
 */
export class Slip {
  /** Held back from the worker, in cents. */
  held = 0n;
  /** Cost of the employer, in cents; not kept beside lines, whose sum it is. */
  cost = 0n;
  /** Contributions that come back into the taxable pay, in cents. */
  addedBack = 0n;
  /** What the contract has seen with this payslip: pay at full sickness and family rates, reduction granted. */
  sicknessFull = 0n;
  familyFull = 0n;
  reduction = 0n;

  constructor(readonly lines: PayslipLine[] | null) {}

  /** base × rates, each side rounded to the cent; no line without a base. Gives back the worker's share in cents. */
  charge(charge: Charge, base: bigint): bigint {
    if (base === 0n) return 0n;
    const worker = charge.worker === null ? 0n : halfUp(base, charge.worker);
    const employer = charge.employer === null ? 0n : halfUp(base, charge.employer);
    this.write(charge, charge.kind, base, worker, employer);
    return worker;
  }

  /**
   * The charge of this payslip and, on a line of its own, the correction of the year. Both together are the rounded
   * charge of the whole base, so that a higher pay never costs less by a rounding.
   */
  chargeCapped(charge: Charge, base: CappedBase): bigint {
    const { now, correction } = base;
    const worker = this.charge(charge, now);
    if (correction === 0n) return worker;
    const whole = now + correction;
    const workerMore = charge.worker === null ? 0n : halfUp(whole, charge.worker) - worker;
    const employerMore = charge.employer === null ? 0n : halfUp(whole, charge.employer) - halfUp(now, charge.employer);
    this.write(charge, charge.correction, correction, workerMore, employerMore);
    return worker + workerMore;
  }

  /**
   * Two tranches of one contribution: rounded together, so that the line of the upper tranche holds what the lower one
   * leaves of the rounded sum. Corrections of the year as in `chargeCapped`.
   */
  chargeTranches(lower: Charge, first: CappedBase, upper: Charge, second: CappedBase): void {
    if (second.now === 0n && second.correction === 0n) {
      this.chargeCapped(lower, first);
      return;
    }
    const firstWhole = first.now + first.correction;
    const secondWhole = second.now + second.correction;
    const worker = parts(lower.worker, upper.worker, first.now, second.now, firstWhole, secondWhole);
    const employer = parts(lower.employer, upper.employer, first.now, second.now, firstWhole, secondWhole);
    this.held += worker.whole;
    if (this.lines === null) {
      this.cost += employer.whole;
      return;
    }
    const push = (of: Charge, kind: LineKind, base: bigint, workerPart: bigint, employerPart: bigint): void => {
      if (base !== 0n) this.lines!.push(this.lineOf(of, kind, base, workerPart, employerPart));
    };
    push(lower, lower.kind, first.now, worker.lower, employer.lower);
    push(upper, upper.kind, second.now, worker.upper, employer.upper);
    push(lower, lower.correction, first.correction, worker.lowerMore, employer.lowerMore);
    push(upper, upper.correction, second.correction, worker.upperMore, employer.upperMore);
  }

  /** An amount for the employer alone that is not base × rate; negative for a reduction. */
  employerAmount(kind: LineKind, base: bigint | null, amount: bigint): void {
    if (this.lines === null) this.cost += amount;
    else this.lines.push(employerLine(kind, base === null ? null : centsOf(base), amount));
  }

  /** An amount that explains a base and changes neither net nor cost. */
  note(kind: LineKind, amount: bigint): void {
    if (this.lines !== null) this.lines.push(employerLine(kind, amount, 0n));
  }

  /** Gross pay or a part of it: for the worker and at the employer's cost alike. */
  earned(kind: LineKind, amount: bigint): void {
    if (this.lines === null) this.cost += amount;
    else this.lines.push(sharedLine(kind, null, amount, amount));
  }

  /** A fixed sum held back from the worker beside what the employer pays, such as a health premium. */
  premium(kind: LineKind, worker: bigint, employer: bigint): void {
    this.held += worker;
    if (this.lines === null) this.cost += employer;
    else this.lines.push(sharedLine(kind, worker + employer, -worker, employer));
  }

  private write(charge: Charge, kind: LineKind, base: bigint, worker: bigint, employer: bigint): void {
    this.held += worker;
    if (this.lines === null) this.cost += employer;
    else this.lines.push(this.lineOf(charge, kind, base, worker, employer));
  }

  private shownBase = Money.zero('EUR');
  private shownFine = 0n;

  /** Most lines stand on the same base, and then share its amount as it is shown. */
  private lineOf(charge: Charge, kind: LineKind, base: bigint, worker: bigint, employer: bigint): PayslipLine {
    if (base !== this.shownFine) {
      this.shownFine = base;
      this.shownBase = new Money(centsOf(base), 'EUR');
    }
    return {
      id: kind.id,
      localName: kind.localName,
      group: kind.group,
      base: this.shownBase,
      worker: charge.worker === null ? null : { rate: kind.workerRate, amount: new Money(-worker, 'EUR') },
      employer: charge.employer === null ? null : { rate: kind.employerRate, amount: new Money(employer, 'EUR') },
      figures: kind.figures,
      law: kind.law,
      words: kind.words,
    };
  }
}

/** One side of two tranches: each part in cents, and their sum rounded once. */
function parts(
  lower: Factor | null,
  upper: Factor | null,
  first: bigint,
  second: bigint,
  firstWhole: bigint,
  secondWhole: bigint,
) {
  if (lower === null || upper === null) return noParts;
  const now = together(lower, upper, first, second);
  const whole = together(lower, upper, firstWhole, secondWhole);
  const lowerNow = halfUp(first, lower);
  const lowerMore = firstWhole === first ? 0n : halfUp(firstWhole, lower) - lowerNow;
  const upperNow = now - lowerNow;
  return { whole, lower: lowerNow, upper: upperNow, lowerMore, upperMore: whole - now - lowerMore };
}

const noParts = { whole: 0n, lower: 0n, upper: 0n, lowerMore: 0n, upperMore: 0n };

/** Both tranches, rounded once to the cent. Bases may be negative in a correction, their sum may be too. */
function together(lower: Factor, upper: Factor, first: bigint, second: bigint): bigint {
  if (lower.den !== upper.den) throw new RangeError('the rates of two tranches have the same decimals');
  const twice = first * lower.twiceNum + second * upper.twiceNum;
  return twice < 0n ? -((-twice + lower.den) / lower.twiceDen) : (twice + lower.den) / lower.twiceDen;
}
