import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { staffOf } from '../branches.js';
import { Door } from '../door.js';
import { type Federation, startFederation } from '../federation.js';
import { cooperatives } from '../places.js';
import { sow } from '../seeds.js';
import type { BenchGround } from './ground.js';
import { type Figures, rounded } from './figures.js';
import { commitsPerSecond } from './commits.js';

const obligations = 500;
const warmUp = 100;
const clients = 8;

/**
 * Obligations that Paris proposes over `POST /api/v1/obligations` and Brussels accepts, each booked at both, on the one
 * channel between two real nodes; then, on the same PostgreSQL with nobody else at work, how many small transactions
 * it commits at all.
 */
export async function measureSettlement(ground: BenchGround): Promise<Figures> {
  const databaseUrl = await ground.databaseServer();
  const federation = await startFederation({
    dir: join(ground.dir, 'federation'),
    addresses: 'any',
    clock: '2026-03-16T08:00:00Z',
    databaseUrl,
    nodes: cooperatives.slice(0, 2),
  });
  let perSecond: number;
  try {
    await sow({ federation, note: () => undefined });
    await proposeAll(federation, warmUp);
    perSecond = await proposeAll(federation, obligations);
  } finally {
    await federation.stop();
  }
  const limit = await commitsPerSecond(await ground.emptyDatabase('commits'), clients);
  return {
    what: 'obligations proposed over HTTP, accepted and booked at both nodes, on one channel',
    way: 'POST /api/v1/obligations',
    obligations,
    clients,
    obligationsPerSecond: rounded(perSecond),
    commitsPerSecond: rounded(limit),
    commits: `insert and update, ${clients} clients, fsync on, the same PostgreSQL`,
    ratio: rounded(perSecond / limit),
  };
}

/** From the first request to the moment when both databases have as many more agreed ones. In obligations a second. */
async function proposeAll(federation: Federation, count: number): Promise<number> {
  const paris = federation.node('fr');
  const finance = await Door.signIn(paris.url, staffOf(federation.people, 'fr', 'finance'));
  const databases = await Promise.all(federation.nodes.map(({ databaseUrl }) => opened(databaseUrl)));
  try {
    const goals = (await Promise.all(databases.map(agreed))).map((already) => already + count);
    const began = performance.now();
    const left = Array.from({ length: count }, (_, at) => at).values();
    const propose = async (): Promise<void> => {
      for (const at of left) await finance.must('POST', '/obligations', obligationOf(at), randomUUID());
    };
    await Promise.all(Array.from({ length: clients }, propose));
    for (const [at, database] of databases.entries()) await reached(database, goals[at]!);
    return (count * 1000) / (performance.now() - began);
  } finally {
    await Promise.all(databases.map((database) => database.end()));
  }
}

const obligationOf = (at: number) => ({
  peer: 'be',
  debtor: 'us',
  amount: { amount: '1.00', currency: 'EUR' },
  due: '2026-04-30',
  text: `A share of the rent, number ${at}`,
});

async function opened(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

async function agreed(database: Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from obligation where state = 'agreed'`,
  );
  return rows[0]!.count;
}

const patienceMs = 180_000;

async function reached(database: Client, goal: number): Promise<void> {
  const end = performance.now() + patienceMs;
  for (let now = await agreed(database); now < goal; now = await agreed(database)) {
    if (performance.now() > end)
      throw new Error(`${now} of ${goal} obligations were agreed after ${patienceMs / 1000} s`);
    await pause(20);
  }
}
