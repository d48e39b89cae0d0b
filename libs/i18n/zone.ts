import { kept } from './kept.js';

/** A time zone in the reader's words (`Central European Time`), when clocks there and hers differ at that instant. */
export function foreignZone(
  zone: string,
  { at, readIn, locale }: { readonly at: Date; readonly readIn: string; readonly locale: string },
): string | null {
  if (partOf(at, zone, 'en', 'longOffset') === partOf(at, readIn, 'en', 'longOffset')) return null;
  return partOf(at, zone, locale, 'longGeneric');
}

const partOf = (at: Date, zone: string, locale: string, how: How): string =>
  zoneFormat(locale, zone, how)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value;

type How = 'longOffset' | 'longGeneric';

const zoneFormat = kept(
  (locale: string, timeZone: string, timeZoneName: How) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }),
);
