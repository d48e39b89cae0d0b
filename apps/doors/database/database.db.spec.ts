import { emptyDatabase } from '../testing/database.js';
import { Database, managerOf } from './database.js';
import { SchemaIsNewer } from './schema-is-newer.js';

interface Runner {
  query(sql: string): Promise<unknown>;
}

class Trees1767225600000 {
  async up(runner: Runner): Promise<void> {
    await runner.query('create table tree (name text primary key)');
  }
  async down(): Promise<void> {}
}

class Leaves1767225700000 {
  async up(runner: Runner): Promise<void> {
    await runner.query('create table leaf (name text primary key)');
  }
  async down(): Promise<void> {}
}

const older = [Trees1767225600000];
const newer = [Trees1767225600000, Leaves1767225700000];

describe('the database', () => {
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeEach(async () => {
    empty = await emptyDatabase();
  });
  afterEach(() => empty.drop());

  const open = (migrations: typeof newer, poolSize = 2): Promise<Database> =>
    Database.open({ url: empty.url, entities: [], migrations, poolSize });

  it('is brought up to date once when two programs start together', async () => {
    const both = await Promise.all([open(newer, 1), open(newer, 1)]);
    expect(await both[0].schemaState()).toEqual({ pending: [], unknown: [] });
    await Promise.all(both.map((database) => database.close()));
  });

  it('goes on from where an older program left it', async () => {
    await (await open(older)).close();
    const database = await open(newer);
    expect(await managerOf(database.reading).query('select * from leaf')).toEqual([]);
    await database.close();
  });

  it('is refused by an older program in clear words, and left as it was', async () => {
    await (await open(newer)).close();
    await expect(open(older)).rejects.toThrow(SchemaIsNewer);
    await expect(open(older)).rejects.toThrow(
      /older than its database, which already has the changes Leaves1767225700000.*Start the newer program/,
    );
    const database = await open(newer);
    expect(await database.schemaState()).toEqual({ pending: [], unknown: [] });
    await database.close();
  });

  it('keeps nothing of a use case that fails', async () => {
    const database = await open(older);
    const failing = database.transact(async (work) => {
      await managerOf(work).query(`insert into tree values ('oak')`);
      throw new Error('storm');
    });
    await expect(failing).rejects.toThrow('storm');
    expect(await managerOf(database.reading).query('select * from tree')).toEqual([]);
    await database.close();
  });

  it('tells of a migration that was undone behind the program’s back', async () => {
    const database = await open(newer);
    await managerOf(database.reading).query(`delete from migrations where name = 'Leaves1767225700000'`);
    expect(await database.schemaState()).toEqual({ pending: ['Leaves1767225700000'], unknown: [] });
    await database.close();
  });
});
