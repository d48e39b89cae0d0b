import { dated, day, percent } from '@passerelle/values';
import { halfUp } from './exact.js';
import { inForce } from './figures.js';
import { remembered } from './remembered.js';
import { act, scheme } from './scheme.js';
import { shareOf } from './share.js';

const pension = scheme({
  id: 'pt.pension',
  localName: 'Pensão',
  law: act('Pension Act 1995', 'art. 12'),
  words: { en: 'x', fr: 'x', nl: 'x', sv: 'x', de: 'x' },
  rate: dated('pt.pension.rate', ['2026-01-01', percent('7.50'), 'Decree 2024/88']),
});
const rate = inForce(pension.rate, day('2026-03-01'));

describe('a rate made ready', () => {
  it.each([
    ['worker_social', '0.075', null],
    ['tax', '0.075', null],
    ['employer_social', null, '0.075'],
    ['earned', '0.075', '0.075'],
  ] as const)('of the group %s stands on the side that pays it', (group, worker, employer) => {
    const { factor, kind } = shareOf(pension, rate, { group, currency: 'EUR' });
    expect(halfUp(1_000n, factor)).toBe(75n);
    expect(kind).toMatchObject({ id: 'pt.pension', figures: [rate.applied] });
    expect([kind.workerRate?.toString() ?? null, kind.employerRate?.toString() ?? null]).toEqual([worker, employer]);
  });

  it('names the other figures that its base rests on after its own', () => {
    const other = { ...rate.applied, name: 'pt.ceiling' };
    const { kind } = shareOf(pension, rate, { group: 'employer_social', currency: 'EUR', figures: [other] });
    expect(kind.figures.map(({ name }) => name)).toEqual(['pt.pension.rate', 'pt.ceiling']);
  });
});

describe('what is remembered', () => {
  it('is made once for each key, and again after thousands of others', () => {
    const made: number[] = [];
    const square = remembered((key: number) => {
      made.push(key);
      return key * key;
    });
    expect([square(3), square(3), square(4)]).toEqual([9, 9, 16]);
    expect(made).toEqual([3, 4]);
    for (let key = 10; key < 5_000; key += 1) square(key);
    expect(square(3)).toBe(9);
    expect(made.filter((key) => key === 3)).toHaveLength(2);
  });
});
