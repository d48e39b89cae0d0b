import { useState } from 'react';

export interface Steady<T> {
  /** What was seen already, in the order in which it was seen. */
  readonly shown: readonly T[];
  /** How many have come since. */
  readonly fresh: number;
  /** Everything, in the order of the list. */
  readonly showAll: () => void;
}

/**
 * A list that changes while somebody reads it. What is new waits until she asks for it, so that nothing moves from under
 * her finger; what has gone, or says something else now, does so at once.
 */
export function useSteady<T>(items: readonly T[], keyOf: (item: T) => string): Steady<T> {
  const [seen, setSeen] = useState<readonly string[]>(() => items.map(keyOf));
  const steady = steadyOf(items, keyOf, seen);
  if (steady.shown === items && items.length > 0) setSeen(items.map(keyOf));
  return { ...steady, showAll: () => setSeen(items.map(keyOf)) };
}

/** Where nothing that was seen is left, nothing can be moved: then all is shown. */
export function steadyOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  seen: readonly string[],
): Pick<Steady<T>, 'shown' | 'fresh'> {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const shown = seen.flatMap((key) => byKey.get(key) ?? []);
  return shown.length === 0 ? { shown: items, fresh: 0 } : { shown, fresh: items.length - shown.length };
}
