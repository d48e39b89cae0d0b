import { DataSource, type EntityManager } from 'typeorm';

declare const brand: unique symbol;

/**
 * One transaction in progress. Use cases pass it on so that all that must become true together is committed together;
 * only stores look inside.
 */
export interface Work {
  readonly [brand]: 'Work';
}

/** What a store sees of a transaction: TypeORM's entity manager. */
export const managerOf = (work: Work): EntityManager => work as unknown as EntityManager;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => object)[];
  readonly poolSize?: number;
}

/** The program's own PostgreSQL database. */
export class Database {
  private constructor(readonly source: DataSource) {}

  /** Connects and brings the schema up to date; an older program refuses a newer schema. */
  static async open({ url, entities, migrations, poolSize = 10 }: DatabaseOptions): Promise<Database> {
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
    });
    await source.initialize();
    await source.runMigrations();
    return new Database(source);
  }

  /** Runs a use case in one transaction: all of it is committed when the promise resolves, nothing when it rejects. */
  transact<T>(use: (work: Work) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => use(manager as unknown as Work));
  }

  /** Reads outside a transaction, for answers that need no consistency between queries. */
  get reading(): Work {
    return this.source.manager as unknown as Work;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
