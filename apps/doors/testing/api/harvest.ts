import type { KnownIds } from './right-values.js';
import type { Route } from './routes.js';
import type { Visitor } from './visitor.js';

/** Every public id that these people are shown in the lists of the program, by its prefix. */
export async function harvestIds(routes: readonly Route[], people: readonly Visitor[]): Promise<KnownIds> {
  const lists = routes.filter(isList);
  const texts = await Promise.all(
    people.flatMap((person) => lists.map(async ({ path }) => (await person.ask({ method: 'GET', path })).text)),
  );
  const found = new Map<string, string[]>();
  for (const id of new Set(texts.flatMap(idsIn))) {
    const prefix = id.split('_')[0]!;
    found.set(prefix, [...(found.get(prefix) ?? []), id]);
  }
  return found;
}

/** An address that needs nothing filled in. */
export const isList = ({ method, path }: Route): boolean =>
  method === 'GET' && path.startsWith('/api/v1/') && !path.includes(':');

export const idsIn = (text: string): readonly string[] => text.match(/\b[a-z]+_[0-9a-f]{32}\b/g) ?? [];
