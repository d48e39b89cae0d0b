import { planOf } from './faults.js';
import { run } from './run.js';

/** Some of the 500 seeds that `npm test` runs beside the specs: enough to see that much happens in them. */
const seeds = 100;
const perTest = 50;
const minutes = 60_000;

const blocks = [...Array(seeds / perTest).keys()].map((block) => block * perTest + 1);

describe('a federation in which everything goes wrong', () => {
  const tally = { messages: 0, agreed: 0, settled: 0, finals: 0, proofs: 0, restores: 0, calls: 0, partings: 0 };

  it.each(blocks)(
    'keeps its promises, seeds from %i on',
    (from) => {
      for (let seed = from; seed < from + perTest; seed += 1) {
        const outcome = run(seed);
        for (const what of Object.keys(tally) as (keyof typeof tally)[]) tally[what] += outcome.tally[what];
        expect({ seed, violations: outcome.violations }).toEqual({ seed, violations: [] });
      }
    },
    5 * minutes,
  );

  it('has settled debts, caught liars, restored nodes, called the fund and parted on the way', () => {
    expect(tally.settled).toBeGreaterThan(500);
    expect(tally.proofs).toBeGreaterThan(10);
    expect(tally.restores).toBeGreaterThan(50);
    expect(tally.calls).toBeGreaterThan(20);
    expect(tally.partings).toBeGreaterThan(20);
  });
});

describe('a seed', () => {
  it.each([3, 20, 109])('gives the same run each time, %i', (seed) => {
    const [first, second] = [run(seed), run(seed)];
    expect(second.traceHash).toBe(first.traceHash);
    expect(second.tally).toEqual(first.tally);
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
