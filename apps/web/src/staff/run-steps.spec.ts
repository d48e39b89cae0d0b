import { type Run, secondsLeft, stepsOf } from './run-steps.js';

const run = (part: Partial<Run>, items: Partial<Run['items']> = {}): Run =>
  ({
    state: 'checking',
    ordered: 0,
    prepared: 0,
    sent: 0,
    confirmed: 0,
    ...part,
    items: { left: 0, done: 3, failed: 0, dropped: 0, published: 0, ...items },
  }) as Run;

const underWay = (of: Run): readonly string[] =>
  stepsOf(of)
    .filter(({ state }) => state === 'current')
    .map(({ name }) => name);

describe('the way of a payroll run', () => {
  it.each([
    ['while it is computed', run({ state: 'computing' }), ['compute']],
    ['when it is computed', run({}), ['check', 'approve']],
    ['when it is approved', run({ state: 'approved' }), ['publish']],
    ['when wages are ordered', run({ state: 'approved', ordered: 2 }), ['file', 'publish']],
    [
      'when some are in a file',
      run({ state: 'published', ordered: 3, prepared: 2 }, { done: 0, published: 3 }),
      ['file', 'sent'],
    ],
    [
      'when all are sent',
      run({ state: 'published', ordered: 3, prepared: 3, sent: 3 }, { done: 0, published: 3 }),
      ['confirmed'],
    ],
  ])('goes on %s', (_, of, expected) => {
    expect(underWay(of)).toEqual(expected);
  });

  it('is at its end when the bank shows every wage and every worker can read hers', () => {
    const paid = { ordered: 3, prepared: 3, sent: 3, confirmed: 3 };
    const ended = stepsOf(run({ state: 'published', ...paid }, { done: 0, published: 3 }));
    expect(ended.every(({ state }) => state === 'done')).toBe(true);
  });

  it('is not paid when there is nobody to pay', () => {
    expect(stepsOf(run({}, { done: 0, failed: 3 })).filter(({ state }) => state === 'done')).toHaveLength(2);
  });
});

describe('the time left', () => {
  it('follows the pace so far', () => {
    expect(secondsLeft({ atMs: 0, left: 300 }, { atMs: 4_000, left: 100 })).toBe(2);
  });

  it('is not said before anything was done, or too soon', () => {
    expect(secondsLeft({ atMs: 0, left: 300 }, { atMs: 60_000, left: 300 })).toBeNull();
    expect(secondsLeft({ atMs: 0, left: 300 }, { atMs: 999, left: 100 })).toBeNull();
  });
});
