import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Database, ProgramLog, RandomIds } from '@passerelle/doors';
import type { JsonObject, RosterContent } from '@passerelle/protocol';
import { Dispatch } from '../../node/src/peers/channel/channel.service.js';
import { Exchange } from '../../node/src/peers/channel/exchange.service.js';
import { FederationPeers } from '../../node/src/peers/federation-peers.service.js';
import { ChannelNotes1767225600480 } from '../../node/src/peers/channel/channel-notes.migration.js';
import { Rotations1767225600490 } from '../../node/src/peers/roster/rotations.migration.js';
import { Pauses1767225603610 } from '../../node/src/peers/stuck/pauses.migration.js';
import { PausesStore } from '../../node/src/peers/stuck/pauses.store.js';
import { MessageTraces1767225604120 } from '../../node/src/peers/channel/message-traces.migration.js';
import { Peers1767225600450 } from '../../node/src/peers/peers.migration.js';
import { PeersStore } from '../../node/src/peers/peers.store.js';
import { type Verdict, applied } from '../../node/src/peers/received.js';
import type { Child } from '../child.js';
import { quantile, rounded } from './figures.js';
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
  /** Messages a second applied by a node that was away while they were said, from its start on. */
  readonly backlog: {
    readonly messages: number;
    readonly appliedPerSecond: number;
    /** What both ends hold in memory before the backlog, while all of it is numbered and unconfirmed, and after it. */
    readonly heapMb: { readonly before: number; readonly during: number; readonly after: number };
  };
  /** From a commit at the sender to the peer's signed receipt kept there, at half of the speed above. */
  readonly receiptMs: { readonly p50: number; readonly p99: number };
}

const backlogMessages = 10_000;
const halfLoadSeconds = 6;

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
  const database = await Database.open({
    url: databaseUrl,
    entities: [],
    migrations: [
      Peers1767225600450,
      ChannelNotes1767225600480,
      Rotations1767225600490,
      Pauses1767225603610,
      MessageTraces1767225604120,
    ],
  });
  // What a node writes of each message is part of its price; here nobody reads it.
  const log = new ProgramLog({ level: 'info', to: { write: () => undefined } });
  const [store, ids, room] = [new PeersStore(), new RandomIds(), new Counting()];
  const exchange = new Exchange({
    database,
    databaseUrl,
    store,
    pauses: new PausesStore(),
    ids,
    key: keys.signingKey,
    keys: [keys.signingKey],
    roster,
    natsUrl,
    natsReplicas: 1,
    natsSeed: readFileSync(keys.natsSeedFile, 'utf8').trim(),
    onFailure: () => undefined,
    onMessage: (event) => log.log(event),
  });
  exchange.start(room);
  return { database, store, peers: new FederationPeers(store, ids, keys.signingKey, roster), exchange, room };
}

async function measure([from, to]: [End, End], messages: number): Promise<ExchangeFigures> {
  await say(from, to, 1);
  while ((await confirmed(from, to)) < 1n) await pause(50);

  const waits: number[] = [];
  for (let single = 0; single < 50; single += 1) {
    const heard = new Promise<void>((resolve) => (to.room.onHeard = resolve));
    const began = performance.now();
    await say(from, to, 1);
    await heard;
    waits.push(performance.now() - began);
    await pause(20);
  }
  const before = await confirmed(from, to);
  const began = performance.now();
  for (let sent = 0; sent < messages; sent += 50) await say(from, to, 50);
  while ((await confirmed(from, to)) < before + BigInt(messages)) await pause(10);
  const seconds = (performance.now() - began) / 1000;
  const messagesPerSecond = Math.round(messages / seconds);
  return {
    bench: 'exchange',
    messages,
    messagesPerSecond,
    latencyMs: { median: rounded(quantile(waits, 0.5)), p95: rounded(quantile(waits, 0.95)) },
    receiptMs: await measureReceipts([from, to], messagesPerSecond / 2),
    backlog: await measureBacklog([from, to]),
  };
}

const say = ({ database, peers }: End, to: End, count: number): Promise<void> =>
  database.transact(async (work) => {
    for (let sent = 0; sent < count; sent += 1) await peers.send(work, to.peers.me, 'mission.cancel', cancellation);
  });

/** A steady load, each message committed alone, as far as one sender comes with that. */
async function measureReceipts([from, to]: [End, End], perSecond: number): Promise<ExchangeFigures['receiptMs']> {
  const everyMs = 25;
  const together = Math.max(1, Math.round((perSecond * everyMs) / 1000));
  let said = await confirmed(from, to);
  const waiting: { readonly upto: bigint; readonly at: number }[] = [];
  const waits: number[] = [];
  const end = performance.now() + halfLoadSeconds * 1000;
  while (performance.now() < end || waiting.length > 0) {
    const began = performance.now();
    if (began < end) {
      await say(from, to, together);
      said += BigInt(together);
      waiting.push({ upto: said, at: performance.now() });
    }
    const seen = await confirmed(from, to);
    while (waiting.length > 0 && waiting[0]!.upto <= seen) waits.push(performance.now() - waiting.shift()!.at);
    await pause(Math.max(1, everyMs - (performance.now() - began)));
  }
  return { p50: rounded(quantile(waits, 0.5)), p99: rounded(quantile(waits, 0.99)) };
}

async function measureBacklog([from, to]: [End, End]): Promise<ExchangeFigures['backlog']> {
  const before = heapMb();
  await to.exchange.stop();
  for (let sent = 0; sent < backlogMessages; sent += 500) await say(from, to, 500);
  while ((await numbered(from, to)) > 0) await pause(100);
  const during = heapMb();
  const goal = to.room.heard + backlogMessages;
  to.exchange.start(to.room);
  let began: number | null = null;
  while (to.room.heard < goal) {
    if (began === null && to.room.heard > goal - backlogMessages) began = performance.now();
    await pause(5);
  }
  const seconds = (performance.now() - (began ?? performance.now())) / 1000;
  return {
    messages: backlogMessages,
    appliedPerSecond: Math.round(backlogMessages / seconds),
    heapMb: { before, during, after: heapMb() },
  };
}

/** What is reachable, without the garbage that happens to lie around. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return rounded(process.memoryUsage().heapUsed / 1_000_000);
}

/** Intents that the sender's channel has not numbered yet. */
const numbered = async ({ store, database }: End, to: End): Promise<number> =>
  (await store.waiting(database.reading, to.peers.me, 0n)).intents;

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
