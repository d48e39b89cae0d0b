import { showDistance } from './distance.js';
import { languages, localeOf } from './languages.js';

const now = new Date('2026-03-10T08:00:00Z');
const from = (of: string, locale = 'en-GB', zone = 'Europe/Brussels'): string =>
  showDistance(of, { now, zone, locale });

describe('how far a day is', () => {
  it.each([
    ['2026-03-10', 'today'],
    ['2026-03-11', 'tomorrow'],
    ['2026-03-09', 'yesterday'],
    ['2026-03-23', 'in 13 days'],
    ['2026-03-24', 'in 2 weeks'],
    ['2026-02-10', '4 weeks ago'],
    ['2026-05-09', 'in 2 months'],
    ['2027-03-10', 'in 12 months'],
    ['2024-03-10', '2 years ago'],
  ])('%s is said as people say it', (day, said) => {
    expect(from(day)).toBe(said);
  });

  it('is said in each language', () => {
    expect(languages.map((language) => from('2026-03-13', localeOf(language)))).toEqual([
      'in 3 days',
      'dans 3 jours',
      'over 3 dagen',
      'om 3 dagar',
      'in 3 Tagen',
    ]);
  });

  it('is counted from the day it is where its reader is', () => {
    const late = new Date('2026-03-10T23:30:00Z');
    const said = (zone: string) => showDistance('2026-03-11', { now: late, zone, locale: 'en-GB' });
    expect([said('Europe/Brussels'), said('Europe/London')]).toEqual(['today', 'tomorrow']);
  });
});

describe('how far a moment is', () => {
  it.each([
    ['2026-03-10T08:00:40Z', 'now'],
    ['2026-03-10T07:15:00Z', '45 minutes ago'],
    ['2026-03-10T21:00:00Z', 'in 13 hours'],
    ['2026-03-09T06:00:00Z', 'yesterday'],
    ['2026-03-08T22:30:00Z', '2 days ago'],
  ])('%s is said in minutes, in hours, and then in days', (moment, said) => {
    expect(from(moment)).toBe(said);
  });
});
