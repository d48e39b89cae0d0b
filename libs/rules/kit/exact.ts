import { Rate } from '@passerelle/values';

/** A rate made ready for many roundings to the nearest whole unit. Make it with `factor`. */
export class Factor extends Rate {
  readonly twiceNum: bigint;
  readonly twiceDen: bigint;

  constructor(rate: Rate) {
    super(rate.num, rate.den);
    this.twiceNum = 2n * rate.num;
    this.twiceDen = 2n * rate.den;
  }
}

/** Throws RangeError for a negative rate: rates of law are not negative. */
export function factor(rate: Rate): Factor {
  if (rate.num < 0n) throw new RangeError(`${rate} is negative: write a reduction as a positive rate and subtract it`);
  return new Factor(rate);
}

/** amount × rate in whole minor units, halves away from zero: the same as `mulDiv(..., 'halfUp')`, with less work. */
export const halfUp = (amount: bigint, by: Factor): bigint =>
  amount < 0n ? -((-amount * by.twiceNum + by.den) / by.twiceDen) : (amount * by.twiceNum + by.den) / by.twiceDen;

/** The smaller of two amounts. */
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The larger of two amounts. */
export const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);
