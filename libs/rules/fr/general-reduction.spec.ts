import { day, money, sum } from '@passerelle/values';
import fc from 'fast-check';
import { formulasOn } from './general-reduction.js';
import { type ReductionYear, reductionOverTheYear } from './reduction-year.js';

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

const year = (gross: readonly string[], from = 2026): ReductionYear => ({
  months: gross.map((amount, index) => ({
    first: day(`${from}-${String(index + 1).padStart(2, '0')}-01`),
    gross: money(amount, 'EUR'),
  })),
  weeklyHundredths: 3500n,
  headcount: 19,
  minimumWage: 'as-decreed',
});

const granted = (of: ReductionYear): readonly string[] =>
  reductionOverTheYear(of).map(({ granted: amount }) => amount.toDecimal());

describe('the reduction over a year', () => {
  // OpenFisca-France, the same file, "recouvrement progressif": a single month of pay carries the whole reduction.
  it('grants to one month of work what that month alone is due', () => {
    const november = year(['2300.00']);
    const [month] = reductionOverTheYear(november);
    expect(month?.granted.toDecimal()).toBe(month?.alone.toDecimal());
  });

  it('is the same every month for the same pay, to the rounding of the sum', () => {
    const amounts = reductionOverTheYear(year(Array<string>(12).fill('2100.00'))).map(({ granted: one }) => one.minor);
    for (const amount of amounts) expect(Math.abs(Number(amount - amounts[0]!))).toBeLessThanOrEqual(2);
  });

  it('takes back in the month of a bonus what earlier months had too much, and gives in a month without pay nothing', () => {
    const months = granted(year(['1900.00', '1900.00', '1900.00', '8000.00', '1900.00']));
    expect(months[3]).toMatch(/^-/);
    expect(months[4]).not.toMatch(/^-/);
  });

  it('ends the year with the reduction of the year taken at once, whatever the months were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 12, maxLength: 12 }), (cents) => {
        const months = cents.map((amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);
        const ofYear = sum(
          reductionOverTheYear(year(months)).map(({ granted: amount }) => amount),
          'EUR',
        );
        const pay = cents.reduce((so, amount) => so + BigInt(amount), 0n);
        const atOnce = formulasOn(day('2026-12-01')).formula(fullTime(1202n, 12n), pay, small);
        expect(ofYear.minor).toBe((atOnce * pay + 5_000n) / 10_000n);
      }),
    );
  });

  it('takes the minimum wage of each month where it changes within the year', () => {
    const months = reductionOverTheYear(year(Array<string>(12).fill('2000.00'), 2024));
    const { formula } = formulasOn(day('2024-12-01'));
    const minimum = fullTime(1165n, 10n) + fullTime(1188n, 2n);
    expect(months[11]?.coefficient.toString()).toBe(`0.${formula(minimum, 2_400_000n, small)}`);
  });
});
