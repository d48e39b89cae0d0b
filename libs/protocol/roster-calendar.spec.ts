import { type Result, day, month } from '@passerelle/values';
import {
  type Calendar,
  type CalendarRefusal,
  calendarEnd,
  calendarOf,
  extendCalendar,
  furthestCycle,
  usualCalendar,
  usualDates,
} from './roster-calendar.js';

const years = usualCalendar(month('2026-06'));
const from = day('2031-04-01');
const extend = (until: string, exceptions: Calendar = [], calendar = years) =>
  extendCalendar(calendar, { until: month(until), exceptions, from });
const namesOf = (extended: Result<Calendar, CalendarRefusal>): readonly string[] => {
  if (!extended.ok) throw new Error(extended.refusal.kind);
  return extended.value.map(({ cycle }) => cycle);
};

describe('a calendar of cycles', () => {
  it('names five years, each month cut at its end and paid on the 8th', () => {
    expect([years[0]!.cycle, years.length, years.at(-1)!.cycle]).toEqual(['2026-06', 60, '2031-05']);
    expect(usualDates(month('2028-02'))).toEqual({
      cycle: '2028-02',
      cutOff: '2028-02-29',
      statements: '2028-03-02',
      proposal: '2028-03-03',
      payment: '2028-03-08',
      graceEnd: '2028-03-15',
    });
  });

  it('is extended without a gap, while what is over makes room and what is not over stays as it was', () => {
    const extended = extend('2036-02');
    const names = namesOf(extended);
    expect([names[0], names.length, names.at(-1)]).toEqual(['2031-03', 60, '2036-02']);
    expect(extended.ok && extended.value.slice(0, 3)).toEqual(years.slice(-3));
    expect(namesOf(extend('2031-07')).slice(-3)).toEqual(['2031-05', '2031-06', '2031-07']);
  });

  it('has room for 60 cycles, beside which those that are not over stay', () => {
    expect(furthestCycle(years, from)).toBe('2036-02');
    expect(extend('2036-03')).toEqual({ ok: false, refusal: { kind: 'too-long', most: '2036-02' } });
  });

  it('goes on where it ended, also when that is long ago, and begins with the roster where there was none', () => {
    const late = extendCalendar(years, { until: month('2032-01'), exceptions: [], from: day('2031-11-01') });
    expect(namesOf(late).slice(-9)[0]).toBe('2031-05');
    expect(furthestCycle(years, day('2031-11-01'))).toBe('2036-09');
    expect(namesOf(extend('2031-06', [], []))).toEqual(['2031-04', '2031-05', '2031-06']);
  });

  it('takes other days for a cycle that is new or has not begun, and for no other', () => {
    const december = { ...usualDates(month('2031-12')), payment: day('2032-01-12') };
    const extended = extend('2032-01', [december]);
    expect(extended.ok && extended.value.find(({ cycle }) => cycle === '2031-12')).toEqual(december);
    const april = { ...usualDates(month('2031-04')), payment: day('2031-05-09') };
    const moved = extend('2031-05', [april]);
    expect(moved.ok && moved.value.at(-2)).toEqual(april);
    const march = { ...usualDates(month('2031-03')), payment: day('2031-04-09') };
    expect(extend('2031-06', [march])).toMatchObject({ refusal: { kind: 'has-begun', cycle: '2031-03' } });
    expect(extend('2031-06', [december])).toMatchObject({ refusal: { kind: 'not-in-it', cycle: '2031-12' } });
    const turned = { ...december, graceEnd: day('2032-01-11') };
    expect(extend('2032-01', [turned])).toMatchObject({ refusal: { kind: 'not-in-order', cycle: '2031-12' } });
  });

  it('is not signed anew when nothing is', () => {
    expect(extend('2031-05')).toEqual({ ok: false, refusal: { kind: 'nothing-new', last: '2031-05' } });
    expect(extend('2031-03', [], [])).toMatchObject({ refusal: { kind: 'nothing-new', last: null } });
  });

  it('is known since its first version, each cycle by the newest that names it', () => {
    const may = { ...usualDates(month('2031-05')), payment: day('2031-06-10') };
    const all = calendarOf([{ calendar: years }, { calendar: [may, usualDates(month('2031-06'))] }]);
    expect([all[0], all.length]).toEqual([years[0], 61]);
    expect(all.find(({ cycle }) => cycle === '2031-05')).toEqual(may);
  });

  it('is near its end three months before, and over on the day after its last cut-off', () => {
    const stateOn = (date: string) => calendarEnd(years, day(date))?.state;
    expect(['2031-03-02', '2031-03-03', '2031-05-31', '2031-06-01'].map(stateOn)).toEqual([
      'far',
      'near',
      'near',
      'over',
    ]);
    expect(calendarEnd([], from)).toBeNull();
  });
});
