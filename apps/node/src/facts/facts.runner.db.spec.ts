import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type Work, managerOf } from '@passerelle/doors';
import { day } from '@passerelle/values';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Calendar } from './calendar.service.js';
import type { Fact } from './fact.js';
import { FactsListener } from './facts.listener.js';
import { Facts1767225600100 } from './facts.migration.js';
import { FactTraces1767225604020 } from './fact-traces.migration.js';
import { FactsPlacing1767225600110 } from './placing.migration.js';
import { FactsRecording1767225604030 } from './recording.migration.js';
import { FactsRunner, type FactsRunnerOptions } from './facts.runner.js';
import { Facts } from './facts.service.js';
import { PostgresFactsStore } from './facts.store.js';
import { happened, kinds } from './testing/facts-store.js';
import { Follower } from './follower.js';

const store = new PostgresFactsStore();
const facts = new Facts(store);
const neverMs = 600_000;

jest.setTimeout(60_000);

/** Each spec has a kind of fact of its own. */
let season = 0;
const sown = () => kinds(`Sown${season}`)[0]!;

/** Writes each fact it follows as a row of the table `seen`, where `n` tells the order. */
class Witness extends Follower {
  readonly name: string;
  readonly kinds = [sown()];

  constructor(
    called: string,
    private readonly afterwards: (fact: Fact) => Promise<void> = async () => undefined,
  ) {
    super();
    this.name = `${called} of ${season}`;
  }

  async follow(work: Work, fact: Fact): Promise<void> {
    await managerOf(work).query('insert into seen (follower, position, subject) values ($1, $2, $3)', [
      this.name,
      fact.position,
      fact.subject,
    ]);
    await this.afterwards(fact);
  }
}

/** Makes the way from a fact's place to its commit long, so that whoever is overtaken there is really overtaken. */
const lingering = `
  create function linger() returns trigger language plpgsql as $$
  begin
    perform pg_sleep((new.id % 4) / 1000.0);
    return null;
  end $$;
  create constraint trigger linger after insert on fact
    deferrable initially deferred for each row execute function linger()`;

describe('following facts in PostgreSQL', () => {
  let fresh: FreshDatabase;
  const toStop: { stop(): Promise<void> }[] = [];
  const run = (sql: string) => managerOf(fresh.database.reading).query(sql);
  beforeAll(async () => {
    fresh = await freshDatabase({
      entities: [],
      migrations: [Facts1767225600100, FactsPlacing1767225600110, FactsRecording1767225604030, FactTraces1767225604020],
      poolSize: 20,
    });
    await run(
      'create table seen (n bigserial, follower text not null, position bigint not null, subject text not null)',
    );
    await run(lingering);
  });
  afterAll(() => fresh.drop());
  beforeEach(() => {
    season += 1;
  });
  afterEach(() => Promise.all(toStop.splice(0).map((running) => running.stop())));

  const runner = (follower: Follower, options: Partial<FactsRunnerOptions> = {}) => {
    const made = new FactsRunner({ database: fresh.database, store, pollMs: 20, ...options });
    made.add(follower);
    toStop.push(made);
    return made;
  };
  const record = (subject: string) => fresh.database.transact((work) => facts.record(work, happened(sown(), subject)));
  const seen = async (follower: string): Promise<{ position: string; subject: string }[]> =>
    managerOf(fresh.database.reading).query('select position, subject from seen where follower = $1 order by n', [
      `${follower} of ${season}`,
    ]);
  const seenAll = async (follower: string, count: number) => {
    for (let tries = 0; tries < 1000; tries += 1) {
      const rows = await seen(follower);
      if (rows.length >= count) return rows;
      await pause(20);
    }
    throw new Error(`${follower} did not see ${count} facts, but ${(await seen(follower)).length}`);
  };

  /**
   * So many writers at the same time, whose transactions take differently long and partly fail. They write slowly enough
   * for a follower to keep up, because only at the head of the record can a fact be overtaken by a later one.
   */
  const recordAtOnce = async (writers: number, each: number): Promise<string[]> => {
    const kept: string[] = [];
    const write = async (writer: number, n: number) => {
      const subject = `${writer}-${n}`;
      const fails = (writer + n) % 7 === 0;
      await fresh.database
        .transact(async (work) => {
          await facts.record(work, happened(sown(), subject));
          await pause((writer * 37 + n * 23) % 41);
          if (fails) throw new Error('taken back');
        })
        .then(
          () => kept.push(subject),
          (error: unknown) => expect(error).toHaveProperty('message', 'taken back'),
        );
    };
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < each; n += 1) await write(writer, n);
      }),
    );
    return kept.sort();
  };

  const expectEachOnceInOrder = (rows: { position: string; subject: string }[], kept: string[]) => {
    expect(rows.map(({ subject }) => subject).sort()).toEqual(kept);
    const positions = rows.map(({ position }) => Number(position));
    expect([...positions].sort((a, b) => a - b)).toEqual(positions);
  };

  it('gives a follower every fact exactly once and in order while many write', async () => {
    const running = runner(new Witness('one'), { pollMs: 1 });
    await running.start();
    const kept = await recordAtOnce(6, 40);
    const rows = await seenAll('one', kept.length);
    await running.stop();
    expect(kept.length).toBeGreaterThan(200);
    expectEachOnceInOrder(rows, kept);
    expect(await seen('one')).toHaveLength(kept.length);
  });

  it('lets two replicas share a follower without doubling anything', async () => {
    const worked = { left: 0, right: 0 };
    const replica = (name: 'left' | 'right') =>
      runner(
        new Witness('one', async () => {
          worked[name] += 1;
          await pause(1);
        }),
        { batch: 3, pollMs: 1 },
      );
    const replicas = [replica('left'), replica('right')];
    await Promise.all(replicas.map((each) => each.start()));
    const kept = await recordAtOnce(8, 25);
    const rows = await seenAll('one', kept.length);
    expectEachOnceInOrder(rows, kept);
    expect(await seen('one')).toHaveLength(kept.length);
    expect(worked.left + worked.right).toBe(kept.length);
    expect(Math.min(worked.left, worked.right)).toBeGreaterThan(0);
  });

  it('takes the effects back when a follower breaks down in the middle of a batch, and follows again', async () => {
    for (const subject of ['rye', 'oats', 'hops', 'flax']) await record(subject);
    let breakdowns = 1;
    const running = runner(
      new Witness('one', async ({ subject }) => {
        if (subject === 'hops' && breakdowns-- > 0) throw new Error('lightning');
      }),
    );
    await expect(running.drain()).rejects.toThrow('lightning');
    expect(await seen('one')).toEqual([]);
    await running.drain();
    expect((await seen('one')).map(({ subject }) => subject)).toEqual(['rye', 'oats', 'hops', 'flax']);
  });

  it('rests after a failure, tries again by itself and skips nothing, while other followers go on', async () => {
    let breakdowns = 1;
    const failures: string[] = [];
    const breaksOnce = new Witness('broken', async ({ subject }) => {
      if (subject === 'rye' && breakdowns-- > 0) throw new Error('lightning');
    });
    const running = runner(breaksOnce, {
      onFailure: (follower, error) => failures.push(`${follower}: ${(error as Error).message}`),
    });
    running.add(new Witness('sound'));
    await running.start();
    await record('rye');
    await record('oats');
    expect(await seenAll('sound', 2)).toHaveLength(2);
    expect(await running.state()).toMatchObject([
      { name: `broken of ${season}`, upto: 0n, behind: 2, failures: 1, lastError: 'lightning' },
      { name: `sound of ${season}`, behind: 0, failures: 0, lastError: null },
    ]);
    expect((await seenAll('broken', 2)).map(({ subject }) => subject)).toEqual(['rye', 'oats']);
    expect(failures).toEqual([`broken of ${season}: lightning`]);
  });

  it('also goes on after PostgreSQL refused what a follower did', async () => {
    await run(`alter table seen add constraint no_locusts check (subject <> 'locust')`);
    await record('locust');
    const running = runner(new Witness('one'));
    await expect(running.drain()).rejects.toThrow('no_locusts');
    await run('alter table seen drop constraint no_locusts');
    await running.drain();
    expect(await seen('one')).toHaveLength(1);
  });

  it('finishes the transaction in progress when it is stopped, and begins no other', async () => {
    for (const subject of ['rye', 'oats', 'hops', 'flax']) await record(subject);
    let begun: () => void = () => undefined;
    const firstFollowed = new Promise<void>((resolve) => (begun = resolve));
    const running = runner(
      new Witness('one', async () => {
        begun();
        await pause(50);
      }),
      { batch: 2 },
    );
    await running.start();
    await firstFollowed;
    await running.stop();
    expect((await seen('one')).map(({ subject }) => subject)).toEqual(['rye', 'oats']);
  });

  describe('woken by the database', () => {
    const connected = async (listener: FactsListener) => {
      for (let tries = 0; tries < 250 && !listener.isConnected; tries += 1) await pause(20);
      expect(listener.isConnected).toBe(true);
    };

    it('hears of a fact without looking for it, and again after the connection was lost', async () => {
      const running = runner(new Witness('one'), { pollMs: neverMs });
      const listener = new FactsListener(fresh.url);
      toStop.push(listener);
      await running.start();
      listener.start(() => running.wake());
      await connected(listener);
      await record('rye');
      await seenAll('one', 1);

      await run(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'passerelle facts'`);
      while (listener.isConnected) await pause(5);
      await record('oats');
      await connected(listener);
      await seenAll('one', 2);
      await record('hops');
      await seenAll('one', 3);

      await listener.stop();
      expect(listener.isConnected).toBe(false);
    });

    it('goes on trying while there is no database, and can be stopped meanwhile', async () => {
      const listener = new FactsListener('postgres://nobody@127.0.0.1:1/nothing');
      let rings = 0;
      listener.start(() => (rings += 1));
      await pause(50);
      await listener.stop();
      expect([rings, listener.isConnected]).toEqual([0, false]);
    });
  });

  it('records a day once although two replicas look at the clock at the same moment', async () => {
    const clock = { today: () => day('2026-04-08'), onMoved: () => () => undefined };
    const calendar = () => new Calendar({ database: fresh.database, store, facts, clock, zone: 'Europe/Paris' });
    const told = await Promise.all(Array.from({ length: 8 }, () => calendar().tick()));
    expect(told.filter((date) => date !== null)).toEqual(['2026-04-08']);
    expect(await facts.since(fresh.database.reading, 0n, ['DayBegan'])).toMatchObject([
      { kind: 'DayBegan', subject: '2026-04-08', body: { date: '2026-04-08' } },
    ]);
  });
});
