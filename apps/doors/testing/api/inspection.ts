import type { Role } from '../../access/accounts/account.js';
import type { Database } from '../../database/database.js';
import type { KnownIds } from './right-values.js';
import type { Route } from './routes.js';
import type { Schemas } from './schema.js';
import type { Asked, Visitor } from './visitor.js';

/** A whole running program with somebody of each role, to be asked everything. */
export interface Inspection {
  readonly routes: readonly Route[];
  readonly schemas: Schemas;
  readonly database: Database;
  readonly stranger: Visitor;
  readonly people: ReadonlyMap<Role, Visitor>;
  /** Things that exist, by the prefix of their ids. */
  readonly ids: KnownIds;
  /** Tables in which a refused request may leave something, such as a count of failed sign-ins. */
  readonly logs: readonly string[];
}

/** Somebody who may use the route. */
export function allowedOn({ access }: Route, { people, stranger }: Inspection): Visitor {
  if (access.kind === 'public') return stranger;
  const [anybody] = people.values();
  const visitor = access.kind === 'roles' ? access.roles.map((role) => people.get(role)).find(Boolean) : anybody;
  if (!visitor) throw new Error('nobody of the inspection may use the route');
  return visitor;
}

/** The ids the address takes, of those that exist. */
export const idsFor = ({ idPrefix }: Route, ids: KnownIds): readonly string[] => ids.get(idPrefix ?? '') ?? [];

/** The address with its variable part filled in. */
export const addressOf = ({ path }: Route, id: string): string => path.replace(/:\w+/, () => id);

/** An id that is well formed for the route and belongs to nothing. */
export const unknownIdFor = ({ idPrefix = 'mis' }: Route): string => `${idPrefix}_019a00000000700080000000000000ff`;

/** An id of something that exists, if anything does. */
export const anyIdFor = (route: Route, ids: KnownIds): string => idsFor(route, ids)[0] ?? unknownIdFor(route);

let keys = 0;

/** The request to a route as its caller writes it, each with a key of its own. */
export function requestTo(route: Route, id: string, body?: unknown): Asked {
  const { mediaTypes = [] } = route.described ?? {};
  const mediaType = mediaTypes.includes('application/json') ? undefined : mediaTypes[0];
  return {
    method: route.method,
    path: addressOf(route, id),
    ...(['GET', 'DELETE'].includes(route.method) ? {} : { body: mediaType === undefined ? (body ?? {}) : '<none/>' }),
    headers: {
      ...(route.movesMoney ? { 'idempotency-key': `inspection-${(keys += 1)}` } : {}),
      ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
    },
  };
}

/** Looks at each item, a few at a time, and gathers what is found. */
export async function findings<T>(
  items: readonly T[],
  look: (item: T) => Promise<string | undefined | readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) found.push(...[(await look(item)) ?? []].flat());
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return found;
}
