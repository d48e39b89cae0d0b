import { day, money } from '@passerelle/values';
import fc from 'fast-check';
import { formulasOn } from './general-reduction.js';

const january2026 = day('2026-01-01');
const small = { isLarge: false, hasLeaveFund: false };
const large = { isLarge: true, hasLeaveFund: false };

/** The minimum wage of full-time months, in 6 000ths of a cent. */
const fullTime = (hourly: bigint, months = 1n): bigint => hourly * 910_000n * months;

const coefficient = (pay: string, employer = small): number =>
  Number(formulasOn(january2026).formula(fullTime(1202n), money(pay, 'EUR').minor, employer)) / 10_000;

describe('the coefficient of the general reduction', () => {
  // OpenFisca-France, tests/formulas/allegement_general.yaml, January 2026: relative error of at most a thousandth.
  it.each([
    ['1823.03', small, 0.3981],
    ['2278.79', small, 0.2225],
    ['5651.39', small, 0],
    ['1823.03', large, 0.4021],
    ['2278.79', large, 0.2247],
    ['5651.39', large, 0],
  ])('is that of OpenFisca for %s', (pay, employer, published) => {
    expect(Math.abs(coefficient(pay, employer) - published)).toBeLessThanOrEqual(published * 0.001);
  });

  it('falls from two percent to nothing at three minimum wages', () => {
    expect(coefficient('5469.09')).toBe(0.02);
    expect(coefficient('5469.10')).toBe(0);
  });

  it('is the law’s formula rounded to four decimals, whatever the pay', () => {
    const { formula } = formulasOn(january2026);
    const inFloats = (minimum: number, pay: number, delta: number, factor: number): number => {
      const part = 0.5 * ((3 * minimum) / pay - 1);
      if (part <= 0) return 0;
      return Math.min(Math.round((0.02 + delta * part ** 1.75) * factor * 1e4), Math.round((0.02 + delta) * 1e4));
    };
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900_000 }), fc.boolean(), fc.boolean(), (pay, isLarge, hasLeaveFund) => {
        const exact = Number(formula(fullTime(1202n), BigInt(pay), { isLarge, hasLeaveFund }));
        const close = inFloats((1202 * 910_000) / 6000, pay, isLarge ? 0.3821 : 0.3781, hasLeaveFund ? 100 / 90 : 1);
        expect(exact).toBe(close);
      }),
    );
  });

  it('was at most T until 2025, and nothing from 1.6 minimum wages', () => {
    const { formula } = formulasOn(day('2024-06-01'));
    expect(formula(fullTime(1165n), 176_692n, small)).toBe(3194n);
    expect(formula(fullTime(1165n), 282_707n, small)).toBe(0n);
    expect(formula(fullTime(1165n), 200_000n, small)).toBe(2201n);
    expect(formulasOn(day('2025-05-01')).formula(fullTime(1188n), 180_180n, large)).toBe(3233n);
  });
});
