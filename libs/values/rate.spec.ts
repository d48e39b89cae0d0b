import fc from 'fast-check';
import { percent, rate, ratio } from './rate.js';

describe('rate', () => {
  it('is exact', () => {
    expect(percent('13.07').equals(rate('0.1307'))).toBe(true);
    expect(percent('13.07').plus(percent('0.03')).toPercent()).toBe('13.1');
    expect(ratio(1n, 3n).times(rate('3')).equals(rate('1'))).toBe(true);
  });

  it('says itself as a decimal where one exists', () => {
    expect(percent('13.07').toString()).toBe('0.1307');
    expect(percent('-6.5').toString()).toBe('-0.065');
    expect(ratio(5n, 4n).toString()).toBe('1.25');
    expect(ratio(1n, 3n).toString()).toBe('1/3');
  });

  it.each(['', '13,07', '1e-2', 'abc', '.5'])('refuses %j', (text) => {
    expect(() => percent(text)).toThrow(/not a decimal/);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 0, max: 9 }), (num, digits) => {
        const original = ratio(num, 10n ** BigInt(digits));
        expect(rate(original.toString()).equals(original)).toBe(true);
      }),
    );
  });
});
