import { NoValueOnDay, Rate, dated, day, ended, mulDiv, percent } from '@passerelle/values';
import fc from 'fast-check';
import { factor, halfUp } from './exact.js';
import { inForce, inForceIfAny, lawOfTheDay } from './figures.js';

const rate = dated(
  'xx.rate',
  ['2025-01-01', percent('7.50'), 'Decree 2024/88'],
  ['2026-01-01', percent('7.62'), 'Decree 2025/310', 'secondary'],
  ['2027-01-01', ended, 'repealed'],
);

describe('a figure in force', () => {
  it('changes on the day of the new value and not on the day before', () => {
    expect(inForce(rate, day('2025-12-31')).value.toPercent()).toBe('7.5');
    expect(inForce(rate, day('2026-01-01')).value.toPercent()).toBe('7.62');
  });

  it('carries its name, first day, source and mark, one note for all who ask', () => {
    const { applied } = inForce(rate, day('2026-06-30'));
    expect(applied).toEqual({
      name: 'xx.rate',
      from: '2026-01-01',
      source: 'Decree 2025/310',
      confidence: 'secondary',
    });
    expect(inForce(rate, day('2026-07-01')).applied).toBe(applied);
  });

  it('is missing before its first day and after its end', () => {
    expect(inForceIfAny(rate, day('2024-12-31'))).toBeUndefined();
    expect(() => inForce(rate, day('2027-01-01'))).toThrow(NoValueOnDay);
  });
});

describe('the law of the day', () => {
  it('is resolved once for each day', () => {
    const asked: string[] = [];
    const lawOn = lawOfTheDay((date) => {
      asked.push(date);
      return { rate: rate.on(date) };
    });
    expect(lawOn(day('2026-01-01'))).toBe(lawOn(day('2026-01-01')));
    expect(lawOn(day('2025-01-01')).rate.toPercent()).toBe('7.5');
    expect(asked).toEqual(['2026-01-01', '2025-01-01']);
  });

  it('throws again each time for a day it does not know', () => {
    const lawOn = lawOfTheDay((date) => ({ rate: rate.on(date) }));
    expect(() => lawOn(day('2027-01-01'))).toThrow(NoValueOnDay);
    expect(() => lawOn(day('2027-01-01'))).toThrow('xx.rate has no value on 2027-01-01');
  });
});

describe('a factor', () => {
  it('rounds halves away from zero exactly as the named rounding does', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 9n), 10n ** 9n),
        fc.bigInt(0n, 10n ** 6n),
        fc.bigInt(1n, 10n ** 6n),
        (a, num, den) => halfUp(a, factor(new Rate(num, den))) === mulDiv(a, num, den, 'halfUp'),
      ),
    );
  });

  it('refuses a negative rate', () => {
    expect(() => factor(new Rate(-1n, 100n))).toThrow('write a reduction as a positive rate');
  });
});
