import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node';
import { createUser } from '@nats-io/nkeys';
import { type NodeName, subjectOf } from './federation.js';

const users = { federation: createUser(), be: createUser(), fr: createUser(), se: createUser() };
const nodes = ['be', 'fr', 'se'] as const;

/** The federation's own NATS server for a spec: each node may publish to its one subject, as in real use. */
export interface SpecMailbox {
  readonly url: string;
  readonly seed: string;
  /** A folder that is thrown away with the server. */
  readonly dir: string;
  as(node: NodeName): Promise<NatsConnection>;
  /** Its streams go with it. Once it is stopped it stays so. */
  stop(): Promise<void>;
}

export async function startMailbox(): Promise<SpecMailbox> {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-federation-'));
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const config = join(dir, 'server.conf');
  writeFileSync(config, configOf(port, join(dir, 'jetstream')));
  const server = spawn(process.env['NATS_SERVER'] || 'nats-server', ['-c', config], { stdio: 'ignore' });
  const open: NatsConnection[] = [];
  const as = async (user: keyof typeof users): Promise<NatsConnection> => {
    const authenticator = nkeyAuthenticator(users[user].getSeed());
    const connection = await connect({ servers: url, authenticator, inboxPrefix: `_INBOX_${user}`, reconnect: false });
    open.push(connection);
    return connection;
  };
  await untilItAnswers(server, () => as('federation'));
  return {
    url,
    seed: new TextDecoder().decode(users.federation.getSeed()),
    dir,
    as,
    stop: async () => {
      await Promise.all(open.map((connection) => connection.close()));
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const configOf = (port: number, storeDir: string): string => `
listen: "127.0.0.1:${port}"
max_payload: 65536
jetstream { store_dir: "${storeDir}" }
authorization { users: [
  { nkey: "${users.federation.getPublicKey()}" }
${nodes
  .map(
    (node) => `  { nkey: "${users[node].getPublicKey()}", permissions {
    publish { allow: ["${subjectOf(node)}"] }, subscribe { allow: ["_INBOX_${node}.>"] } } }`,
  )
  .join('\n')}
] }
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

async function untilItAnswers(server: ChildProcess, tryIt: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
    const isUp = await tryIt().then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await pause(50);
  }
  throw new Error('the NATS server does not answer');
}
