import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { natsServerConfig } from '@passerelle/protocol';
import { Courier } from '../node/src/peers/channel/couriers.js';
import { Line } from '../node/src/peers/channel/line.js';
import { Mailbox } from '../node/src/peers/channel/mailbox.js';
import { Child } from './child.js';
import { keysIn } from './keys.js';
import { Register } from './left-over.js';
import { natsServer } from './nats-server.js';
import { Ports } from './ports.js';
import { throwawayFolder } from './testing/throwaway.js';

jest.setTimeout(120_000);

interface Server {
  readonly name: string;
  readonly client: number;
  readonly route: number;
  readonly monitor: number;
}

describe('a mailbox of three servers', () => {
  const folder = throwawayFolder();
  const keys = { fr: keysIn(join(folder.dir, 'fr'), 'fr'), be: keysIn(join(folder.dir, 'be'), 'be') };
  const seed = (who: 'be' | 'fr'): string => readFileSync(keys[who].natsSeedFile, 'utf8').trim();
  const programs = new Map<string, Child>();
  const heard = new Set<string>();
  let url: string;
  let mailbox: Mailbox;
  let courier: Courier;
  beforeAll(async () => {
    const ports = new Ports(join(folder.dir, 'ports.json'));
    const servers: Server[] = [];
    for (const name of ['fr-1', 'fr-2', 'fr-3'])
      servers.push({
        name,
        client: await ports.take(`${name} client`),
        route: await ports.take(`${name} route`),
        monitor: await ports.take(`${name} monitor`),
      });
    for (const server of servers) programs.set(server.name, childOf(server, servers));
    await Promise.all([...programs.values()].map((program) => program.start()));
    url = servers.map(({ client }) => `nats://127.0.0.1:${client}`).join(',');
    mailbox = new Mailbox({
      net: 'sandbox',
      me: 'fr',
      peers: ['be'],
      url,
      seed: seed('fr'),
      replicas: 3,
      take: async (_, bytes) => {
        heard.add(new TextDecoder().decode(bytes));
        return 'taken';
      },
      onFailure: () => undefined,
    });
    mailbox.start();
    courier = new Courier({ net: 'sandbox', me: 'be', peer: 'fr', url, seed: seed('be') }, () => undefined);
  });
  afterAll(async () => {
    await Promise.all([mailbox?.stop(), courier?.close()]);
    await Promise.all([...programs.values()].map((program) => program.stop()));
    folder.remove();
  });

  function childOf({ name, client, route, monitor }: Server, all: readonly Server[]): Child {
    const home = join(folder.dir, name);
    mkdirSync(home);
    const config = natsServerConfig({
      net: 'sandbox',
      owner: { name: 'fr', natsPublicKey: keys.fr.natsPublicKey },
      callers: [{ name: 'be', natsPublicKey: keys.be.natsPublicKey }],
      listen: `127.0.0.1:${client}`,
      storeDir: join(home, 'jetstream'),
      monitor: `127.0.0.1:${monitor}`,
      cluster: {
        serverName: name,
        listen: `127.0.0.1:${route}`,
        others: all.filter((other) => other.name !== name).map((other) => `127.0.0.1:${other.route}`),
        secret: 'only-for-these-three',
      },
    });
    writeFileSync(join(home, 'server.conf'), config);
    return new Child(
      {
        name,
        command: natsServer(() => undefined),
        args: ['-c', 'server.conf'],
        env: {},
        cwd: home,
        stopSignal: 'SIGTERM',
        logFile: join(home, 'server.log'),
        isReady: async () => (await fetch(`http://127.0.0.1:${monitor}/varz`)).ok,
        readyWithinSeconds: 30,
      },
      new Register(join(home, 'children.json')),
    );
  }

  /** As a channel does: again and again until it was taken, which its receiver says and not the broker. */
  async function brought(letter: string): Promise<void> {
    const end = Date.now() + 45_000;
    while (!heard.has(letter)) {
      if (Date.now() > end) throw new Error(`${letter} never arrived: ${courier.lastError}`);
      await courier.carry(new TextEncoder().encode(letter)).catch(() => undefined);
      for (let tries = 0; tries < 10 && !heard.has(letter); tries += 1) await pause(50);
    }
  }

  async function leaderAndCopies(): Promise<readonly [leader: string, copies: number]> {
    const line = await Line.open(
      { url, seed: seed('fr'), name: 'somebody who looks', timeoutMs: 5000 },
      () => undefined,
    );
    const { cluster, config } = await (await jetstreamManager(line.connection)).streams.info('IN_be');
    await line.close();
    return [cluster?.leader ?? '', config.num_replicas];
  }

  it('keeps each letter on all of them, and goes on when the one that leads is killed', async () => {
    await brought('before');
    const [leader, copies] = await leaderAndCopies();
    expect([copies, [...programs.keys()]]).toEqual([3, expect.arrayContaining([leader])]);
    await programs.get(leader)!.kill();
    for (let count = 1; count <= 20; count += 1) await brought(`after ${count}`);
    expect((await leaderAndCopies())[0]).not.toBe(leader);
    expect(heard.size).toBe(21);
  });
});
