import type { Rate } from '@passerelle/values';

/** Size of the employer, and whether a fund pays the leave. */
export interface Employer {
  readonly isLarge: boolean;
  readonly hasLeaveFund: boolean;
}

/** The coefficient in ten-thousandths, from the minimum wage (in 6 000ths of a cent) and the pay (in cents). */
export type Formula = (minimumWage: bigint, pay: bigint, employer: Employer) => bigint;

/** The reduction in cents that a coefficient makes of a pay. */
export const reductionOf = (coefficient: bigint, pay: bigint): bigint => (coefficient * pay + 5_000n) / 10_000n;

interface Rates {
  readonly under50: Rate;
  readonly from50: Rate;
  /** 100/90: what a leave fund pays is neither in the pay nor in the minimum wage. */
  readonly leaveFund: Rate;
}

/**
 * Until 2025: T / 0.6 × (1.6 × minimum wage / pay − 1), at least 0 and at most T, rounded to four decimals. With
 * S the minimum wage in 6 000ths of a cent and g the pay in cents this is T × (4 S − 15 000 g) / 9 000 g.
 */
export function decreasing(rates: Rates): Formula {
  const small = tenThousandths(rates.under50);
  const large = tenThousandths(rates.from50);
  const { num, den } = rates.leaveFund;
  return (minimumWage, pay, { isLarge, hasLeaveFund }) => {
    const most = isLarge ? large : small;
    const over = 4n * minimumWage - 15_000n * pay;
    if (pay <= 0n || over <= 0n) return 0n;
    const numerator = most * over * (hasLeaveFund ? num : 1n);
    const denominator = 9_000n * pay * (hasLeaveFund ? den : 1n);
    const rounded = (2n * numerator + denominator) / (2n * denominator);
    return rounded > most ? most : rounded;
  };
}

/**
 * From 2026: least + D × (½ × (3 × minimum wage / pay − 1)) ^ 1.75, at most least + D, 0 from three minimum wages,
 * rounded to four decimals. Exact: a coefficient k is reached when (2k − 1) / 2 ≤ D x^(7/4), which whole numbers
 * decide once both sides are raised to the fourth power.
 */
export function rgdu(rates: Rates & { readonly least: Rate }): Formula {
  const least = tenThousandths(rates.least);
  const small = tenThousandths(rates.under50);
  const large = tenThousandths(rates.from50);
  const { num, den } = rates.leaveFund;
  return (minimumWage, pay, { isLarge, hasLeaveFund }) => {
    const delta = isLarge ? large : small;
    const over = minimumWage - 2_000n * pay;
    if (pay <= 0n || over <= 0n) return 0n;
    const under = 4_000n * pay;
    if (over >= under) return least + delta;
    const up = hasLeaveFund ? num : 1n;
    const down = hasLeaveFund ? den : 1n;
    // k ≤ (least + D x^1.75) × up / down + ½, multiplied by 2 × down: (2k − 1) × down − 2 × least × up ≤ 2 × up × D x^1.75
    const root = wholePart(2n * up * delta, over, under);
    const rounded = (root + 2n * least * up + down) / (2n * down);
    return rounded > least + delta ? least + delta : rounded;
  };
}

/** The whole part of factor × (over / under)^(7/4): the largest whose fourth power times under^7 is not above the other. */
function wholePart(factor: bigint, over: bigint, under: bigint): bigint {
  const near = Number(factor) * (Number(over) / Number(under)) ** 1.75;
  let root = BigInt(Math.floor(near));
  // The float errs by far less than a millionth, so it is sure of its whole part unless it is that near to the next or
  // the last one: there whole numbers decide.
  if (Math.abs(near - Math.round(near)) > 1e-6) return root;
  const most = fourth(factor) * seventh(over);
  const unit = seventh(under);
  while (fourth(root) * unit > most) root -= 1n;
  while (fourth(root + 1n) * unit <= most) root += 1n;
  return root;
}

// Written out, because multiplying is several times faster than raising to a power.

function fourth(value: bigint): bigint {
  const square = value * value;
  return square * square;
}

function seventh(value: bigint): bigint {
  const square = value * value;
  return square * square * square * value;
}

function tenThousandths({ num, den }: Rate): bigint {
  const value = (num * 10_000n) / den;
  if (value * den !== num * 10_000n) throw new RangeError('a rate of the general reduction has four decimals');
  return value;
}
