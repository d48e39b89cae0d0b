import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { beginHolding, writeHeldLast } from './held.js';
import { Replica, type ReplicaOptions } from './replica.js';
import { SchemaIsNewer } from './schema-is-newer.js';
import { managerOf, type Work } from './work.js';

export { managerOf, type Work };

export interface DatabaseOptions {
  readonly url: string;
  /** What is read and written as objects; without it every statement is SQL. */
  readonly entities?: readonly (new () => object)[] | undefined;
  readonly migrations: readonly (new () => object)[];
  readonly poolSize?: number;
  /** Where the list of done migrations stands; without it where the user's tables do. */
  readonly schema?: string | undefined;
  /** A standby that answers reports, where there is one. */
  readonly replica?: Pick<ReplicaOptions, 'url' | 'maxLagSeconds'> | undefined;
}

/** How far the schema is from what this program knows, by names of migrations. */
export interface SchemaState {
  /** Known here but not done in the database. */
  readonly pending: readonly string[];
  /** Done in the database but not known here: a newer program has been at work. */
  readonly unknown: readonly string[];
}

/** The program's own PostgreSQL database. */
export class Database {
  private readonly lastActs: (() => Promise<void>)[] = [];

  private constructor(
    readonly source: DataSource,
    /** Answers reports; null where there is none. */
    readonly replica: Replica | null,
  ) {}

  /**
   * Connects and brings the schema up to date. Throws `SchemaIsNewer` when the database has been brought further than
   * this program knows. Programs that start together take turns.
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const database = await Database.attach(options);
    try {
      await oneAtATime(options.url, () => database.bringUpToDate());
      await database.replica?.start();
    } catch (error) {
      await database.close();
      throw error;
    }
    return database;
  }

  /** Connects and leaves the schema as it is, for whoever looks before anything is changed. */
  static async attach(options: DatabaseOptions): Promise<Database> {
    const { url, entities = [], migrations, poolSize = 10, schema, replica } = options;
    const source = new DataSource({
      type: 'postgres',
      url,
      uuidExtension: 'pgcrypto',
      installExtensions: false,
      entities: [...entities],
      migrations: [...migrations],
      migrationsTransactionMode: 'each',
      poolSize,
      applicationName: 'passerelle',
      ...(schema === undefined ? {} : { schema }),
    });
    await source.initialize();
    return new Database(source, replica ? new Replica(source, { ...replica, entities, poolSize }) : null);
  }

  /** Runs a use case in one transaction: all of it is committed when the promise resolves, nothing when it rejects. */
  transact<T>(use: (work: Work) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const work = manager as unknown as Work;
      beginHolding(work);
      const answer = await use(work);
      await writeHeldLast(work);
      return answer;
    });
  }

  /** Reads outside a transaction, for answers that need no consistency between queries. */
  get reading(): Work {
    return this.source.manager as unknown as Work;
  }

  /**
   * Reads what decides nothing and may be some seconds old, all of one moment: lists, exports and numbers. The replica
   * answers where there is one and it is near enough. When it is lost meanwhile, `use` runs again.
   */
  async report<T>(use: (work: Work) => Promise<T>): Promise<T> {
    const near = this.replica?.usable;
    if (!near) return atOneMoment(this.source, use);
    try {
      return await atOneMoment(near, use);
    } catch (error) {
      await this.replica?.lookAgain();
      if (this.replica?.usable) throw error;
      return atOneMoment(this.source, use);
    }
  }

  /** Compares the migrations done in the database with those this program knows. */
  async schemaState(): Promise<SchemaState> {
    const known = this.source.migrations.map((migration) => migration.name ?? migration.constructor.name);
    const done = await this.migrationsDone();
    return {
      pending: known.filter((name) => !done.includes(name)),
      unknown: done.filter((name) => !known.includes(name)),
    };
  }

  /** What is still to be written when the program stops. */
  beforeClosing(act: () => Promise<void>): void {
    this.lastActs.push(act);
  }

  async close(): Promise<void> {
    for (const act of this.lastActs.splice(0)) await act();
    await this.replica?.stop();
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async bringUpToDate(): Promise<void> {
    const { unknown } = await this.schemaState();
    if (unknown.length > 0) throw new SchemaIsNewer(unknown);
    await this.source.runMigrations();
  }

  private async migrationsDone(): Promise<readonly string[]> {
    const [{ exists }] = await this.source.query<[{ exists: boolean }]>(
      `select to_regclass('migrations') is not null as exists`,
    );
    if (!exists) return [];
    const rows = await this.source.query<{ name: string }[]>('select name from migrations order by id');
    return rows.map(({ name }) => name);
  }
}

/** The database refuses every change in it, whichever of the two answers. */
const atOneMoment = <T>(source: DataSource, use: (work: Work) => Promise<T>): Promise<T> =>
  source.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('set transaction read only');
    return use(manager as unknown as Work);
  });

/** Any fixed number: programs of this product that would change the schema wait for each other on it. */
const schemaLock = 7_277_385_773;

/** Holds the lock on a connection of its own, so that a pool of one connection does not wait for itself. */
async function oneAtATime(url: string, act: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [schemaLock]);
    await act();
  } finally {
    await client.end();
  }
}
