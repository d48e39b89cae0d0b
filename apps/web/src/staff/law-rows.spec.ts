import { type Rule, chosenRules, datedFigures } from './law-rows.js';

type Figure = Rule['figures'][number];
type Confidence = Figure['values'][number]['confidence'];

const figure = (
  name: string,
  endedFrom: string | null,
  ...values: readonly (readonly [string, Confidence])[]
): Figure => ({
  name,
  endedFrom,
  values: values.map(([from, confidence]) => ({ from, confidence, text: '', rate: null, amount: null, source: 'law' })),
});
const wage = figure(
  'be.wage',
  null,
  ['2025-01-01', 'to-confirm'],
  ['2026-01-01', 'confirmed'],
  ['2026-08-01', 'to-confirm'],
);
const bonus = figure('be.bonus', '2026-07-01', ['2026-01-01', 'confirmed']);
const rule = (id: string, title: string, ...figures: readonly Figure[]): Rule => ({ id, title, law: 'Act', figures });

describe('a figure of law', () => {
  it('is what holds today, what comes and what held', () => {
    expect(datedFigures(wage, '2026-03-02').map(({ from, time }) => `${from} ${time}`)).toEqual([
      '2026-08-01 coming',
      '2026-01-01 today',
      '2025-01-01 past',
    ]);
  });

  it('may end, from which day on it holds no more', () => {
    const times = (today: string) =>
      datedFigures(bonus, today).map(({ value, time }) => `${value ? 'value' : 'end'} ${time}`);
    expect(times('2026-06-30')).toEqual(['end coming', 'value today']);
    expect(times('2026-07-01')).toEqual(['end today', 'value past']);
  });
});

describe('the rules that are looked for', () => {
  const rules = [rule('be.minimum', 'Minimum wage', wage), rule('be.work-bonus', 'Work bonus', bonus)];
  const found = (text: string, isOnly = false, today = '2026-03-02') =>
    chosenRules(rules, { text, isOnly, today }).map(({ id }) => id);

  it('are found by their words and by their figures', () => {
    expect([found(''), found('BONUS'), found('be.wage'), found('pension')]).toEqual([
      ['be.minimum', 'be.work-bonus'],
      ['be.work-bonus'],
      ['be.minimum'],
      [],
    ]);
  });

  it('are only those to be confirmed if so asked, today or later, and no longer when that is past', () => {
    expect(found('', true)).toEqual(['be.minimum']);
    expect(
      chosenRules([rule('x', 'X', figure('x', '2026-01-01', ['2025-01-01', 'to-confirm']))], {
        text: '',
        isOnly: true,
        today: '2026-03-02',
      }),
    ).toEqual([]);
  });
});
