import { isPlainDate } from '@passerelle/values';

/** True for `2026-04-08T08:00:00Z`, with or without a fraction of a second, when such an instant exists. */
export function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.exec(text);
  return match !== null && isPlainDate(match[1]) && !Number.isNaN(Date.parse(text));
}
