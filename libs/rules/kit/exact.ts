import type { Rate } from '@passerelle/values';

/** A rate made ready for many roundings to the nearest whole unit. Rates of law are not negative. */
export interface Factor {
  readonly twiceNum: bigint;
  readonly den: bigint;
  readonly twiceDen: bigint;
}

/** Throws RangeError for a negative rate. */
export function factor(rate: Rate): Factor {
  if (rate.num < 0n) throw new RangeError(`${rate} is negative: write a reduction as a positive rate and subtract it`);
  return { twiceNum: 2n * rate.num, den: rate.den, twiceDen: 2n * rate.den };
}

/** amount × rate in whole minor units, halves away from zero: the same as `mulDiv(..., 'halfUp')`, with less work. */
export const halfUp = (amount: bigint, by: Factor): bigint =>
  amount < 0n ? -((-amount * by.twiceNum + by.den) / by.twiceDen) : (amount * by.twiceNum + by.den) / by.twiceDen;
