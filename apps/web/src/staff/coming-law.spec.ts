import { type LawComparison, comingDays, lastOf } from './coming-law.js';
import type { CountryLaw } from './law-rows.js';

const law = (country: string, ...coming: readonly (readonly [from: string, ...figures: string[]])[]) =>
  ({ country, coming: coming.map(([from, ...figures]) => ({ from, figures })) }) as unknown as CountryLaw;

describe('the law to come', () => {
  it('is that of all countries by its days, the first first', () => {
    const laws = [
      law('BE', ['2026-04-01', 'be.minimum-income.monthly'], ['2027-01-01', 'be.withholding-tax.formula']),
      law('SE', ['2027-01-01', 'se.sink.rate']),
    ];
    expect(comingDays(laws).map(({ from, countries }) => [from, countries.map(({ country }) => country)])).toEqual([
      ['2026-04-01', ['BE']],
      ['2027-01-01', ['BE', 'SE']],
    ]);
    expect(comingDays([law('FR')])).toEqual([]);
  });

  it('was tried last by the newest comparison of its day', () => {
    const all = [
      { id: 'cmp_3', lawFrom: '2027-01-01' },
      { id: 'cmp_2', lawFrom: null },
      { id: 'cmp_1', lawFrom: '2027-01-01' },
    ] as LawComparison[];
    expect([lastOf(all, '2027-01-01')?.id, lastOf(all, null)?.id, lastOf(all, '2026-04-01')]).toEqual([
      'cmp_3',
      'cmp_2',
      null,
    ]);
  });
});
