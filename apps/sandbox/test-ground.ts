import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Register } from './left-over.js';
import { natsServer } from './nats-server.js';
import { Ports } from './ports.js';
import { postgresOf } from './postgres.js';

/** What the specs stand on: a PostgreSQL of their own, a NATS server to start, and a folder that is thrown away. */
export interface TestGround {
  readonly dir: string;
  /** For specs and the programs they start. */
  readonly env: NodeJS.ProcessEnv;
  /** Stops the database, and whatever a spec that was cut short has left running. */
  clear(): Promise<void>;
}

/** Lays the ground for one run of all specs. @throws when the machine lacks something that cannot be installed */
export async function layTestGround(note: (text: string) => void): Promise<TestGround> {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  // The database user passes through here to its data, and to that of the federations that specs start.
  chmodSync(dir, 0o711);
  const program = natsServer(note);
  const register = new Register(join(dir, 'children.json'));
  const port = await new Ports(join(dir, 'ports.json')).take('postgres');
  const { url, child } = await postgresOf({ dir, port, register, isDurable: false });
  await child.start();
  return {
    dir,
    env: { PASSERELLE_TEST_DATABASE_URL: url, NATS_SERVER: program, TMPDIR: dir },
    clear: async () => {
      await child.stop();
      await clearLeftOver(dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A spec file that was cut short could not stop its federation, but the federation's own list says what runs. */
async function clearLeftOver(dir: string): Promise<void> {
  const lists = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('children.json'),
  );
  for (const list of lists) await new Register(join(dir, list)).stopLeftOver();
}
