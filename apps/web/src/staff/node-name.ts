import { useQuery } from '@tanstack/react-query';
import { askNode } from '../api/node.js';

/** What people call another cooperative, with the short name of its node; the own node has only that one here. */
export function useNodeName(): (node: string) => string {
  const partners = useQuery({
    queryKey: ['partners'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/partners', { signal }),
  });
  const names = new Map((partners.data ?? []).map(({ node, name }) => [node, name]));
  return (node) => (names.has(node) ? `${names.get(node)} (${node})` : node);
}
