import { frenchValues } from '@passerelle/rules';
import { day, money, sum } from '@passerelle/values';
import fc from 'fast-check';
import { type ReductionYear, reductionOverTheYear } from './fr-reduction-year.js';

const small = { isLarge: false, hasLeaveFund: false };

/** The minimum wage of full-time months, in 6 000ths of a cent. */
const fullTime = (hourly: bigint, months: bigint): bigint => hourly * 910_000n * months;

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
        const atOnce = frenchValues.formulasOn(day('2026-12-01')).formula(fullTime(1202n, 12n), pay, small);
        expect(ofYear.minor).toBe((atOnce * pay + 5_000n) / 10_000n);
      }),
    );
  });

  it('takes the minimum wage of each month where it changes within the year', () => {
    const months = reductionOverTheYear(year(Array<string>(12).fill('2000.00'), 2024));
    const { formula } = frenchValues.formulasOn(day('2024-12-01'));
    const minimum = fullTime(1165n, 10n) + fullTime(1188n, 2n);
    expect(months[11]?.coefficient.toString()).toBe(`0.${formula(minimum, 2_400_000n, small)}`);
  });
});
