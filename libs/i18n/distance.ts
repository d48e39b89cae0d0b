import { kept } from './kept.js';

/** Where and when somebody reads. */
export interface Reader {
  readonly now: Date;
  /** Of the IANA list, `Europe/Paris`. */
  readonly zone: string;
  readonly locale: string;
}

/** How far a day (`2026-03-24`) or a moment is from now, as people say it: `tomorrow`, `in 3 weeks`, `2 hours ago`. */
export function showDistance(of: string, { now, zone, locale }: Reader): string {
  const seconds = (Date.parse(of) - now.getTime()) / second;
  if (isMoment(of) && Math.abs(seconds) < 24 * hour) {
    if (Math.abs(seconds) < minute) return counted(0, 'second', locale);
    return Math.abs(seconds) < hour
      ? counted(seconds / minute, 'minute', locale)
      : counted(seconds / hour, 'hour', locale);
  }
  const days = dayNumber(isMoment(of) ? dayIn(zone, new Date(of)) : of) - dayNumber(dayIn(zone, now));
  const { unit, days: length } = units.find(({ upTo }) => Math.abs(days) < upTo)!;
  return counted(days / length, unit, locale);
}

const [second, minute, hour] = [1000, 60, 3600] as const;

/** What is near is counted in days; what is far, in what people count it in. */
const units = [
  { upTo: 14, unit: 'day', days: 1 },
  { upTo: 60, unit: 'week', days: 7 },
  { upTo: 730, unit: 'month', days: 30.44 },
  { upTo: Infinity, unit: 'year', days: 365.25 },
] as const;

export const isMoment = (of: string): boolean => of.includes('T');

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / (24 * hour * second);

/** In Sweden people write days as ISO does. */
const dayIn = (zone: string, at: Date): string => isoFormat(zone).format(at);

const isoFormat = kept((timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }));

/** `tomorrow` is one day and no other; a `next month` would be said of what is eight weeks away. */
const counted = (count: number, unit: Unit, locale: string): string =>
  distanceFormat(locale, unit === 'day' || unit === 'second' ? 'auto' : 'always').format(Math.round(count), unit);

const distanceFormat = kept(
  (locale: string, numeric: 'auto' | 'always') => new Intl.RelativeTimeFormat(locale, { numeric }),
);

type Unit = (typeof units)[number]['unit'] | 'second' | 'minute' | 'hour';
