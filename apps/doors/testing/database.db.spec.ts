import { managerOf } from '../database/database.js';
import { emptyDatabase, freshDatabase } from './database.js';

class Trees1767225600000 {
  readonly name = 'Trees1767225600000';
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('create table tree (name text primary key)');
  }
  async down(): Promise<void> {}
}

const countTrees = 'select count(*)::int as trees from tree';

describe('a fresh database', () => {
  it('is up to date, belongs to one spec only and is gone afterwards', async () => {
    const [one, other] = await Promise.all([
      freshDatabase({ entities: [], migrations: [Trees1767225600000] }),
      freshDatabase({ entities: [], migrations: [Trees1767225600000] }),
    ]);
    try {
      await one.database.transact((work) => managerOf(work).query("insert into tree values ('oak')"));
      expect(await managerOf(one.database.reading).query(countTrees)).toEqual([{ trees: 1 }]);
      expect(await managerOf(other.database.reading).query(countTrees)).toEqual([{ trees: 0 }]);
    } finally {
      await one.drop();
      const left: unknown = await managerOf(other.database.reading).query(
        'select 1 from pg_database where datname = $1',
        [new URL(one.url).pathname.slice(1)],
      );
      await other.drop();
      expect(left).toEqual([]);
    }
  });

  it('is refused without a server to make it on', async () => {
    const server = process.env['PASSERELLE_TEST_DATABASE_URL'];
    delete process.env['PASSERELLE_TEST_DATABASE_URL'];
    try {
      await expect(emptyDatabase()).rejects.toThrow(/PASSERELLE_TEST_DATABASE_URL is not set/);
    } finally {
      process.env['PASSERELLE_TEST_DATABASE_URL'] = server;
    }
  });
});
