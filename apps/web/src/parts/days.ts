// Days as the API writes them. A calendar library would weigh more than these four lines.

const dayMs = 24 * 3600 * 1000;

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** True for a day that exists, written `2026-03-24`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noonOf(text)) && later(text, 0) === text;

export const later = (day: string, days: number): string =>
  new Date(noonOf(day) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (first: string, last: string): number => Math.round((noonOf(last) - noonOf(first)) / dayMs);

export const isWeekend = (day: string): boolean => new Date(noonOf(day)).getUTCDay() % 6 === 0;
