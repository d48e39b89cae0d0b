import { emptyDatabase } from '../testing/database.js';
import { Database, type Work, managerOf } from './database.js';
import { Held, forgetHeld, writeHeld } from './held.js';

const leaves = new Held<string[]>(
  () => [],
  async (work, names) => {
    const fallen = names.splice(0);
    if (fallen.length > 0) await managerOf(work).query('insert into leaf select unnest($1::text[])', [fallen]);
  },
);

const falls = (work: Work, name: string): void => void leaves.of(work)!.push(name);

describe('what a store holds back in a transaction', () => {
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  let database: Database;
  beforeAll(async () => {
    empty = await emptyDatabase();
    database = await Database.open({ url: empty.url, entities: [], migrations: [] });
    await managerOf(database.reading).query('create table leaf (name text primary key)');
  });
  afterAll(async () => {
    await database.close();
    await empty.drop();
  });
  beforeEach(() => managerOf(database.reading).query('truncate leaf'));

  const seen = async (work: Work = database.reading): Promise<readonly string[]> =>
    (await managerOf(work).query<{ name: string }[]>('select name from leaf order by name')).map(({ name }) => name);

  it('is written before the commit', async () => {
    const before = await database.transact(async (work) => {
      falls(work, 'birch');
      falls(work, 'oak');
      return seen(work);
    });
    expect([before, await seen()]).toEqual([[], ['birch', 'oak']]);
  });

  it('is written when somebody is about to read it', async () => {
    const meanwhile = await database.transact(async (work) => {
      falls(work, 'birch');
      await leaves.written(work);
      return seen(work);
    });
    expect(meanwhile).toEqual(['birch']);
  });

  it('is gone with a transaction that fails, and fails it when it cannot be written', async () => {
    const failing = database.transact(async (work) => {
      falls(work, 'birch');
      throw new Error('hail');
    });
    await expect(failing).rejects.toThrow('hail');
    const twice = database.transact(async (work) => ['oak', 'oak'].forEach((name) => falls(work, name)));
    await expect(twice).rejects.toThrow('leaf_pkey');
    expect(await seen()).toEqual([]);
  });

  it('is written after everything else where its store asks for that', async () => {
    const wind = new Held<string[]>(
      () => [],
      () => Promise.reject(new Error('only the commit comes after')),
      async (work, said) => void said.push(...(await seen(work))),
    );
    const said: string[] = await database.transact(async (work) => {
      const heard = wind.of(work)!;
      falls(work, 'birch');
      return heard;
    });
    expect(said).toEqual(['birch']);
  });

  it('is forgotten with a part that is undone, and kept with the part before', async () => {
    await database.transact(async (work) => {
      falls(work, 'birch');
      await writeHeld(work);
      await managerOf(work).query('savepoint part');
      falls(work, 'oak');
      forgetHeld(work);
      await managerOf(work).query('rollback to savepoint part');
      falls(work, 'pine');
    });
    expect(await seen()).toEqual(['birch', 'pine']);
  });

  it('is nothing outside of a transaction', () => {
    expect(leaves.of(database.reading)).toBeNull();
  });
});
