import { day, decimalsOf } from '@passerelle/values';
import { countries, countryOf } from './index.js';
import { allowanceFigures } from './kit/allowances.js';
import { priceBaseAmount } from './se/amounts.js';

describe('allowances for journeys', () => {
  it('are 0.4449 for a Belgian kilometre from July 2025 until June 2026, and unknown after', () => {
    const { perKilometre } = countryOf('BE')!.allowances;
    expect(perKilometre?.on(day('2025-06-30')).toString()).toBe('0.4415 EUR');
    expect(perKilometre?.on(day('2026-06-30')).toString()).toBe('0.4449 EUR');
    expect(perKilometre?.hasValueOn(day('2026-07-01'))).toBe(false);
  });

  it('of a Swedish day follow the price base amount, to the nearest ten kronor', () => {
    const { perDiem } = countryOf('SE')!.allowances;
    for (const { from, value } of perDiem!.entries) {
      const base = priceBaseAmount.on(from).minor / 10n ** BigInt(decimalsOf('SEK'));
      expect(value.toString()).toBe(`${((base / 200n + 5n) / 10n) * 10n} SEK`);
    }
  });

  it('are none where this release knows none', () => {
    expect(countryOf('FR')!.allowances).toEqual({});
  });

  it('each hold in the spring of 2026', () => {
    for (const { allowances } of countries)
      for (const figure of allowanceFigures(allowances)) expect(figure.hasValueOn(day('2026-03-01'))).toBe(true);
  });
});
