import { countryOf } from '@passerelle/rules';
import { type PlainDate, day } from '@passerelle/values';
import { payDayOf } from './pay-day.js';

const payDay = (last: string, { today = '2026-01-01', workingDays = 7, country = 'BE' } = {}) => {
  const holidaysOf = (year: number): readonly PlainDate[] => countryOf(country)!.publicHolidays(year);
  return payDayOf(day(last), workingDays, { holidaysOf, today: day(today) });
};

describe('the day of payment', () => {
  it('is seven working days later, and Easter Monday is none', () => {
    expect(payDay('2026-03-27')).toEqual({
      on: '2026-04-08',
      workingDays: 7,
      counted: ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-07', '2026-04-08'],
      holidays: ['2026-04-06'],
      missed: null,
    });
  });

  it('goes by the holidays of the country that employs', () => {
    expect(payDay('2026-03-27', { country: 'SE' })).toMatchObject({
      on: '2026-04-09',
      holidays: ['2026-04-03', '2026-04-06'],
    });
  });

  it.each([
    ['2026-03-06', '2026-03-17'],
    ['2026-03-13', '2026-03-24'],
    ['2026-03-15', '2026-03-24'],
  ])('of work that ends on %s is %s', (last, on) => {
    expect(payDay(last).on).toBe(on);
  });

  it('is the next working day when the work was reported too late, and says what was missed', () => {
    expect(payDay('2026-03-27', { today: '2026-04-08' })).toMatchObject({ on: '2026-04-08', missed: null });
    expect(payDay('2026-03-27', { today: '2026-04-09' })).toMatchObject({ on: '2026-04-09', missed: '2026-04-08' });
    expect(payDay('2026-03-13', { today: '2026-04-04' })).toMatchObject({ on: '2026-04-07', missed: '2026-03-24' });
  });
});
