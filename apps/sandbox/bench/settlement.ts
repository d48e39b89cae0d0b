import { join } from 'node:path';
import { type Federation, startFederation } from '../federation.js';
import { sow } from '../seeds.js';
import { type Way, agree } from './agreeing.js';
import { commitsPerSecond } from './commits.js';
import { type Figures, rounded } from './figures.js';
import type { BenchGround } from './ground.js';
import { pgbench } from './pgbench.js';

const clients = 8;

const oneWay: readonly Way[] = [{ from: 'fr', to: 'be' }];

/** A channel is one ordered pair of nodes, so three nodes have six. */
const fourWays: readonly Way[] = [
  { from: 'fr', to: 'be' },
  { from: 'be', to: 'se' },
  { from: 'se', to: 'fr' },
  { from: 'be', to: 'fr' },
];

/**
 * Debts between real nodes, proposed over HTTP, accepted and booked at both; then, on the same PostgreSQL with nobody
 * else at work, how many transactions pgbench makes, and how many of the smallest it commits at all.
 */
export async function* measureSettlement(ground: BenchGround): AsyncGenerator<Figures> {
  const federation = await startFederation({
    dir: join(ground.dir, 'federation'),
    addresses: 'any',
    clock: '2026-03-16T08:00:00Z',
    databaseUrl: await ground.databaseServer(),
  });
  let speeds: readonly Speed[];
  try {
    await sow({ federation, note: () => undefined });
    speeds = await measureSpeeds(federation);
  } finally {
    await federation.stop();
  }
  const peer = pgbench(await ground.emptyDatabase('pgbench'), clients);
  const limit = await commitsPerSecond(await ground.emptyDatabase('commits'), clients);
  for (const { what, perSecond, ...how } of speeds)
    yield {
      what,
      ...how,
      obligationsPerSecond: rounded(perSecond),
      ...(peer
        ? { pgbenchPerSecond: rounded(peer.perSecond), pgbench: peer.how, ratio: rounded(perSecond / peer.perSecond) }
        : { pgbench: 'not installed here (Debian: postgresql), so that there is no ratio to it' }),
      commitsPerSecond: rounded(limit),
      commits: `insert and update, ${clients} clients, fsync on, the same PostgreSQL`,
      ratioToCommits: rounded(perSecond / limit),
    };
}

interface Speed {
  readonly what: string;
  readonly way: string;
  readonly channels: number;
  readonly obligations: number;
  readonly perSecond: number;
}

async function measureSpeeds(federation: Federation): Promise<readonly Speed[]> {
  const list = { each: 4000, together: 100, clients };
  const four = { ...list, each: 2000, clients: clients / fourWays.length };
  const single = { each: 200, together: 1, clients };
  await agree(federation, fourWays, { ...list, each: 200 });
  return [
    {
      what: 'agreed and booked at both nodes, handed in as lists',
      way: 'POST /api/v1/obligations/list',
      channels: 1,
      obligations: list.each,
      perSecond: await agree(federation, oneWay, list),
    },
    {
      what: 'agreed and booked at both nodes, handed in as lists',
      way: 'POST /api/v1/obligations/list',
      channels: fourWays.length,
      obligations: four.each * fourWays.length,
      perSecond: await agree(federation, fourWays, four),
    },
    {
      what: 'agreed and booked at both nodes, handed in one by one',
      way: 'POST /api/v1/obligations',
      channels: 1,
      obligations: single.each,
      perSecond: await agree(federation, oneWay, single),
    },
  ];
}
