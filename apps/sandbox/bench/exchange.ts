import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database, RandomIds } from '@passerelle/doors';
import type { JsonObject, RosterContent } from '@passerelle/protocol';
import { Dispatch } from '../../node/src/peers/channel.service.js';
import { Exchange } from '../../node/src/peers/exchange.service.js';
import { FederationPeers } from '../../node/src/peers/federation-peers.service.js';
import { Peers1767225600450 } from '../../node/src/peers/peers.migration.js';
import { PeersStore } from '../../node/src/peers/peers.store.js';
import { type Verdict, applied } from '../../node/src/peers/received.js';
import type { Child } from '../child.js';
import { Register } from '../left-over.js';
import { natsServer } from '../nats-server.js';
import { cooperatives } from '../places.js';
import { planAll, type Plan } from '../plan.js';
import { Ports } from '../ports.js';
import { mailboxOf, type Whole } from '../programs.js';
import { keepRoster, versionsIn } from '../roster.js';

export interface ExchangeFigures {
  readonly bench: 'exchange';
  readonly messages: number;
  /** From the first commit at the sender to the last signed receipt there, both ends in one process. */
  readonly messagesPerSecond: number;
  /** From one commit at the sender to the commit at the receiver, one message at a time. */
  readonly latencyMs: { readonly median: number; readonly p95: number };
}

/** The room at the far end of the measured way: it counts. */
class Counting extends Dispatch {
  heard = 0;
  onHeard: () => void = () => undefined;

  theirs(): Promise<Verdict> {
    this.heard += 1;
    this.onHeard();
    return Promise.resolve(applied);
  }

  ours(): Promise<void> {
    return Promise.resolve();
  }
}

interface End {
  readonly database: Database;
  readonly store: PeersStore;
  readonly peers: FederationPeers;
  readonly exchange: Exchange;
  readonly room: Counting;
}

/** Measures two nodes' channels over real NATS servers and a real PostgreSQL, which `databaseServer` administers. */
export async function measureExchange(of: {
  readonly dir: string;
  readonly databaseServer: string;
  readonly messages: number;
}): Promise<ExchangeFigures> {
  const { dir, databaseServer, messages } = of;
  const places = cooperatives.slice(0, 2);
  const ports = new Ports(join(dir, 'ports.json'));
  const ground = { dir, ports, hasUsualPorts: false, databaseServer, isServerShared: true };
  const plans = await planAll(
    places.map(({ id }) => id),
    ground,
  );
  const rosterFile = join(dir, 'roster.json');
  keepRoster(
    rosterFile,
    plans.map((plan, at) => ({ plan, place: places[at]! })),
  );
  const roster = JSON.parse(versionsIn(rosterFile).at(-1)!.m) as RosterContent;
  const servers = await startServers(plans, dir);
  const ends = await Promise.all(plans.map((plan) => open(plan, roster)));
  try {
    return await measure(ends as [End, End], messages);
  } finally {
    for (const { exchange, database } of ends) {
      await exchange.stop();
      await database.close();
    }
    for (const server of servers) await server.stop();
  }
}

async function startServers(plans: readonly Plan[], dir: string): Promise<readonly Child[]> {
  const register = new Register(join(dir, 'children.json'));
  const whole: Whole = { dir, natsProgram: natsServer(() => undefined), isDurable: false, register };
  const servers = plans.map((plan) =>
    mailboxOf(
      plan,
      plans.filter((other) => other !== plan),
      whole,
    ),
  );
  await Promise.all(servers.map((server) => server.start()));
  return servers;
}

async function open({ databaseUrl, keys, natsUrl }: Plan, roster: RosterContent): Promise<End> {
  const database = await Database.open({ url: databaseUrl, entities: [], migrations: [Peers1767225600450] });
  const [store, ids, room] = [new PeersStore(), new RandomIds(), new Counting()];
  const exchange = new Exchange({
    database,
    databaseUrl,
    store,
    ids,
    key: keys.signingKey,
    roster,
    natsUrl,
    natsSeed: readFileSync(keys.natsSeedFile, 'utf8').trim(),
    onFailure: () => undefined,
  });
  exchange.start(room);
  return { database, store, peers: new FederationPeers(store, ids, keys.signingKey, roster), exchange, room };
}

async function measure([from, to]: [End, End], messages: number): Promise<ExchangeFigures> {
  const say = (count: number): Promise<void> =>
    from.database.transact(async (work) => {
      for (let sent = 0; sent < count; sent += 1)
        await from.peers.send(work, to.peers.me, 'mission.cancel', cancellation);
    });
  await say(1);
  while ((await confirmed(from, to)) < 1n) await pause(50);

  const waits: number[] = [];
  for (let single = 0; single < 50; single += 1) {
    const heard = new Promise<void>((resolve) => (to.room.onHeard = resolve));
    const began = performance.now();
    await say(1);
    await heard;
    waits.push(performance.now() - began);
    await pause(20);
  }
  const before = await confirmed(from, to);
  const began = performance.now();
  for (let sent = 0; sent < messages; sent += 50) await say(50);
  while ((await confirmed(from, to)) < before + BigInt(messages)) await pause(10);
  const seconds = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(waits[Math.floor(waits.length * share)]! * 10) / 10;
  return {
    bench: 'exchange',
    messages,
    messagesPerSecond: Math.round(messages / seconds),
    latencyMs: { median: at(0.5), p95: at(0.95) },
  };
}

/** How many messages the peer has signed for. */
async function confirmed({ store, database, peers }: End, to: End): Promise<bigint> {
  const fresh = { net: '', me: peers.me, peer: to.peers.me, out: none, in: none, delivered: 0n } as const;
  return (await store.channel(database.reading, { ...fresh, status: 'waiting' })).delivered;
}

const none = { seq: 0n, head: '' };

const cancellation: JsonObject = {
  mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
  code: 'client-cancelled',
  reason: 'The hall is closed for repairs until the end of the month.',
};
