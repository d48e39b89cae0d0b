import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ensureDatabase } from './databases.js';
import { keptSecret, newPassword } from './kept.js';
import { keysIn, type Keys } from './keys.js';
import type { Ports } from './ports.js';

/** The federation's name in every subject and message: a message of the sandbox is worthless anywhere else. */
export const net = 'sandbox';

/** The short name of the directory and its monitoring, where a node's name would stand. */
export const centreId = 'federation';

/** What is settled about a program before it starts. */
export interface Plan {
  readonly id: string;
  readonly port: number;
  readonly url: string;
  readonly natsPort: number;
  readonly natsUrl: string;
  readonly databaseUrl: string;
  readonly keys: Keys;
  readonly mailDir: string;
}

export interface Ground {
  readonly dir: string;
  readonly ports: Ports;
  /** Whether to begin at the ports that the documents name, or at any free one. */
  readonly hasUsualPorts: boolean;
  /** Of the server's administrator. */
  readonly databaseServer: string;
  /** Whether the server also serves others, whose databases may have the names we would choose. */
  readonly isServerShared: boolean;
}

/** Settles addresses, keys and the database of the programs; the first is the centre. */
export async function planAll(ids: readonly string[], ground: Ground): Promise<Plan[]> {
  const plans: Plan[] = [];
  // One after the other: two sessions that change the same rows of the server's catalogue would disturb each other.
  for (const [index, id] of ids.entries()) plans.push(await plan(id, index, ground));
  return plans;
}

async function plan(id: string, index: number, ground: Ground): Promise<Plan> {
  const { dir, ports, hasUsualPorts, databaseServer } = ground;
  const folder = join(dir, 'programs', id);
  const mailDir = join(folder, 'mail');
  mkdirSync(mailDir, { recursive: true, mode: 0o700 });
  const port = await ports.take(id, hasUsualPorts ? 8100 + index : undefined);
  const natsPort = await ports.take(`nats-${id}`, hasUsualPorts ? 4200 + index : undefined);
  const password = keptSecret(join(folder, 'database.password'), newPassword);
  return {
    id,
    port,
    // A name and not a number: browsers keep passkeys for names.
    url: `http://localhost:${port}`,
    natsPort,
    natsUrl: `nats://127.0.0.1:${natsPort}`,
    databaseUrl: await ensureDatabase(databaseServer, { name: `${prefix(ground)}_${id}`, password }),
    keys: keysIn(folder, id),
    mailDir,
  };
}

/** On a server that others use too, a mark made once keeps two federations from taking each other's databases. */
function prefix({ dir, isServerShared }: Ground): string {
  if (!isServerShared) return 'passerelle';
  const mark = keptSecret(join(dir, 'database.mark'), () => randomBytes(3).toString('hex'));
  return `passerelle_${mark}`;
}
