import { NoValueOnDay, dated, ended } from './dated.js';
import { day } from './plain-date.js';
import { Period } from './period.js';

const wage = dated(
  'xx.minimum-wage',
  ['2025-01-01', '2000.00', 'Decree 1', 'secondary'],
  ['2026-01-01', '2050.00', 'Decree 2'],
  ['2027-01-01', ended, 'Decree 3'],
);

describe('dated value', () => {
  it('answers with the value in force, the day before and the day of each change', () => {
    expect(wage.on(day('2025-12-31'))).toBe('2000.00');
    expect(wage.on(day('2026-01-01'))).toBe('2050.00');
    expect(wage.entryOn(day('2026-06-01'))).toEqual({
      from: '2026-01-01',
      value: '2050.00',
      source: 'Decree 2',
      confidence: 'confirmed',
    });
  });

  it('has no value before its first day and after its end, and says which value and which day', () => {
    expect(() => wage.on(day('2024-12-31'))).toThrow(NoValueOnDay);
    expect(() => wage.on(day('2024-12-31'))).toThrow(
      'xx.minimum-wage has no value on 2024-12-31; known from 2025-01-01',
    );
    expect(() => wage.on(day('2027-01-01'))).toThrow('ended on 2027-01-01');
    expect(wage.hasValueOn(day('2026-12-31'))).toBe(true);
    expect(wage.hasValueOn(day('2027-01-01'))).toBe(false);
  });

  it('cannot be written without a source or out of order', () => {
    expect(() => dated('x', ['2025-01-01', 1, ' '])).toThrow(/no source/);
    expect(() => dated('x', ['2025-01-01', 1, 'a'], ['2025-01-01', 2, 'b'])).toThrow(/stands after/);
  });
});

describe('period', () => {
  it('includes both its ends', () => {
    const week = Period.from(day('2026-03-23'), day('2026-03-27'));
    expect(week.days).toBe(5);
    expect([...week.eachDay()]).toHaveLength(5);
    expect(week.includes(day('2026-03-27'))).toBe(true);
    expect(week.overlaps(Period.from(day('2026-03-27'), day('2026-04-01')))).toBe(true);
  });

  it('refuses reversed days', () => {
    expect(Period.of(day('2026-03-27'), day('2026-03-23')).ok).toBe(false);
  });
});
