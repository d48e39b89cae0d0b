import { extendCalendar } from '@passerelle/protocol';
import { day, month } from '@passerelle/values';
import { sayIn } from '../said.js';
import { calendarFinding } from './calendar.js';

const agreed = extendCalendar([], { until: month('2030-12'), exceptions: [], from: day('2026-01-01') });
if (!agreed.ok) throw new Error(agreed.refusal.kind);
const on = (date: string, calendar = agreed.value) => {
  const { result, says, remedy } = calendarFinding(calendar, day(date), '/etc/passerelle/roster.json');
  return [result, sayIn('en', says), remedy && sayIn('en', remedy)];
};

describe('the doctor of a calendar of cycles', () => {
  it('says until when the members have agreed', () => {
    expect(on('2026-03-16')).toEqual([
      'ok',
      'the members have agreed on the days of each cycle until 2030-12',
      undefined,
    ]);
  });

  it('warns three months before its end, with the command that names as many cycles as there is room for', () => {
    const extend = 'passerelle roster extend --roster /etc/passerelle/roster.json --until 2035-10 --from 2030-12-01';
    expect(on('2030-11-02')).toEqual([
      'warn',
      'ends on 2030-12-31 with the cycle 2030-12: by then the members must have signed the next years',
      extend,
    ]);
  });

  it('fails once it is over, or where there never was one', () => {
    expect(on('2031-01-01').slice(0, 2)).toEqual([
      'fail',
      'ended with the cycle 2030-12: later ones have days that nobody has signed',
    ]);
    expect(on('2026-03-16', [])).toEqual([
      'fail',
      'the roster names no cycle: they have days that nobody has signed',
      'passerelle roster extend --roster /etc/passerelle/roster.json --until 2031-03 --from 2026-04-01',
    ]);
  });
});
