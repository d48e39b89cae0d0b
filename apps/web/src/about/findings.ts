import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type NodeBody, askNode } from '../api/node.js';

export type Findings = NodeBody<'DoctorFindingsBody'>;
export type Finding = Findings['findings'][number];

export const useFindings = (): UseQueryResult<Findings> =>
  useQuery({
    queryKey: ['system', 'findings'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/system/findings', { signal }),
    refetchInterval: 60_000,
  });

/** Not well, and nobody has said that she knows. */
export const needsLook = ({ result, known }: Finding): boolean => result !== 'ok' && known === null;

/** Findings about certificates name theirs. */
export const certificateOf = ({ what, endsAt }: Finding): string | undefined =>
  endsAt === null ? undefined : what.replace(/^certificate /, '');
