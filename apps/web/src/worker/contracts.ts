import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type NodeBody, askNode } from '../api/node.js';

export type Contracts = NodeBody<'ContractsPage'>;

/** Her newest contracts with the cooperative. */
export const useContracts = (): UseQueryResult<Contracts> =>
  useQuery({
    queryKey: ['contracts'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/contracts', { query: { limit: 200 }, signal }),
  });
