import { type GoldenCase, dateOf } from './answer.js';
import { householdOf, numberIn, partOf, statusOf } from './be-inputs.js';
import { misses } from './compare.js';
import { rateLineOf } from './fr-artists-lines.js';
import { groupCalled } from './se-groups.js';

const given = (inputs: GoldenCase['inputs'], date?: string): GoldenCase => ({
  id: 'x',
  schema: 'be',
  kind: 'x',
  inputs,
  expected: {},
  ...(date === undefined ? {} : { date }),
});

describe('what sources write', () => {
  it.each([
    ['single', 'single'],
    ['individual', 'single'],
    ['single parent', 'single'],
    ['single-earner couple', 'one-income'],
    ['marriedOneIncome', 'one-income'],
    ['joint, spouse without professional income', 'one-income'],
    ['joint-both-incomes', 'two-incomes'],
    ['spouse with own income', 'two-incomes'],
  ])('names a household: %s', (text, household) => {
    expect(householdOf(text)).toBe(household);
  });

  it('names a status by word, base or worker code, and nothing by any other word', () => {
    expect(['White-collar', 'worker108', '046'].map(statusOf)).toEqual(['employee', 'worker', 'artist']);
    expect(() => statusOf('director')).toThrow('"director" is no status');
    expect(() => householdOf('married')).toThrow('"married" is no household');
  });

  it('gives a size or an age by its edge, and a part of time as a fraction', () => {
    expect(numberIn(given({ size: '20+' }), 'size')).toBe(20);
    expect(partOf(given({ part: '19/38' }), 'part').toString()).toBe('0.5');
  });

  it('dates a value by day, month, year or not at all, and never by a day that cannot be', () => {
    const dates = ['2026-03-31', '2026-03', '2025', 'any (13.07 %)', 'any (2011)', undefined];
    expect(dates.map((date) => dateOf(given({}, date)))).toEqual([
      '2026-03-31',
      '2026-03-15',
      '2025-06-30',
      '2026-06-30',
      '2026-06-30',
      '2026-06-30',
    ]);
    expect(() => dateOf(given({}, '2026-02-30'))).toThrow('"2026-02-30" names no day');
  });

  it.each([
    ['normal', 40],
    ['born 1938 or later, under 66', 40],
    ['youth, part above 25 000', 40],
    ['youth up to 25 000', 20],
    ['67-and-above', 75],
    ['born before 1938', 95],
  ])('names a group of employer contributions: %s', (category, age) => {
    expect(groupCalled(category).age).toBe(age);
  });

  it('names a line, and tells it apart by its base where the name is not enough', () => {
    expect(rateLineOf('old age', 'artist', 'total')).toBe('old age uncapped');
    expect(rateLineOf('vieillesse plafonnée', 'artist', '')).toBe('old age capped');
    expect(rateLineOf('FNAL, 50 and more', 'artist', 'total')).toBe('housing aid from 50');
    expect(rateLineOf('Agirc-Arrco T1, cadre', 'artist', '')).toBe('retirement T1');
  });

  it('allows a difference in one field and not in another', () => {
    const found = misses({ cost: '1.00', net: '1.00' }, { cost: '1.01', net: '1.01' }, { cost: '0.01' });
    expect(found.map(({ field }) => field)).toEqual(['net']);
  });
});
