import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Child, type Died } from './child.js';
import { commandOf, end, startOf, type Register } from './left-over.js';
import { postgresHome, type PostgresHome } from './postgres-home.js';

export interface PostgresOptions {
  /** Where the state is kept, the data among it. */
  readonly dir: string;
  readonly port: number;
  readonly register: Register;
  /** False for data that is thrown away afterwards: faster, and safe against anything but a power cut. */
  readonly isDurable: boolean;
  readonly onDeath?: ((death: Died) => void) | undefined;
}

export interface Postgres {
  /** Of the administrator. */
  readonly url: string;
  readonly child: Child;
}

/** A PostgreSQL server of our own on 127.0.0.1, to be started on the data of the last time or on a new folder. */
export async function postgresOf(options: PostgresOptions): Promise<Postgres> {
  const home = await postgresHome(options.dir);
  initialise(home, options.isDurable);
  await clearTheWay(home);
  const url = `postgres://postgres:${home.password}@127.0.0.1:${options.port}/postgres`;
  const child = new Child(
    {
      name: 'PostgreSQL',
      command: join(home.programs, 'bin', 'postgres'),
      args: ['-D', home.data, ...settings(options)],
      env: environment(),
      cwd: dirname(home.data),
      user: home.user,
      stopSignal: 'SIGINT',
      logFile: join(options.dir, 'logs', 'postgres.log'),
      isReady: () => answers(url),
      readyWithinSeconds: 60,
      mend: waitForHelpers,
    },
    options.register,
    options.onDeath,
  );
  return { url, child };
}

function settings({ port, isDurable }: PostgresOptions): string[] {
  const chosen = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: isDurable ? 'on' : 'off',
    full_page_writes: isDurable ? 'on' : 'off',
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Nothing of ours: the server reads PG… variables of the person who started us as its own. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/** Makes an empty cluster in a draft folder first, so that one interrupted halfway is never taken for a whole one. */
function initialise({ programs, data, password, user }: PostgresHome, isDurable: boolean): void {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const draft = `${data}.draft`;
  const passwordFile = `${data}.password`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const speed = isDurable ? [] : ['--no-sync'];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale'];
  const access = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  const made = spawnSync(join(programs, 'bin', 'initdb'), ['-D', draft, ...speed, ...locale, ...access], {
    env: environment(),
    cwd: dirname(data),
    ...user,
    encoding: 'utf8',
  });
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${made.stderr}`);
  renameSync(draft, data);
}

/**
 * A killed server leaves its process number in the data, and the next one refuses to start while that number is in use.
 * A server that nobody wrote down is stopped. A dead one that still waits to be reaped, or a stranger who has the number
 * by now, is not in the way: another dead number is put there, so that all other checks of the next server still hold.
 */
async function clearTheWay({ data }: PostgresHome): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const content = readFileSync(file, 'utf8');
  const pid = Number.parseInt(content, 10);
  const startedAt = startOf(pid);
  if (startedAt !== undefined && commandOf(pid).includes(data)) {
    await end({ name: 'PostgreSQL', pid, startedAt, stopSignal: 'SIGINT' });
  } else {
    writeFileSync(file, content.replace(/^\d+/, String(spawnSync('true').pid)));
  }
}

/** After `kill -9` the server's own helpers need a moment to notice; until then the data counts as in use. */
async function waitForHelpers(death: Died, tries: number): Promise<boolean> {
  if (tries > 20 || !death.message.includes('still in use')) return false;
  await wait(500);
  return true;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2000 });
  // A server that stops while we ask ends the connection: that is a no, not a crash of ours.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
