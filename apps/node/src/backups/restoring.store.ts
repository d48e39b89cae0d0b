import type { Database } from '@passerelle/doors';
import { type Client, escapeIdentifier } from 'pg';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Manifest } from './archive.js';
import { copyIn } from './copy.js';
import { BackupFault } from './fault.js';
import { plainForms, rowsOf, sequencesIn, standingIn } from './snapshot.store.js';
import type { Table } from './tables.js';
import { type Count, tallied } from './tally.js';

/** Where the copy of a drill stands until it is taken back. */
export const drillSchema = 'passerelle_drill';

/**
 * Fills a database from an archive in one transaction: all of it is there at the end, or nothing is. The guards of the
 * tables refuse what is restored as they refuse any other change of the past, so they are set aside meanwhile; what
 * references each other is checked all the same.
 */
export class Restoring {
  private constructor(
    private readonly database: Database,
    private readonly runner: QueryRunner,
    private readonly client: Client,
  ) {}

  /** `database` must know exactly the changes of the schema that the archive has. */
  static async begin(database: Database, where: 'here' | 'beside'): Promise<Restoring> {
    const runner = database.source.createQueryRunner();
    const client = (await runner.connect()) as Client;
    await runner.startTransaction();
    const restoring = new Restoring(database, runner, client);
    try {
      await client.query(plainForms);
      if (where === 'here') await restoring.refuseFull();
      else await client.query(`create schema ${drillSchema}; set local search_path to ${drillSchema}`);
      return restoring;
    } catch (error) {
      await restoring.takeBack();
      throw error;
    }
  }

  /** Makes the tables as they were, without the rows that changes of the schema begin them with: the archive has its own. */
  async tables(manifest: Manifest): Promise<void> {
    const executor = new MigrationExecutor(this.database.source, this.runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    for (const { name } of manifest.tables) await this.guard(name, 'disable');
    await this.client.query(`truncate ${manifest.tables.map(({ name }) => escapeIdentifier(name)).join(', ')}`);
  }

  async fill({ name, columns }: Table, rows: AsyncIterable<Buffer>): Promise<void> {
    const list = columns.map(escapeIdentifier).join(', ');
    await copyIn(this.client, `copy ${escapeIdentifier(name)} (${list}) from stdin`, rows);
  }

  /** Reads everything again and compares it with what the archive says. @throws BackupFault */
  async prove(manifest: Manifest, counts: ReadonlyMap<string, Count>): Promise<void> {
    const { client } = this;
    for (const { name, last } of manifest.sequences)
      await client.query('select setval($1::regclass, $2)', [escapeIdentifier(name), last]);
    await client.query('set constraints all immediate');
    for (const { name } of manifest.tables) await this.guard(name, 'enable');
    for (const table of manifest.tables) {
      const found = await tallied(rowsOf(client, table));
      if (found.rows !== counts.get(table.name)?.rows || found.sum !== counts.get(table.name)?.sum)
        throw differs(`the table ${table.name}`);
    }
    if (!isSame(await sequencesIn(client), manifest.sequences)) throw differs('a sequence');
    if (!isSame(await standingIn(client), manifest.standing)) throw differs('the books or the channels');
  }

  async keep(): Promise<void> {
    await this.runner.commitTransaction();
    await this.runner.release();
  }

  /** Where the connection is gone, PostgreSQL takes everything back itself. */
  async takeBack(): Promise<void> {
    await this.runner.rollbackTransaction().catch(() => undefined);
    await this.runner.release();
  }

  private async refuseFull(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'S') limit 1`,
    );
    if (rows[0])
      throw new BackupFault(
        'not-empty',
        `the database is not empty, it has ${rows[0].name}: make a new one and set PASSERELLE_DATABASE_URL to it`,
      );
  }

  private guard(table: string, act: 'enable' | 'disable'): Promise<unknown> {
    return this.client.query(`alter table ${escapeIdentifier(table)} ${act} trigger user`);
  }
}

const differs = (what: string): BackupFault =>
  new BackupFault('differs', `${what} is not as the backup says after restoring it; nothing was kept`);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
