import { Complaints } from './complaints.js';
import { Patience } from './patience.js';

describe('patience', () => {
  it('ends later each time while nothing changes, and at the latest after half a minute', () => {
    let now = 0;
    const patience = new Patience(() => now);
    const ends: number[] = [];
    for (; now <= 180_000; now += 500) if (patience.isOver('same')) ends.push(now);
    const waits = ends.map((end, at) => end - (ends[at - 1] ?? 0));
    expect(waits.slice(0, 4)).toEqual([2500, 4500, 8500, 16_500]);
    expect(waits.slice(4)).toEqual([30_500, 30_500, 30_500, 30_500]);
  });

  it('begins anew with any progress', () => {
    let now = 0;
    const patience = new Patience(() => now);
    for (; now <= 20_000; now += 500) patience.isOver('first');
    expect(patience.isOver('second')).toBe(false);
    now += 2000;
    expect(patience.isOver('second')).toBe(false);
    now += 500;
    expect(patience.isOver('second')).toBe(true);
  });
});

describe('complaints', () => {
  it('are said once a minute about the same, and at once about something else', () => {
    let now = 0;
    const said: string[] = [];
    const complaints = new Complaints(
      (about) => said.push(`${about} at ${now}`),
      () => now,
    );
    for (; now < 61_000; now += 1000) complaints.note('fr', new Error('away'));
    complaints.note('se', new Error('away'));
    expect(said).toEqual(['fr at 0', 'fr at 60000', 'se at 61000']);
  });
});
