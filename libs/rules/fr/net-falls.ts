import type { Pay } from './pay.js';

interface Totals {
  readonly taxable: bigint;
  readonly pay: Pick<Pay, 'capped'>;
}

/** Roundings of a dozen lines let the taxable pay waver for less than this many cents of gross. */
const waver = 40n;

/**
 * Gross pays, ascending, at which the net may fall: where a band of the tax grid begins, and where the technical balance
 * contribution (CET) begins on the whole pay. Around the first of each the roundings may cross the band several times.
 */
export function netFalls(totalsOf: (gross: bigint) => Totals, steps: readonly bigint[]): readonly bigint[] {
  const falls = new Set<bigint>();
  const hasWhole = ({ pay: { capped } }: Totals): boolean => capped.whole.now + capped.whole.correction !== 0n;
  const begins = firstWhere((gross) => hasWhole(totalsOf(gross)), steps.at(-1) ?? 10n ** 8n);
  if (begins !== undefined) falls.add(begins);
  for (const step of steps) {
    const reaches = (gross: bigint): boolean => totalsOf(gross).taxable >= step;
    const first = firstWhere(reaches, step * 4n);
    if (first !== undefined) crossings(reaches, first).forEach((gross) => falls.add(gross));
  }
  return [...falls].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A gross at which the condition begins to hold, found by halving; undefined when it does not hold at the end. */
function firstWhere(holds: (gross: bigint) => boolean, end: bigint): bigint | undefined {
  if (!holds(end)) return undefined;
  let low = 0n;
  let high = end;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function crossings(holds: (gross: bigint) => boolean, near: bigint): readonly bigint[] {
  const found: bigint[] = [];
  let did = holds(near > waver ? near - waver : 0n);
  for (let gross = near > waver ? near - waver + 1n : 1n; gross <= near + waver; gross += 1n) {
    const does = holds(gross);
    if (does && !did) found.push(gross);
    did = does;
  }
  return found;
}
