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

/** A stream that was refused, as to somebody whose session has ended, is asked for again after this pause. */
const pauseMs = 15_000;

/** A browser comes back by itself after a loss, with the id of the last event; what was missed is then told. */
function follow(queries: QueryClient, isOf: LiveProps['isOf'], setLive: (isLive: boolean) => void): () => void {
  let [events, again] = [listen(), 0];
  return () => {
    clearTimeout(again);
    events.close();
  };

  function listen(): EventSource {
    const stream = new EventSource('/api/v1/events');
    stream.onopen = () => setLive(true);
    stream.onerror = () => {
      setLive(false);
      if (stream.readyState === EventSource.CLOSED) again = window.setTimeout(() => void (events = listen()), pauseMs);
    };
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const parts = JSON.parse(data) as readonly string[];
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey, parts) });
    });
    return stream;
  }
}
