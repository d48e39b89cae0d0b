import { type Rate, ratio } from '@passerelle/values';
import { type Factor, factor, halfUp } from '../kit/exact.js';

/**
 * Bases are counted in fine units, 350 000 to a cent, so that a ceiling of part time (in thirty-fifths) and 98.25 % of
 * a pay stay exact: the one rounding of a contribution is the cent of its own line.
 */
export const finePerCent = 350_000n;

const oneFine = ratio(1n, finePerCent);
const toCents = factor(oneFine);

export const fineOf = (cents: bigint): bigint => cents * finePerCent;

/** A base to the cent, for showing it. */
export const centsOf = (fine: bigint): bigint => halfUp(fine, toCents);

/** A rate made ready to turn a base in fine units into cents. */
export const fineFactor = (rate: Rate): Factor => factor(rate.times(oneFine));
