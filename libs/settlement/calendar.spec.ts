import { type PlainDate, day, weekdayOf } from '@passerelle/values';
import { type CalendarRules, datesOf, isTargetDay } from './calendar.js';

const rules: CalendarRules = {
  cutOffDay: null,
  statementsAfter: 2,
  proposalAfter: 1,
  paymentAfter: 2,
  graceAfter: 5,
};

describe('the days of a cycle', () => {
  it('follow each other in working days after the cut', () => {
    expect(datesOf('2026-08', rules)).toEqual({
      cycle: '2026-08',
      cutOff: '2026-08-31',
      statements: '2026-09-02',
      proposal: '2026-09-03',
      payment: '2026-09-07',
      graceEnd: '2026-09-14',
    });
  });

  it('jump over the days on which banks do not settle', () => {
    // Good Friday of 2026 is 3 April, Easter Monday is 6 April.
    expect(datesOf('2026-03', rules)).toMatchObject({
      cutOff: '2026-03-31',
      statements: '2026-04-02',
      proposal: '2026-04-07',
    });
    expect(datesOf('2026-12', { ...rules, cutOffDay: 23 })).toMatchObject({
      cutOff: '2026-12-23',
      statements: '2026-12-28',
    });
  });

  it('can begin with a cut in the middle of the month, and never after its end', () => {
    expect(datesOf('2026-04', { ...rules, cutOffDay: 15 }).cutOff).toBe('2026-04-15');
    expect(datesOf('2026-02', { ...rules, cutOffDay: 31 }).cutOff).toBe('2026-02-28');
  });

  it('count other working days when they are given', () => {
    const isTuesday = (date: PlainDate) => weekdayOf(date) === 2;
    expect(datesOf('2026-08', rules, isTuesday)).toMatchObject({ statements: '2026-09-08', payment: '2026-09-29' });
  });

  it('cannot be found when no bank ever opens', () => {
    expect(() => datesOf('2026-08', rules, () => false)).toThrow(RangeError);
  });

  it.each([
    ['2026-01-01', false],
    ['2026-04-03', false],
    ['2026-04-06', false],
    ['2026-05-01', false],
    ['2026-12-25', false],
    ['2026-12-28', true],
    ['2026-05-14', true],
    ['2026-05-16', false],
  ])('on %s euro payments settle: %s', (date, isOpen) => {
    expect(isTargetDay(day(date))).toBe(isOpen);
  });
});
