/** How a fraction of the smallest unit becomes whole. `halfUp` rounds halves away from zero, as payroll law means it. */
export type Rounding = 'halfUp' | 'halfEven' | 'halfDown' | 'down' | 'up';

/** a × num ÷ den on whole numbers, rounded once. Throws RangeError when den is zero. */
export function mulDiv(a: bigint, num: bigint, den: bigint, rounding: Rounding): bigint {
  if (den === 0n) throw new RangeError('division by zero');
  let product = a * num;
  let divisor = den;
  if (divisor < 0n) {
    product = -product;
    divisor = -divisor;
  }
  const isNegative = product < 0n;
  const magnitude = isNegative ? -product : product;
  const whole = magnitude / divisor;
  const rest = magnitude % divisor;
  const rounded = rest !== 0n && roundsAway(whole, rest, divisor, rounding) ? whole + 1n : whole;
  return isNegative ? -rounded : rounded;
}

function roundsAway(whole: bigint, rest: bigint, divisor: bigint, rounding: Rounding): boolean {
  if (rounding === 'down') return false;
  if (rounding === 'up') return true;
  const twice = 2n * rest;
  if (twice !== divisor) return twice > divisor;
  if (rounding === 'halfEven') return (whole & 1n) === 1n;
  return rounding === 'halfUp';
}
