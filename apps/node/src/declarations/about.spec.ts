import { day } from '@passerelle/values';
import { aboutOf } from './about.js';

const work = { first: day('2026-03-30'), last: day('2026-04-02') };

describe('what a declaration is about', () => {
  it.each([
    ['engagement', '2026-04-15', '2026-03-30', '2026-04-02'],
    ['pay', '2026-04-15', '2026-04-15', '2026-04-15'],
    ['month', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ] as const)('is for the %s, paid on %s, from %s to %s', (subject, paidOn, first, last) => {
    expect(aboutOf(subject, { work, paidOn: day(paidOn) })).toEqual({ first, last });
  });
});
