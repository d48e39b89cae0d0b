import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { askNode } from '../api/node.js';

/** The day it is at the cooperative, by its own clock. */
export const useToday = (): UseQueryResult<string | undefined> =>
  useQuery({
    queryKey: ['today'],
    queryFn: async ({ signal }) => (await askNode('get', '/api/v1/employing-countries', { signal })).items[0]?.today,
  });
