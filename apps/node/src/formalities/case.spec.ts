import { day } from '@passerelle/values';
import { monthsText } from './case.js';

describe('the length of an earlier posting', () => {
  it.each([
    ['2026-01-01', '2026-01-31', '1.000000'],
    ['2026-01-01', '2026-02-15', '1.500000'],
    ['2026-03-23', '2026-03-27', '0.166666'],
    ['2024-01-01', '2025-12-31', '24.000000'],
    ['2026-03-02', '2026-03-01', '0.000000'],
  ])('is counted in months, from %s to %s', (first, last, months) => {
    expect(monthsText(day(first), day(last))).toBe(months);
  });
});
