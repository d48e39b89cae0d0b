import { planOf } from './faults.js';
import { run } from './run.js';

describe('a seed', () => {
  it.each([3, 20, 109])('gives the same run each time, %i', (seed) => {
    const [first, second] = [run(seed), run(seed)];
    expect(second.traceHash).toBe(first.traceHash);
    expect(second.tally).toEqual(first.tally);
  });

  it('breaks no promise, in the first of the 500 that run beside the specs', () => {
    expect(run(1).violations).toEqual([]);
  });

  it('gives another run than the next seed', () => {
    expect(run(3).traceHash).not.toBe(run(4).traceHash);
  });

  it('draws for itself which kinds of faults there are, from none to most', () => {
    const kinds = [...Array(400).keys()].map((seed) => {
      const { skewMost: _skew, delayMost: _delay, ...faults } = planOf(seed).faults;
      return Object.values(faults).filter((share) => share > 0).length;
    });
    expect(Math.min(...kinds)).toBeLessThanOrEqual(1);
    expect(Math.max(...kinds)).toBeGreaterThanOrEqual(11);
  });

  it('draws federations of three to ten members with as many liars as are allowed', () => {
    const plans = [...Array(400).keys()].map((seed) => planOf(seed).business);
    expect([...new Set(plans.map(({ members }) => members))].sort((x, y) => x - y)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { members, liars } of plans) expect(liars).toBeLessThanOrEqual(Math.floor((members - 1) / 3));
    expect(Math.max(...plans.map(({ liars }) => liars))).toBe(3);
  });
});
