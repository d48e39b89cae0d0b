import { Money, day } from '@passerelle/values';
import * as grid from './withholding-grid.js';
import { gridRate, isShortContract, shortContractAllowance } from './withholding.js';

const ends = (of: typeof grid.mainland, entry: number) => of.entries[entry]!.value;

const grids = [
  ['2024-01-01', 'mainland', ends(grid.mainland, 0)],
  ['2025-04-30', 'mainland', ends(grid.mainland, 0)],
  ['2025-05-01', 'mainland', ends(grid.mainland, 1)],
  ['2026-04-30', 'mainland', ends(grid.mainland, 1)],
  ['2026-05-01', 'mainland', ends(grid.mainland, 2)],
  ['2026-05-01', 'antilles-reunion', ends(grid.antilles, 2)],
  ['2025-05-01', 'guyane-mayotte', ends(grid.guyane, 1)],
] as const;

describe('the default grid of withholding', () => {
  it.each(grids)(
    'on %s in %s has its rate up to a cent below each end, and the next rate from there',
    (on, home, upper) => {
      const rateOf = (cents: bigint) => gridRate(day(on), home, new Money(cents, 'EUR')).toPercent();
      upper.forEach((end, band) => {
        const limit = BigInt(end) * 100n;
        expect(Number(rateOf(limit - 1n)) * 10).toBeCloseTo(grid.gridRates[band]!, 6);
        expect(Number(rateOf(limit)) * 10).toBeCloseTo(grid.gridRates[band + 1]!, 6);
      });
    },
  );

  it('has bands that rise, and one rate more than it has ends', () => {
    for (const [, , upper] of grids) {
      expect(upper).toHaveLength(grid.gridRates.length - 1);
      expect([...upper].sort((a, b) => a - b)).toEqual([...upper]);
    }
  });

  it('knows nothing before 2024', () => {
    expect(() => gridRate(day('2023-12-31'), 'mainland', new Money(200_000n, 'EUR'))).toThrow(/2023-12-31/);
  });
});

describe('a short contract', () => {
  // Editions Tissot: 16 June to 15 August is short, to 16 August it is not.
  it.each([
    ['2026-06-16', '2026-08-15', true],
    ['2026-06-16', '2026-08-16', false],
    ['2026-12-31', '2027-02-27', true],
    ['2026-12-31', '2027-02-28', false],
    ['2026-03-24', '2026-03-24', true],
  ])('from %s to %s: %s', (first, last, expected) => {
    expect(isShortContract(day(first), day(last))).toBe(expected);
  });

  it('has the allowance of the year of payment', () => {
    const allowances = ['2024-12-31', '2025-01-01', '2026-07-31'].map((date) =>
      shortContractAllowance(day(date)).toDecimal(),
    );
    expect(allowances).toEqual(['725.00', '739.00', '748.00']);
  });
});
