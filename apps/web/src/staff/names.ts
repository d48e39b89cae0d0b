import { useQuery } from '@tanstack/react-query';
import { allOf } from '../api/all.js';
import { askNode } from '../api/node.js';
import type { Terms } from '../worker/mission-list.js';

/** What the newest missions are called, by their id. */
export function useMissionNames(): ReadonlyMap<string, string> {
  const missions = useQuery({
    queryKey: ['missions', 'names'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions', { query: { limit: 200 }, signal }),
  });
  return new Map(
    missions.data?.items.map(({ id, reference, terms }) => [
      id,
      `${reference ?? ''} ${(terms as unknown as Terms).work}`.trim(),
    ]),
  );
}

/** What members are called, by their id. */
export function useMemberNames(): ReadonlyMap<string, string> {
  const members = useQuery({
    queryKey: ['members', 'all'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/members', { query, signal })),
  });
  return new Map(members.data?.map(({ id, name }) => [id, name]));
}
