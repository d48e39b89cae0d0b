/**
 * Splits a whole number of minor units by weights so that the parts add up to the whole: each part is rounded down and
 * the units left over go to the largest remainders, ties to the earlier part. Throws RangeError when the weights are
 * negative or add up to nothing.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const weightTotal = weights.reduce((so, weight) => so + weight, 0n);
  if (weightTotal === 0n) throw new RangeError('the weights add up to nothing');

  const parts = weights.map((weight) => (total * weight) / weightTotal);
  const step = total < 0n ? -1n : 1n;
  const remainders = weights
    .map((weight, index) => ({ index, remainder: ((total * weight) % weightTotal) * step }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : b.remainder > a.remainder ? 1 : -1));

  let left = total - parts.reduce((so, part) => so + part, 0n);
  for (const { index } of remainders) {
    if (left === 0n) break;
    parts[index]! += step;
    left -= step;
  }
  return parts;
}
