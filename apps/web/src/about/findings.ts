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

/** Each thing once, and what every machine has for itself once a machine. */
export const keyOf = ({ what, machine }: Finding): string => `${what} ${machine ?? ''}`;

/** As its reader calls it; the machine is named where several have looked at the same. */
export function nameOf({ what, name, machine }: Finding, all: readonly Finding[]): string {
  const isOneOfSeveral = all.filter((each) => each.what === what).length > 1;
  return isOneOfSeveral && machine !== null ? `${name} (${machine})` : name;
}
