import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { Live, useIsLive } from '../app/live.js';
import { useTexts } from '../app/texts.js';

const everyMs = 15_000;
const root = 'federation';

/** The console, which hears what changes while it is open. */
export const LiveConsole = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <Live isOf={isOf}>{children}</Live>
);

const isOf = ([of, part]: QueryKey, parts: readonly string[]): boolean => of === root && parts.includes(part as string);

/** A part of the picture, read anew when it changes. What was read stays while it is asked. */
export function useLive<T>(
  part: string,
  ask: (signal: AbortSignal) => Promise<T>,
  ...which: readonly string[]
): UseQueryResult<T> {
  const isLive = useIsLive();
  return useQuery({
    queryKey: [root, part, ...which],
    queryFn: ({ signal }) => ask(signal),
    refetchInterval: isLive ? false : everyMs,
  });
}

/** Says plainly how fresh a page is. */
export function Freshness({ of }: { readonly of: UseQueryResult }): JSX.Element | null {
  const { say, timeOfDay } = useTexts();
  const isLive = useIsLive();
  if (of.dataUpdatedAt === 0) return null;
  const time = timeOfDay(new Date(of.dataUpdatedAt), 'medium');
  return (
    <p className="small soft" data-testid="freshness" data-live={isLive}>
      {isLive ? say('federation.live', { time }) : say('federation.asked', { seconds: everyMs / 1000, time })}
    </p>
  );
}
