import {
  type PlainDate,
  addMonths,
  addWorkingDays,
  day,
  dayOf,
  daysBetween,
  easterSunday,
  isPlainDate,
  lastDayOf,
  month,
  weekdayOf,
} from './plain-date.js';

describe('plain date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-01-01T00:00', 20260101, null])(
    'knows that %j is no day',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
    },
  );

  it('knows leap years', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(isPlainDate('2100-02-29')).toBe(false);
    expect(lastDayOf(month('2028-02'))).toBe('2028-02-29');
  });

  it('counts working days after the last day of work', () => {
    const none = () => [];
    expect(addWorkingDays(day('2026-03-13'), 7, none)).toBe('2026-03-24');
    const easterMonday = (): PlainDate[] => [day('2026-04-06')];
    expect(addWorkingDays(day('2026-03-27'), 7, easterMonday)).toBe('2026-04-08');
  });

  it('knows in which day an instant falls in a zone', () => {
    expect(dayOf(new Date('2026-03-28T23:30:00Z'), 'Europe/Brussels')).toBe('2026-03-29');
    expect(dayOf(new Date('2026-03-28T22:30:00Z'), 'Europe/London')).toBe('2026-03-28');
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('finds Easter Sunday of %i', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
    expect(weekdayOf(easterSunday(year))).toBe(7);
  });

  it('keeps to the end of shorter months', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
  });
});
