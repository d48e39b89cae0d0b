import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { Database, type DatabaseOptions } from '../database/database.js';

// Making and dropping databases waits for the disk, which on a busy machine takes longer than Jest's five seconds.
jest.setTimeout(60_000);

/** A database of its own for one spec file, on a real PostgreSQL. */
export interface FreshDatabase {
  readonly url: string;
  readonly database: Database;
  /** Closes the connections and removes the database. Call it in `afterAll`. */
  drop(): Promise<void>;
}

/**
 * Creates a database nobody else uses on the server of `PASSERELLE_TEST_DATABASE_URL`, brings it up to date with the
 * given migrations and opens it. Throws when the variable is not set: a database spec never passes without a database.
 */
export async function freshDatabase(options: Omit<DatabaseOptions, 'url'>): Promise<FreshDatabase> {
  const empty = await emptyDatabase();
  try {
    const database = await Database.open({ poolSize: 5, ...options, url: empty.url });
    return {
      url: empty.url,
      database,
      drop: async () => {
        await database.close();
        await empty.drop();
      },
    };
  } catch (error) {
    await empty.drop();
    throw error;
  }
}

export interface EmptyDatabase {
  readonly url: string;
  /** Ends every connection and lets nobody in, as when the server is away. */
  shut(): Promise<void>;
  /** Lets programs in again. */
  open(): Promise<void>;
  drop(): Promise<void>;
}

/** A new database without any table, for specs that start a whole program or look at migrations themselves. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const server = serverUrl();
  const name = `passerelle_spec_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const letIn = (isOpen: boolean) => administer(server, `alter database "${name}" allow_connections ${String(isOpen)}`);
  return {
    url: url.href,
    shut: async () => {
      await letIn(false);
      await administer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    open: () => letIn(true),
    drop: () => administer(server, `drop database if exists "${name}" with (force)`),
  };
}

function serverUrl(): string {
  const url = process.env['PASSERELLE_TEST_DATABASE_URL'];
  if (!url)
    throw new Error(
      'PASSERELLE_TEST_DATABASE_URL is not set: point it to a PostgreSQL whose user may create databases, such as postgres://postgres:secret@127.0.0.1:5432/postgres',
    );
  return url;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
