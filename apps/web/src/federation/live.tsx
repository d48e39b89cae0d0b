import { localeOf } from '@passerelle/i18n';
import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type JSX, type ReactNode, createContext, useContext, useEffect, useState } from 'react';
import { useTexts } from '../app/texts.js';

const everyMs = 15_000;
const root = 'federation';

/** True while the program tells us what changes; while it does not, screens ask again and again. */
const live = createContext(false);

/** Listens for as long as the console is open. An event names what changed; what it says is asked as always. */
export function Live({ children }: { readonly children: ReactNode }): JSX.Element {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => follow(queries, setLive), [queries]);
  return <live.Provider value={isLive}>{children}</live.Provider>;
}

/** A browser comes back by itself after a loss, with the id of the last event; what was missed is then told. */
function follow(queries: QueryClient, setLive: (isLive: boolean) => void): () => void {
  const events = new EventSource('/api/v1/events');
  events.onopen = () => setLive(true);
  events.onerror = () => setLive(false);
  events.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    for (const part of JSON.parse(data) as readonly string[])
      void queries.invalidateQueries({ queryKey: [root, part] });
  });
  return () => events.close();
}

/** A part of the picture, read anew when it changes. What was read stays while it is asked. */
export function useLive<T>(
  part: string,
  ask: (signal: AbortSignal) => Promise<T>,
  ...which: readonly string[]
): UseQueryResult<T> {
  const isLive = useContext(live);
  return useQuery({
    queryKey: [root, part, ...which],
    queryFn: ({ signal }) => ask(signal),
    refetchInterval: isLive ? false : everyMs,
  });
}

/** Says plainly how fresh a page is. */
export function Freshness({ of }: { readonly of: UseQueryResult }): JSX.Element | null {
  const { say, words } = useTexts();
  const isLive = useContext(live);
  if (of.dataUpdatedAt === 0) return null;
  const time = new Date(of.dataUpdatedAt).toLocaleTimeString(localeOf(words));
  return (
    <p className="small soft" data-testid="freshness" data-live={isLive}>
      {isLive ? say('federation.live', { time }) : say('federation.asked', { seconds: everyMs / 1000, time })}
    </p>
  );
}
