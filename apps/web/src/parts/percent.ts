/** A percentage as people type it, read as the API writes it; undefined when it is none. No percentage has thousands: a point is a decimal sign here, like a comma. */
export function readPercent(typed: string): string | undefined {
  const written = typed.trim().replace(',', '.').replace(/\s*%$/, '');
  return /^\d{1,3}(\.\d{1,4})?$/.test(written) ? written : undefined;
}
