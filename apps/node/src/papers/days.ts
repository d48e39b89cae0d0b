import type { PlainDate } from '@passerelle/values';

/** Some days in a row as its reader writes them: `23–27 mars 2026`; one day alone where they are one. */
export function showDays(
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
  locale: string,
): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  // Days have no zone, so they are shown in the one in which they were made.
  return format.formatRange(new Date(`${first}T12:00:00Z`), new Date(`${last}T12:00:00Z`));
}
