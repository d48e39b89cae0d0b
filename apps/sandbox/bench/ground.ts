import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child } from '../child.js';
import { ensureDatabase } from '../databases.js';
import { Register } from '../left-over.js';
import { Ports } from '../ports.js';
import { postgresOf } from '../postgres.js';

/** What one measure stands on, thrown away afterwards. */
export interface BenchGround {
  readonly dir: string;
  /**
   * The address of a PostgreSQL server of its own, started when it is asked for, which waits for the disk at every
   * commit (fsync on) as a cooperative's does.
   */
  databaseServer(): Promise<string>;
  /** The address of a new database on that server. */
  emptyDatabase(name: string): Promise<string>;
  clear(): Promise<void>;
}

export function benchGround(): BenchGround {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  // The database's user passes through here to its data.
  chmodSync(dir, 0o711);
  let server: Promise<{ readonly url: string; readonly child: Child }> | undefined;
  const databaseServer = async (): Promise<string> => (await (server ??= startServer(dir))).url;
  return {
    dir,
    databaseServer,
    emptyDatabase: async (name) => ensureDatabase(await databaseServer(), { name: `bench_${name}`, password: 'bench' }),
    clear: async () => {
      if (server) await (await server).child.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function startServer(dir: string): Promise<{ readonly url: string; readonly child: Child }> {
  const home = join(dir, 'server');
  const register = new Register(join(dir, 'server.json'));
  const port = await new Ports(join(dir, 'server-port.json')).take('postgres');
  const { url, child } = await postgresOf({ dir: home, port, register, isDurable: true });
  await child.start();
  return { url, child };
}
