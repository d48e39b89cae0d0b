import fc from 'fast-check';
import { largestWithin, smallestReaching } from './search.js';

/** A cost of 1.27 per gross, rounded down. */
const cost = (gross: bigint): bigint => (gross * 127n) / 100n;

/** Pay of two thirds that loses 500 at 10 000 gross. */
const pay = (gross: bigint): bigint => (gross * 2n) / 3n - (gross >= 10_000n ? 500n : 0n);

describe('the search for a gross', () => {
  it('finds the largest gross whose cost fits, for any budget', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), (limit) => {
        const gross = largestWithin(limit, { at: cost })!;
        return cost(gross) <= limit && cost(gross + 1n) > limit;
      }),
    );
  });

  it('finds the largest gross beyond a limit from which the cost falls', () => {
    const at = (gross: bigint): bigint => cost(gross) - (gross >= 10_000n ? 5_000n : 0n);
    expect(largestWithin(12_000n, { at, fallsAt: [10_000n] })).toBe(13_386n);
    expect(largestWithin(7_000n, { at, fallsAt: [10_000n] })).toBe(5_512n);
  });

  it('finds nothing when even no pay costs more than the budget', () => {
    expect(largestWithin(99n, { at: (gross) => gross + 100n })).toBeUndefined();
  });

  it('finds the smallest gross that reaches a net although the net falls at a limit', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 20_000n), (net) => {
        const found = smallestReaching(net, { at: pay, fallsAt: [10_000n] }, 1_000_000n)!;
        const smaller = Array.from({ length: 1200 }, (_, back) => found - 1n - BigInt(back)).filter((one) => one >= 0n);
        return pay(found) >= net && smaller.every((gross) => pay(gross) < net);
      }),
    );
  });

  it('looks back over the wiggle of roundings for the first gross that reaches a net', () => {
    const wiggly = (gross: bigint): bigint => gross / 3n + (gross % 7n === 0n ? 1n : 0n);
    for (let net = 1n; net < 300n; net += 1n) {
      const found = smallestReaching(net, { at: wiggly, wiggle: 8n }, 10_000n)!;
      const first = Array.from({ length: 1000 }, (_, gross) => BigInt(gross)).find((gross) => wiggly(gross) >= net);
      expect(found).toBe(first);
    }
  });

  it('finds no gross when the ceiling does not reach the net', () => {
    expect(smallestReaching(1_000n, { at: pay }, 900n)).toBeUndefined();
  });
});
