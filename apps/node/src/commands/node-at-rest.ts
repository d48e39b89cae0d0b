import { readFileSync } from 'node:fs';
import { Database, type Environment, printProblems, readConfig } from '@passerelle/doors';
import { type NodeConfig, nodeSettings } from '../config/node-settings.js';
import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { Refused, exit } from './command.js';

/** The node's configuration. @throws Refused with all its problems */
export function configIn(env: Environment): NodeConfig {
  const read = readConfig(env, nodeSettings, fileText);
  if (!read.ok) throw new Refused(exit.configuration, printProblems(read.refusal));
  return read.value.config;
}

/** The text of a file, or undefined when it cannot be read. */
export function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The node's database as it is: its schema is not changed, whatever this program knows of it. */
export const openDatabase = ({ databaseUrl }: NodeConfig): Promise<Database> =>
  Database.attach({ url: databaseUrl, entities, migrations, poolSize: 2 });

/** Uses that database, and leaves it. */
export async function withDatabase<T>(config: NodeConfig, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** The same, for commands that need every table as this program knows it. @throws Refused when it is not so */
export const withCurrentSchema = <T>(config: NodeConfig, use: (database: Database) => Promise<T>): Promise<T> =>
  withDatabase(config, async (database) => {
    const { pending, unknown } = await database.schemaState();
    if (unknown.length > 0)
      throw new Refused(exit.failed, `the database is of a newer program (${unknown.join(', ')}): install that one`);
    if (pending.length > 0)
      throw new Refused(exit.failed, `${pending.length} changes of the schema are pending: passerelle migrate up`);
    return use(database);
  });
