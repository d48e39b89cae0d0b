import { allOf } from '../../api/all.js';
import { type NodeBody, askNode } from '../../api/node.js';

/** What the form chooses from. */
export interface Choices {
  readonly member: NodeBody<'MemberBody'>;
  readonly hosts: NodeBody<'HostsBody'>;
  readonly clients: readonly NodeBody<'ClientBody'>[];
  readonly missions: readonly NodeBody<'MissionBody'>[];
}

/** Asks for all of it at once. `id` is the member. */
export async function choicesOf(id: string, signal: AbortSignal): Promise<Choices> {
  const query = { limit: 200 };
  const [member, hosts, clients, missions] = await Promise.all([
    askNode('get', '/api/v1/members/{id}', { path: { id }, signal }),
    askNode('get', '/api/v1/hosts', { signal }),
    allOf((page) => askNode('get', '/api/v1/clients', { query: page, signal })),
    askNode('get', '/api/v1/missions', { query, signal }),
  ]);
  return { member, hosts, clients, missions: missions.items };
}
