import type { PlainDate } from '@passerelle/values';
import { movedDayIn } from './moved-day.js';

const day = (text: string): PlainDate => text as PlainDate;
const said = (what: string, text: string | null = null) => ({ what, text });

describe('a last day that was moved', () => {
  it('is told with the day before it and with what was asked for', () => {
    const events = [
      said('submit'),
      said('askChanges', 'A week later, please'),
      said('change'),
      said('day-moved', '2026-03-20'),
    ];
    expect(movedDayIn(events, day('2026-03-27'))).toEqual({ from: '2026-03-20', because: 'A week later, please' });
    expect(movedDayIn([said('day-moved', '2026-03-20')], day('2026-03-27'))).toEqual({
      from: '2026-03-20',
      because: null,
    });
  });

  it('is none when it is the same again, or was never another one', () => {
    expect(movedDayIn([said('day-moved', '2026-03-20')], day('2026-03-20'))).toBeNull();
    expect(movedDayIn([said('submit'), said('change')], day('2026-03-20'))).toBeNull();
  });
});
