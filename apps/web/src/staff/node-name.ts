import { useQuery } from '@tanstack/react-query';
import { askNode } from '../api/node.js';

/** What people call a cooperative, ours or another one, with the short name of its node. */
export function useNodeName(): (node: string) => string {
  const { data } = useQuery({
    queryKey: ['links'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/peers', { signal }),
  });
  const others = (data?.items ?? []).map(({ peer, name }) => [peer, name] as const);
  const names = new Map<string, string | null>(data ? [[data.us.node, data.us.name], ...others] : []);
  return (node) => {
    const name = names.get(node) ?? node;
    return name === node ? node : `${name} (${node})`;
  };
}
