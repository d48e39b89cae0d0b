import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type JSX, type ReactNode, createContext, useContext, useEffect, useState } from 'react';

/** True while the program tells us what changes; while it does not, screens ask again and again. */
const live = createContext(false);

export const useIsLive = (): boolean => useContext(live);

interface LiveProps {
  /** Whether what was asked under that key is, or rests on, one of the parts that changed. */
  readonly isOf: (key: QueryKey, parts: readonly string[]) => boolean;
  readonly children: ReactNode;
}

/** Listens for as long as these screens are open. An event names what changed; what it says is asked as always. */
export function Live({ isOf, children }: LiveProps): JSX.Element {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => follow(queries, isOf, setLive), [queries, isOf]);
  return <live.Provider value={isLive}>{children}</live.Provider>;
}

/** A browser comes back by itself after a loss, with the id of the last event; what was missed is then told. */
function follow(queries: QueryClient, isOf: LiveProps['isOf'], setLive: (isLive: boolean) => void): () => void {
  const events = new EventSource('/api/v1/events');
  events.onopen = () => setLive(true);
  events.onerror = () => setLive(false);
  events.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    const parts = JSON.parse(data) as readonly string[];
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey, parts) });
  });
  return () => events.close();
}
