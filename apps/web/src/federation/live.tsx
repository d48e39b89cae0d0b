import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { localeOf } from '@passerelle/i18n';
import type { JSX } from 'react';
import { useTexts } from '../app/texts.js';

const everyMs = 15_000;

/** Asked again and again while the page is open; what was read stays while it is asked. */
export const useLive = <T,>(name: string, ask: (signal: AbortSignal) => Promise<T>): UseQueryResult<T> =>
  useQuery({ queryKey: ['federation', name], queryFn: ({ signal }) => ask(signal), refetchInterval: everyMs });

/** Says plainly how fresh a page is. */
export function Freshness({ of }: { readonly of: UseQueryResult }): JSX.Element | null {
  const { say, words } = useTexts();
  if (of.dataUpdatedAt === 0) return null;
  const time = new Date(of.dataUpdatedAt).toLocaleTimeString(localeOf(words));
  return <p className="small soft">{say('federation.live', { seconds: everyMs / 1000, time })}</p>;
}
