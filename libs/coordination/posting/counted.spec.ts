import { country, day } from '@passerelle/values';
import { counted, daysWithin, eachOnce, spansFor, wholeMonths } from './counted.js';
import type { Stay } from './question.js';
import type { DayLimit, Window } from './rule.js';

const stay = (first: string, last: string, host = 'FR'): Stay => ({
  host: country(host),
  first: day(first),
  last: day(last),
});
const limit = (window: Window, most = 90): DayLimit => ({ most, window });
const span = (first: string, last: string) => ({ first: day(first), last: day(last) });

const march = stay('2026-03-23', '2026-04-02');

describe('the days of which others are asked', () => {
  it.each<[string, DayLimit, ReturnType<typeof span>[]]>([
    ['nothing for a stay alone', limit({ kind: 'stay' }), []],
    [
      'the months it touches',
      limit({ kind: 'calendar', unit: 'month' }),
      [span('2026-03-01', '2026-03-31'), span('2026-04-01', '2026-04-30')],
    ],
    [
      'its quarters',
      limit({ kind: 'calendar', unit: 'quarter' }),
      [span('2026-01-01', '2026-03-31'), span('2026-04-01', '2026-06-30')],
    ],
    ['its year', limit({ kind: 'calendar', unit: 'year' }), [span('2026-01-01', '2026-12-31')]],
    ['whole months around thirteen weeks', limit({ kind: 'rolling', days: 91 }), [span('2025-12-01', '2026-07-31')]],
    ['a year before and after', limit({ kind: 'rolling-months', months: 12 }), [span('2025-03-01', '2027-04-30')]],
    ['a row that may join on', limit({ kind: 'in-a-row' }, 20), [span('2026-03-01', '2026-04-30')]],
  ])('are %s', (_, of, spans) => {
    expect(spansFor(of, march)).toEqual(spans);
  });

  it('are always whole months, so that no single day can be told from the answers', () => {
    expect(wholeMonths(day('2028-02-10'), day('2028-02-10'))).toEqual(span('2028-02-01', '2028-02-29'));
  });

  it('are asked once', () => {
    const [year, month] = [span('2026-01-01', '2026-12-31'), span('2026-01-01', '2026-01-31')];
    expect(eachOnce([year, month, { ...year }])).toEqual([month, year]);
  });

  it('are different days in that country', () => {
    const stays = [
      stay('2026-03-30', '2026-04-02'),
      stay('2026-04-02', '2026-04-03'),
      stay('2026-04-01', '2026-04-09', 'SE'),
    ];
    expect(daysWithin(span('2026-04-01', '2026-04-30'), stays, country('FR'))).toBe(3);
  });
});

describe('a window that others fill too', () => {
  const rolling = limit({ kind: 'rolling-months', months: 12 });
  const [around] = spansFor(rolling, march);
  const said = (days: number | null) =>
    counted(rolling, { stay: march, otherStays: [], elsewhere: [{ ...around!, days }] });

  it('holds our own days when there is nobody else', () => {
    expect(counted(rolling, { stay: march, otherStays: [] })).toEqual({ atLeast: 11, atMost: 11 });
  });

  it('holds at most both counts, because they may lie in two windows or be the same days', () => {
    expect(said(30)).toEqual({ atLeast: 11, atMost: 41 });
    expect(said(0)).toEqual({ atLeast: 11, atMost: 11 });
  });

  it('holds nobody knows how many while somebody has not answered, or was not asked', () => {
    expect(said(null)).toEqual({ atLeast: 11, atMost: null });
    expect(counted(rolling, { stay: march, otherStays: [], elsewhere: [] })).toEqual({ atLeast: 11, atMost: null });
  });

  it('holds at least what either says when it is a unit of the calendar', () => {
    const months = limit({ kind: 'calendar', unit: 'month' }, 5);
    const [first, second] = spansFor(months, march);
    const elsewhere = [
      { ...first!, days: 12 },
      { ...second!, days: 1 },
    ];
    expect(counted(months, { stay: march, otherStays: [], elsewhere })).toEqual({ atLeast: 12, atMost: 21 });
  });
});
