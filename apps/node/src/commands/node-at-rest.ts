import { Database, type DatabaseOptions } from '@passerelle/doors/at-rest';
import type { NodeConfig } from '../config/node-settings.js';
import { migrations } from '../database/migrations.js';
import { Refused, exit } from './command.js';

type Entities = NonNullable<DatabaseOptions['entities']>;

/** The node's database as it is: its schema is not changed, whatever this program knows of it. */
export const openDatabase = ({ databaseUrl: url }: NodeConfig, entities: Entities = []): Promise<Database> =>
  Database.attach({ url, entities, migrations, poolSize: 2 });

/** Uses that database, and leaves it. */
export async function withDatabase<T>(
  config: NodeConfig,
  use: (database: Database) => Promise<T>,
  entities?: Entities,
): Promise<T> {
  const database = await openDatabase(config, entities);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** The same, for commands that need every table as this program knows it. @throws Refused when it is not so */
export const withCurrentSchema = <T>(
  config: NodeConfig,
  use: (database: Database) => Promise<T>,
  entities?: Entities,
): Promise<T> => {
  const checked = async (database: Database): Promise<T> => {
    const { pending, unknown } = await database.schemaState();
    if (unknown.length > 0)
      throw new Refused(exit.failed, `the database is of a newer program (${unknown.join(', ')}): install that one`);
    if (pending.length > 0)
      throw new Refused(exit.failed, `${pending.length} changes of the schema are pending: passerelle migrate up`);
    return use(database);
  };
  return withDatabase(config, checked, entities);
};
