import { byText, coordinatorOf, firstAfter, isCycleId, nextCycle } from './federation.js';

describe('a cycle', () => {
  it('is named after a month and followed by the next month', () => {
    expect(['2026-08', '2026-12'].map(nextCycle)).toEqual(['2026-09', '2027-01']);
    expect(['2026-08', '2026-13', '2026', '2026-8', ''].map(isCycleId)).toEqual([true, false, false, false, false]);
    expect(() => nextCycle('2026-13')).toThrow(RangeError);
  });

  it('can be added to after the last one cut, or from the very first', () => {
    expect([firstAfter('2026-08'), firstAfter(null)]).toEqual(['2026-09', '']);
  });
});

describe('a round', () => {
  it('belongs to the coordinators in order, and to the first again after the last', () => {
    const coordinators = ['pl', 'be', 'fr'];
    expect([0, 1, 2, 3, 7].map((round) => coordinatorOf(round, { coordinators }))).toEqual([
      'pl',
      'be',
      'fr',
      'pl',
      'be',
    ]);
    expect(() => coordinatorOf(0, { coordinators: [] })).toThrow(RangeError);
  });
});

describe('node ids', () => {
  it('are ordered alike on every machine', () => {
    expect(['fr', 'be', 'z', 'b'].sort(byText)).toEqual(['b', 'be', 'fr', 'z']);
    expect(byText('be', 'be')).toBe(0);
  });
});
