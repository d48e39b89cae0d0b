import { day } from '@passerelle/values';
import { childrenMonthly, familyReduction } from './family-reductions.js';
import { monthlyTax, scaleTax, withholdingTax, yearlyTax } from './withholding-tax.js';

const year = (of: number) => withholdingTax.formula.on(day(`${of}-06-30`));

describe('the key formula', () => {
  it.each([
    [2024, [423453n, 941761n, 1924503n]],
    [2025, [436293n, 970437n, 1983032n]],
    [2026, [446993n, 994405n, 2032038n]],
  ])('cumulates the tax of %s at the three limits to the cent, as published', (of, cumulated) => {
    expect(year(of).cumulated).toEqual(cumulated);
    expect(year(of).limits.map((limit) => scaleTax(year(of), limit))).toEqual(cumulated);
  });

  it('taxes 2 000.00 of a single person in 2026 with 167.01 a month', () => {
    expect(yearlyTax(year(2026), 200000n, 'own')).toEqual({
      gross: 2400000n,
      expenses: 607000n,
      net: 1793000n,
      imputed: 0n,
      base: 499209n,
      exempt: 298798n,
      tax: 200411n,
    });
    expect(monthlyTax(year(2026), 200000n, 'own', 0n)).toBe(16701n);
  });

  it('counts a part of one income as the spouse’s, up to its maximum, and the exempt amount twice', () => {
    const { imputed, exempt, net } = yearlyTax(year(2026), 300000n, 'shared');
    expect(net).toBe(2993000n);
    expect(imputed).toBe(897900n);
    expect(exempt).toBe(597596n);
    expect(yearlyTax(year(2026), 600000n, 'shared').imputed).toBe(1379000n);
  });

  it('takes reductions for the family from the yearly tax, never below zero', () => {
    expect(monthlyTax(year(2026), 200000n, 'own', 62400n)).toBe(11501n);
    expect(monthlyTax(year(2026), 200000n, 'own', 999999n)).toBe(0n);
  });

  it('is not known for payments of 2023 and of 2027', () => {
    expect(() => withholdingTax.formula.on(day('2023-12-31'))).toThrow('known from 2024-01-01');
    expect(() => withholdingTax.formula.on(day('2027-01-01'))).toThrow('ended on 2027-01-01');
  });
});

describe('reductions for the family', () => {
  const none = {
    children: 0,
    disabledChildren: 0,
    isSingleParent: false,
    disabledAdults: 0,
    otherDependants: 0,
    dependantsInCare: 0,
  };
  const yearly = (of: Partial<typeof none>, on: string): bigint => familyReduction({ ...none, ...of }, day(on)).yearly;

  it('are twelve times the monthly table, with a fixed sum for each child above eight', () => {
    expect(yearly({ children: 2 }, '2026-06-30')).toBe(165600n);
    expect(childrenMonthly(8, day('2026-06-30'), [])).toBe(183300n);
    expect(childrenMonthly(10, day('2026-06-30'), [])).toBe(247700n);
    expect(childrenMonthly(9, day('2024-06-30'), [])).toBe(203900n);
  });

  it('count a disabled child twice and add what is due for each other person', () => {
    expect(yearly({ children: 1, disabledChildren: 1 }, '2026-06-30')).toBe(165600n);
    expect(yearly({ children: 1, isSingleParent: true, disabledAdults: 1 }, '2025-06-30')).toBe(12n * 15300n);
    expect(yearly({ dependantsInCare: 1 }, '2025-12-31')).toBe(12n * 16200n);
  });

  it('name the unknown amount for a dependant in care in 2026', () => {
    expect(() => yearly({ dependantsInCare: 1 }, '2026-01-01')).toThrow('be.family-reductions.dependant-in-care');
  });
});
