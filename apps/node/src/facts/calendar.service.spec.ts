import { type PlainDate, day } from '@passerelle/values';
import { MemoryDatabase } from '../database/memory.js';
import { Calendar } from './calendar.service.js';
import { MemoryFactsStore } from './facts.memory.js';
import { Facts } from './facts.service.js';

const calendarOn = (first: PlainDate) => {
  const clock = { day: first, zones: new Set<string>() };
  const database = new MemoryDatabase();
  const store = new MemoryFactsStore(() => new Date('2026-03-24T12:00:00Z'));
  const facts = new Facts(store);
  let moved: () => void | Promise<void> = () => undefined;
  const calendar = new Calendar({
    database,
    store,
    facts,
    zone: 'Europe/Brussels',
    clock: {
      today: (zone) => {
        clock.zones.add(zone);
        return clock.day;
      },
      onMoved: (listener) => {
        moved = listener;
        return () => (moved = () => undefined);
      },
    },
  });
  const days = async () => (await facts.since(database.reading, 0n, ['DayBegan'])).map(({ body }) => body.date);
  const moveTo = async (date: PlainDate) => {
    clock.day = date;
    await moved();
  };
  return { calendar, clock, days, moveTo, database, store };
};

describe('the calendar', () => {
  it('records each day once, in the zone of the cooperative', async () => {
    const { calendar, clock, days } = calendarOn(day('2026-03-24'));
    expect(await calendar.tick()).toBe('2026-03-24');
    expect(await calendar.tick()).toBeNull();
    clock.day = day('2026-03-25');
    expect(await calendar.tick()).toBe('2026-03-25');
    expect(await days()).toEqual(['2026-03-24', '2026-03-25']);
    expect([...clock.zones]).toEqual(['Europe/Brussels']);
  });

  it('does not make up for days on which nothing ran', async () => {
    const { calendar, clock, days } = calendarOn(day('2026-03-27'));
    await calendar.tick();
    clock.day = day('2026-03-30');
    await calendar.tick();
    expect(await days()).toEqual(['2026-03-27', '2026-03-30']);
  });

  it('records the day again when a clock is moved back and forth', async () => {
    const { calendar, days, moveTo } = calendarOn(day('2026-04-08'));
    calendar.start();
    await moveTo(day('2026-04-01'));
    await moveTo(day('2026-04-08'));
    await calendar.stop();
    expect((await days()).slice(-2)).toEqual(['2026-04-01', '2026-04-08']);
  });

  it('is silent once it is stopped', async () => {
    const { calendar, days, moveTo } = calendarOn(day('2026-04-08'));
    calendar.start();
    await calendar.stop();
    const before = await days();
    await moveTo(day('2026-04-09'));
    expect(await days()).toEqual(before);
  });
});
