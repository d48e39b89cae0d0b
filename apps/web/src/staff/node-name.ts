import { useQuery } from '@tanstack/react-query';
import { askNode } from '../api/node.js';

/** What people call a cooperative, ours or another one, with the short name of its node. */
export function useNodeName(): (node: string) => string {
  const partners = useQuery({
    queryKey: ['partners'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/partners', { signal }),
  });
  const links = useQuery({
    queryKey: ['links'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/peers', { signal }),
  });
  const all = [...(partners.data ?? []), ...(links.data ? [links.data.us] : [])];
  const names = new Map(all.map(({ node, name }) => [node, name]));
  return (node) => {
    const name = names.get(node) ?? node;
    return name === node ? node : `${name} (${node})`;
  };
}
