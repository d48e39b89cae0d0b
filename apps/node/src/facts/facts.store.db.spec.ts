import { type Work, managerOf, writeHeld } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Facts1767225600100 } from './facts.migration.js';
import { FactTraces1767225604020 } from './fact-traces.migration.js';
import { FactsPlacing1767225600110 } from './placing.migration.js';
import { FactsRecording1767225604030 } from './recording.migration.js';
import { PostgresFactsStore } from './facts.store.js';
import { describeFactsStore, happened, kinds } from './testing/facts-store.js';

const store = new PostgresFactsStore();
const open = () =>
  freshDatabase({
    entities: [],
    migrations: [Facts1767225600100, FactsPlacing1767225600110, FactsRecording1767225604030, FactTraces1767225604020],
    poolSize: 10,
  });

describeFactsStore(async () => {
  const { database, drop } = await open();
  return { database, store, close: drop };
});

describe('facts in PostgreSQL', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => (fresh = await open()));
  afterAll(() => fresh.drop());

  const run = (sql: string) => fresh.database.transact((work) => managerOf(work).query(sql));
  const subjectsAfter = async (after: bigint) =>
    (await store.after(fresh.database.reading, { kinds: kinds('Sown'), after, limit: 1000 })).map(
      ({ subject }) => subject,
    );

  it('are placed in the order of commits, so that a late commit is not overlooked', async () => {
    const begun = signal();
    const mayEnd = signal();
    const late = fresh.database.transact(async (work) => {
      await store.append(work, [happened('Sown', 'late')]);
      begun.give();
      await mayEnd.given;
    });
    await begun.given;
    await fresh.database.transact((work) => store.append(work, [happened('Sown', 'early')]));
    const [early] = await store.after(fresh.database.reading, { kinds: kinds('Sown'), after: 0n, limit: 1000 });
    expect(early!.subject).toBe('early');
    mayEnd.give();
    await late;
    expect(await subjectsAfter(early!.position)).toEqual(['late']);
  });

  it('are recorded early in one transaction and late in another without the two waiting for each other', async () => {
    await run('create table field (name text primary key, used int not null)');
    await run(`insert into field values ('north', 0)`);
    const plough = (work: Work) => managerOf(work).query('update field set used = used + 1');
    const meet = barrier(2);
    await Promise.all([
      fresh.database.transact(async (work) => {
        await store.append(work, [happened('Sown', 'first')]);
        await meet();
        await plough(work);
      }),
      fresh.database.transact(async (work) => {
        await plough(work);
        await meet();
        await store.append(work, [happened('Sown', 'second')]);
      }),
    ]);
    expect(await run('select used from field')).toEqual([{ used: 2 }]);
  });

  it('keep their order where some of them were written before the end of their transaction', async () => {
    const [before] = await fresh.database.transact(async (work) => {
      await store.append(work, [happened('Sown', 'beet')]);
      await writeHeld(work);
      await store.append(work, [happened('Sown', 'corn'), happened('Sown', 'dill')]);
      return managerOf(work).query<{ upto: string }[]>('select coalesce(max(position), 0) as upto from fact');
    });
    expect(await subjectsAfter(BigInt(before!.upto))).toEqual(['beet', 'corn', 'dill']);
  });

  it('cannot be changed, placed by hand, removed or emptied', async () => {
    await fresh.database.transact((work) => store.append(work, [happened('Sown', 'rye')]));
    for (const sql of [
      `update fact set subject = 'oats'`,
      `update fact set position = position + 1`,
      `insert into fact (position, kind, subject, body) values (1000, 'Sown', 'rye', '{}')`,
      'delete from fact',
      'truncate fact',
    ])
      await expect(run(sql)).rejects.toThrow('facts are only added');
  });

  it('give a cursor to one transaction at a time, and the other does not wait', async () => {
    await fresh.database.transact((work) => store.enrol(work, 'miller'));
    await fresh.database.transact(async (work) => {
      expect(await store.claim(work, 'miller')).toBe(0n);
      expect(await fresh.database.transact((other) => store.claim(other, 'miller'))).toBeNull();
    });
    expect(await fresh.database.transact((work) => store.claim(work, 'miller'))).toBe(0n);
  });
});

function signal(): { given: Promise<void>; give: () => void } {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** A point that nobody passes before so many have come. */
function barrier(count: number): () => Promise<void> {
  const all = signal();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) all.give();
    return all.given;
  };
}
