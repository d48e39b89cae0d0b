import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.js';
import { readKept } from './kept.js';
import { type Person, demoPeople } from './people.js';
import { cooperatives } from './places.js';
import { centreId } from './plan.js';

/** Where the federation that `npm start` runs can be reached. */
export interface RunningFederation {
  readonly nodes: readonly { readonly id: string; readonly url: string }[];
  readonly centreUrl: string;
  readonly people: readonly Person[];
}

/** The federation of this checkout. Throws, saying how to start it, when it was never started. */
export function runningFederation(dir = join(checkout, '.passerelle')): RunningFederation {
  const accounts = join(dir, 'accounts.json');
  const ports = readKept<Record<string, number>>(join(dir, 'ports.json'));
  if (!ports || !existsSync(accounts)) throw new Error('no federation was ever started here: run npm start first');
  const urlOf = (id: string): string => `http://127.0.0.1:${ports[id]}`;
  const ids = cooperatives.map(({ id }) => id);
  return {
    nodes: ids.map((id) => ({ id, url: urlOf(id) })),
    centreUrl: urlOf(centreId),
    people: demoPeople(accounts, ids),
  };
}
