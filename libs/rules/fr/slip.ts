import { Money } from '@passerelle/values';
import { type Factor, halfUp } from '../kit/exact.js';
import type { LineKind } from '../kit/line.js';
import type { PayslipLine } from '../kit/payslip.js';
import { centsOf } from './fine.js';

/** A contribution of one setting: what its lines say, and its rates ready for a base in fine units. */
export interface Charge {
  readonly kind: LineKind;
  /** The line that corrects earlier payslips of the year; charges without a ceiling never use it. */
  readonly correction: LineKind;
  readonly worker: Factor | null;
  readonly employer: Factor | null;
}

/** What a contribution is taken of: its part of this payslip, and what the ceilings of the year add to or take from it. */
export interface Base {
  readonly now: bigint;
  readonly correction: bigint;
}

/** A base that the year does not correct. */
export const only = (now: bigint): Base => ({ now, correction: 0n });

/**
 * Where the rules write. It keeps the lines when they are to be explained, and else the cost, because a search for a
 * gross asks for the totals of many payslips nobody reads.
 */
export class Slip {
  /** What the lines leave to the worker, in cents. */
  net = 0n;
  /** Cost of the employer, in cents; not kept beside lines, whose sum it is. */
  cost = 0n;
  /** Contributions that come back into the taxable pay, in cents. */
  addedBack = 0n;
  /** The employer's health and death cover premiums in fine units, not rounded. */
  premiums = 0n;
  /** What the contract has seen with this payslip: pay at full sickness and family rates, reduction granted. */
  sicknessFull = 0n;
  familyFull = 0n;
  reduction = 0n;

  constructor(readonly lines: PayslipLine[] | null) {}

  /** One line, its base in fine units; amounts in cents as a payslip signs them. */
  write(kind: LineKind, base: bigint | null, worker: bigint | null, employer: bigint | null): void {
    if (worker !== null) this.net += worker;
    if (this.lines !== null) this.lines.push(this.lineOf(kind, base, worker, employer));
    else if (employer !== null) this.cost += employer;
  }

  /**
   * base × rates, each side rounded to the cent; no line without a base. What the year corrects is a line of its own:
   * both together are the rounded charge of the whole base, so that a higher pay never costs less by a rounding.
   */
  charge(charge: Charge, { now, correction }: Base): void {
    const { worker, employer } = charge;
    if (now !== 0n) this.write(charge.kind, now, worker && -halfUp(now, worker), employer && halfUp(now, employer));
    if (correction === 0n) return;
    const workerMore = worker && halfUp(now, worker) - halfUp(now + correction, worker);
    const employerMore = employer && halfUp(now + correction, employer) - halfUp(now, employer);
    this.write(charge.correction, correction, workerMore, employerMore);
  }

  /**
   * Two tranches of one contribution: rounded together, so that the line of the upper tranche holds what the lower one
   * leaves of the rounded sum.
   */
  chargeTranches(lower: Charge, first: Base, upper: Charge, second: Base): void {
    if (second.now === 0n && second.correction === 0n) {
      this.charge(lower, first);
      return;
    }
    const worker = tranches(lower.worker!, upper.worker!, first, second);
    const employer = tranches(lower.employer!, upper.employer!, first, second);
    const kinds = [lower.kind, upper.kind, lower.correction, upper.correction];
    const bases = [first.now, second.now, first.correction, second.correction];
    kinds.forEach((kind, index) => {
      if (bases[index] !== 0n) this.write(kind, bases[index]!, -worker[index]!, employer[index]!);
    });
  }

  private shownBase = Money.zero('EUR');
  private shownFine = 0n;

  /** Most lines stand on the same base, and then share its amount as it is shown. */
  private lineOf(kind: LineKind, base: bigint | null, worker: bigint | null, employer: bigint | null): PayslipLine {
    if (base !== null && base !== this.shownFine) {
      this.shownFine = base;
      this.shownBase = new Money(centsOf(base), 'EUR');
    }
    return {
      id: kind.id,
      localName: kind.localName,
      group: kind.group,
      base: base === null ? null : this.shownBase,
      worker: worker === null ? null : { rate: kind.workerRate, amount: new Money(worker, 'EUR') },
      employer: employer === null ? null : { rate: kind.employerRate, amount: new Money(employer, 'EUR') },
      figures: kind.figures,
      law: kind.law,
      words: kind.words,
    };
  }
}

/** One side of two tranches in cents: the lower and the upper of this payslip, then what the year adds to each. */
function tranches(lower: Factor, upper: Factor, first: Base, second: Base): readonly bigint[] {
  const firstWhole = first.now + first.correction;
  const lowerNow = halfUp(first.now, lower);
  const lowerWhole = halfUp(firstWhole, lower);
  const upperNow = together(lower, upper, first.now, second.now) - lowerNow;
  const upperWhole = together(lower, upper, firstWhole, second.now + second.correction) - lowerWhole;
  return [lowerNow, upperNow, lowerWhole - lowerNow, upperWhole - upperNow];
}

/** Both tranches, rounded once to the cent. Bases may be negative in a correction, their sum may be too. */
function together(lower: Factor, upper: Factor, first: bigint, second: bigint): bigint {
  if (lower.den !== upper.den) throw new RangeError('the rates of two tranches have the same decimals');
  const twice = first * lower.twiceNum + second * upper.twiceNum;
  return twice < 0n ? -((-twice + lower.den) / lower.twiceDen) : (twice + lower.den) / lower.twiceDen;
}
