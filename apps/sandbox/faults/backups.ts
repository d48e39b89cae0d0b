import { Client, escapeIdentifier } from 'pg';
import type { Running } from '../federation.js';

/** Copies of nodes' databases on the same server, made and put back by its administrator while the node is down. */
export class Backups {
  constructor(private readonly administrator: string) {}

  /** The node must not be running. An earlier backup of it is replaced. */
  async take({ databaseUrl }: Running): Promise<void> {
    const name = nameIn(databaseUrl);
    await this.copy(name, `${name}_backup`, name);
  }

  /** The node must not be running. Everything since the backup is lost, as with a broken disk. */
  async restore({ databaseUrl }: Running): Promise<void> {
    const name = nameIn(databaseUrl);
    await this.copy(`${name}_backup`, name, name);
  }

  async clear(nodes: readonly Running[]): Promise<void> {
    await this.ask(async (admin) => {
      for (const { databaseUrl } of nodes)
        await admin.query(`drop database if exists ${escapeIdentifier(`${nameIn(databaseUrl)}_backup`)} with (force)`);
    });
  }

  private async copy(from: string, to: string, owner: string): Promise<void> {
    await this.ask(async (admin) => {
      // A killed program's sessions end only when the server notices, and a database in use is not copied.
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
      await admin.query(`drop database if exists ${escapeIdentifier(to)} with (force)`);
      await admin.query(
        `create database ${escapeIdentifier(to)} template ${escapeIdentifier(from)} owner ${escapeIdentifier(owner)}`,
      );
    });
  }

  private async ask(use: (admin: Client) => Promise<void>): Promise<void> {
    const admin = new Client({ connectionString: this.administrator });
    await admin.connect();
    try {
      await use(admin);
    } finally {
      await admin.end();
    }
  }
}

const nameIn = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1);
