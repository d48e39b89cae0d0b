import { useQuery } from '@tanstack/react-query';
import { askNode } from '../api/node.js';

/** The time by which the program reckons, as a page knows it. */
export interface ProgramClock {
  now(): Date;
  /** Where its days begin and its deadlines end; null where it has no such place, and while that is not known. */
  readonly zone: string | null;
}

const minuteMs = 60_000;

/** How far the program's clock is ahead of this device's, to the minute. The node and the federation answer alike. */
export function useAhead(): { readonly aheadMs: number; readonly zone: string | null } {
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: async ({ signal }) => {
      const { now, zone } = await askNode('get', '/api/v1/clock', { signal });
      return { aheadMs: Math.round((Date.parse(now) - Date.now()) / minuteMs) * minuteMs, zone };
    },
    // It stays as far ahead whatever is done on the page.
    staleTime: 'static',
  });
  return data ?? here;
}

const here = { aheadMs: 0, zone: null };

export const clockOf = ({ aheadMs, zone }: ReturnType<typeof useAhead>): ProgramClock => ({
  now: () => new Date(Date.now() + aheadMs),
  zone,
});
