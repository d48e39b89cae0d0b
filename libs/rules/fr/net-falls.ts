import { smallestReaching } from '../kit/search.js';
import type { Pay } from './pay.js';

interface Totals {
  readonly taxable: bigint;
  readonly pay: Pick<Pay, 'bases'>;
}

/** Roundings of a dozen lines let the taxable pay waver for less than this many cents of gross. */
const waver = 40n;

/**
 * Gross pays, ascending, at which the net may fall: where a band of the tax grid begins, and where the technical balance
 * contribution (CET) begins on the whole pay. Around the first of each the roundings may cross the band several times.
 */
export function netFalls(totalsOf: (gross: bigint) => Totals, steps: readonly bigint[]): readonly bigint[] {
  const falls = new Set<bigint>();
  const wholeAt = (gross: bigint): bigint => {
    const { now, correction } = totalsOf(gross).pay.bases.whole;
    return now + correction;
  };
  const begins = smallestReaching(1n, { at: wholeAt }, steps.at(-1) ?? 10n ** 8n);
  if (begins !== undefined) falls.add(begins);
  const taxableAt = (gross: bigint): bigint => totalsOf(gross).taxable;
  for (const step of steps) {
    const first = smallestReaching(step, { at: taxableAt }, step * 4n);
    if (first !== undefined) crossings((gross) => taxableAt(gross) >= step, first).forEach((gross) => falls.add(gross));
  }
  return [...falls].sort((a, b) => (a < b ? -1 : 1));
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
