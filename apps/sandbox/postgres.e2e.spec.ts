import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
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
