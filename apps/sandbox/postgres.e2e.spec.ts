import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Database, managerOf } from '@passerelle/doors';
import { Client } from 'pg';
import { Child } from './child.js';
import { closeSharedDatabases, ensureDatabase } from './databases.js';
import { Register } from './left-over.js';
import { Ports } from './ports.js';
import { type Postgres, postgresOf } from './postgres.js';
import { throwawayFolder } from './testing/throwaway.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

const folder = throwawayFolder();
const register = new Register(join(folder.dir, 'children.json'));
let server: Postgres;

const another = async (): Promise<Postgres> => {
  const port = await new Ports(join(folder.dir, 'ports.json')).take('postgres');
  return postgresOf({ dir: folder.dir, port, register, isDurable: false });
};

beforeAll(async () => {
  server = await another();
  await server.child.start();
  await closeSharedDatabases(server.url);
});

afterAll(async () => {
  await server.child.stop();
  folder.remove();
});

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const inDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

describe('the database server of the sandbox', () => {
  it('gives each node a database that its own user owns and no other may enter', async () => {
    const be = await ensureDatabase(server.url, { name: 'passerelle_be', password: 'be’s own' });
    const fr = await ensureDatabase(server.url, { name: 'passerelle_fr', password: 'fr’s own' });
    await query(be, 'create table kept as select 7 as held');
    expect(await query(be, 'select held, current_user::text as me from kept')).toEqual([
      { held: 7, me: 'passerelle_be' },
    ]);
    await expect(query(inDatabase(fr, 'passerelle_be'), 'select 1')).rejects.toThrow(/permission denied for database/);
    await expect(query(inDatabase(fr, 'postgres'), 'select 1')).rejects.toThrow(/permission denied for database/);
    await expect(query(inDatabase(fr, 'template1'), 'select 1')).rejects.toThrow(/permission denied for database/);
    await expect(query(fr, 'create role sneaky')).rejects.toThrow(/permission denied to create role/);
    await expect(query(fr, 'create database sneaky')).rejects.toThrow(/permission denied to create database/);
  });

  it('lets nobody in without the right password', async () => {
    const wrong = Object.assign(new URL(server.url), { password: 'guessed' }).href;
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps its password where only the owner of the files can read it', () => {
    expect(statSync(join(folder.dir, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder.dir, 'postgres.password'), 'utf8')).toHaveLength(32);
  });

  it('answers reports from a standby while that is near, and from itself while it is not', async () => {
    await query(server.url, 'create table kept as select 1 as held');
    const { url, standby } = await standbyOf(server);
    await standby.start();
    const replica = { url, maxLagSeconds: 2 };
    const database = await Database.open({ url: server.url, entities: [], migrations: [], replica });
    try {
      const asked = (sql: string) => database.report((work) => managerOf(work).query<{ answer: unknown }[]>(sql));
      const isOnStandby = async (): Promise<unknown> =>
        (await asked('select pg_is_in_recovery() as answer')).at(0)?.answer;
      const becomes = async (wanted: boolean): Promise<void> => {
        while ((await isOnStandby()) !== wanted) await pause(100);
      };
      await becomes(true);
      await query(server.url, 'update kept set held = 2');
      while ((await asked('select held as answer from kept'))[0]?.answer !== 2) await pause(20);
      await expect(asked('delete from kept returning held as answer')).rejects.toThrow(/read-only transaction/);

      await query(url, 'select pg_wal_replay_pause()');
      await query(server.url, 'update kept set held = 3');
      while (database.replica?.state.unusedBecause !== 'behind') await pause(100);
      expect(database.replica.state.lagSeconds).toBeGreaterThan(2);
      expect(await asked('select held as answer from kept')).toEqual([{ answer: 3 }]);
      await query(url, 'select pg_wal_replay_resume()');
      await becomes(true);

      await standby.kill();
      expect(await isOnStandby()).toBe(false);
      expect(database.replica?.state.unusedBecause).toBe('no-answer');
      await standby.start();
      await becomes(true);
    } finally {
      await database.close();
      await standby.stop();
    }
  });

  it.each([
    ['postgres', 'no-standby'],
    ['nowhere', 'no-answer'],
  ])('answers reports itself where %s is named as the standby: %s', async (name, why) => {
    const replica = { url: inDatabase(server.url, name), maxLagSeconds: 2 };
    const database = await Database.open({ url: server.url, entities: [], migrations: [], replica });
    expect(await database.report((work) => managerOf(work).query('select 1 as answer'))).toEqual([{ answer: 1 }]);
    expect(database.replica?.state).toEqual({ lagSeconds: null, unusedBecause: why });
    await database.close();
  });

  it('goes on with the same data after kill -9', async () => {
    await query(server.url, 'create table survives as select 42 as answer');
    await server.child.kill();
    server = await another();
    await server.child.start();
    expect(await query(server.url, 'select answer from survives')).toEqual([{ answer: 42 }]);
  });

  it('starts although a stranger has its old process number', async () => {
    await server.child.kill();
    const file = join(dataDirectory(), 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    server = await another();
    await server.child.start();
    expect(await query(server.url, 'select answer from survives')).toEqual([{ answer: 42 }]);
  });

  it('stops a server of the same data that nobody wrote down', async () => {
    const unknown = server;
    server = await another();
    await server.child.start();
    expect(unknown.child.isRunning).toBe(false);
    expect(await query(server.url, 'select answer from survives')).toEqual([{ answer: 42 }]);
  });
});

/** Beside the state, or where the database's user can reach it. */
function dataDirectory(): string {
  const args = server.child.program.args;
  return args[args.indexOf('-D') + 1]!;
}

/** A second server that follows the first, from a copy of its data. */
async function standbyOf({ url, child }: Postgres): Promise<{ readonly url: string; readonly standby: Child }> {
  const data = dataDirectory();
  const copy = `${data}.standby`;
  const label = await copied(url, data, copy);
  const { uid, gid } = statSync(data);
  for (const [name, content] of [
    ['backup_label', label],
    ['standby.signal', ''],
  ] as const) {
    writeFileSync(join(copy, name), content);
    chownSync(join(copy, name), uid, gid);
  }
  const port = await new Ports(join(folder.dir, 'ports.json')).take('standby');
  const { hostname: host, port: from, username: user, password } = new URL(url);
  const settings = [`port=${port}`, `primary_conninfo=host=${host} port=${from} user=${user} password=${password}`];
  const args = child.program.args.map((each) => (each === data ? copy : each));
  const there = Object.assign(new URL(url), { port: String(port) }).href;
  const program = {
    ...child.program,
    name: 'standby',
    args: [...args, ...settings.flatMap((each) => ['-c', each])],
    isReady: () => query(there, 'select 1').then(() => true),
  };
  return { url: there, standby: new Child(program, register) };
}

/** Copies the data while the server runs, and answers the label that makes the copy whole. */
async function copied(url: string, data: string, copy: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('standby', true)`);
    spawnSync('cp', ['-a', data, copy]);
    for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(copy, name), { force: true });
    const stopped = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    return stopped.rows[0]!.labelfile;
  } finally {
    await client.end();
  }
}
