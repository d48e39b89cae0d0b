import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Child, type Died } from './child.js';
import type { Register } from './left-over.js';
import { type Caller, natsServerConfig } from '@passerelle/protocol';

export interface NatsOptions {
  /** The server's program. */
  readonly program: string;
  /** Where the state of the whole federation is kept. */
  readonly dir: string;
  readonly net: string;
  readonly owner: Caller;
  readonly callers: readonly Caller[];
  readonly port: number;
  readonly register: Register;
  readonly onDeath?: ((death: Died) => void) | undefined;
}

/** A program's own NATS server, configured and not started yet. */
export function natsOf(options: NatsOptions): Child {
  const { owner, dir } = options;
  const folder = join(dir, 'nats', owner.name);
  const configFile = join(folder, 'server.conf');
  const storeDir = join(folder, 'jetstream');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(configFile, natsServerConfig({ ...options, listen: `127.0.0.1:${options.port}`, storeDir }), {
    mode: 0o600,
  });
  return new Child(
    {
      name: `NATS ${owner.name}`,
      command: options.program,
      args: ['-c', configFile],
      env: { PATH: process.env.PATH },
      cwd: folder,
      stopSignal: 'SIGTERM',
      logFile: join(dir, 'logs', `nats-${owner.name}.log`),
      isReady: async () => (await nameAt(options.port)) === owner.name,
      readyWithinSeconds: 30,
      mend: setAside(storeDir),
    },
    options.register,
    options.onDeath,
  );
}

/**
 * A server that cannot read what it kept (a power cut) starts empty, with the damaged part set aside: every letter in
 * there is still in its sender's database, and is sent again until its receiver has signed for it.
 */
function setAside(store: string): (death: Died, tries: number) => Promise<boolean> {
  return async ({ message }, tries) => {
    if (tries > 1 || !/jetstream/i.test(message) || !existsSync(store)) return false;
    rmSync(`${store}.damaged`, { recursive: true, force: true });
    renameSync(store, `${store}.damaged`);
    return true;
  };
}

/** How the server at this port calls itself: it says so before anybody logs in. */
function nameAt(port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    socket.setEncoding('utf8');
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('no answer')));
    socket.once('data', (greeting: string) => {
      socket.destroy();
      resolve(/"server_name":"([^"]*)"/.exec(greeting)?.[1]);
    });
  });
}
