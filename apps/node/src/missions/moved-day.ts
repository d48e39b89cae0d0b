import { type PlainDate, isPlainDate } from '@passerelle/values';

/** What the record says when the last day was moved; its text is the day before. */
export const dayMoved = 'day-moved';

/** The last day that people were told before, and what was said when it was to be changed. */
export interface MovedDay {
  readonly from: PlainDate;
  readonly because: string | null;
}

/** How the last day was moved last, when it is another one now. */
export function movedDayIn(
  events: readonly { readonly what: string; readonly text: string | null }[],
  last: PlainDate,
): MovedDay | null {
  const at = events.findLastIndex(({ what }) => what === dayMoved);
  const from = events[at]?.text;
  if (!isPlainDate(from) || from === last) return null;
  const asked = events.slice(0, at).findLast(({ what }) => what === 'askChanges');
  return { from, because: asked?.text ?? null };
}
