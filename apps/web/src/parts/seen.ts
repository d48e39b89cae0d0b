import { useRef } from 'react';
import { versionOf } from '../api/ask.js';

/**
 * The version of what a decision rests on: the one that stood on the page before somebody began to decide or to type,
 * even when a newer one has come in meanwhile.
 */
export function useSeen(address: string | undefined, isBegun: boolean): { current: string | undefined } {
  const seen = useRef<string>(undefined);
  if (address !== undefined && !isBegun) seen.current = versionOf(address);
  return seen;
}
