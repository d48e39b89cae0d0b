import type { Work } from '@passerelle/doors';
import { MemoryDatabase, memoryOf } from '../database/memory.js';
import type { Fact } from './fact.js';
import { MemoryFactsStore } from './facts.memory.js';
import { FactsRunner } from './facts.runner.js';
import { Facts } from './facts.service.js';
import { happened, kinds as kindsOf } from './testing/facts-store.js';
import { Follower } from './follower.js';
import { Following, restMs } from './facts.following.js';

const node = (batch = 100) => {
  const database = new MemoryDatabase();
  const store = new MemoryFactsStore(() => new Date('2026-03-24T12:00:00Z'));
  const facts = new Facts(store);
  const runner = new FactsRunner({ database, store, batch });
  const record = (...subjects: string[]) =>
    database.transact((work) =>
      facts.recordAll(
        work,
        subjects.map((subject) => happened('Sown', subject)),
      ),
    );
  return { database, store, facts, runner, record };
};

class Follows extends Follower {
  constructor(
    readonly name: string,
    private readonly does: (work: Work, fact: Fact) => Promise<void>,
    readonly kinds = kindsOf('Sown'),
  ) {
    super();
  }

  follow(work: Work, fact: Fact): Promise<void> {
    return this.does(work, fact);
  }
}

/** Notes what it follows; a note is taken back with its transaction. Fails on a subject as often as it is told to. */
const farmer = (name: string, failsOn = '', times = Infinity) => {
  const seen: string[] = [];
  let left = times;
  const note = async (work: Work, { subject }: Fact): Promise<void> => {
    const before = seen.length;
    seen.push(subject);
    memoryOf(work).onRollback(() => (seen.length = before));
    if (subject === failsOn && left-- > 0) throw new Error(`no ${failsOn}`);
  };
  return { seen, note, follower: new Follows(name, note) };
};

describe('followers', () => {
  it('are each given every fact of their kinds in order', async () => {
    const { runner, record } = node(2);
    const one = farmer('one');
    const other = farmer('other');
    runner.add(one.follower);
    runner.add(other.follower);
    await record('rye', 'oats', 'hops', 'flax', 'peas');
    await runner.drain();
    expect(one.seen).toEqual(['rye', 'oats', 'hops', 'flax', 'peas']);
    expect(other.seen).toEqual(one.seen);
  });

  it('follow facts that another follower recorded', async () => {
    const { runner, record, facts } = node();
    const miller = farmer('miller');
    runner.add(new Follows('miller', miller.note, kindsOf('Reaped')));
    runner.add(new Follows('reaper', (work, { subject }) => facts.record(work, happened('Reaped', subject))));
    await record('rye');
    await runner.drain();
    expect(miller.seen).toEqual(['rye']);
  });

  it('start at the first fact when they are new', async () => {
    const { runner, record, database, store } = node();
    await record('rye');
    runner.add(farmer('one').follower);
    await runner.drain();
    const later = new FactsRunner({ database, store });
    const late = farmer('late');
    later.add(late.follower);
    await later.drain();
    expect(late.seen).toEqual(['rye']);
  });

  it('have names of their own', () => {
    const { runner } = node();
    runner.add(farmer('one').follower);
    expect(() => runner.add(farmer('one').follower)).toThrow('there is only one follower one');
  });
});

describe('a follower that fails', () => {
  it('leaves nothing of its batch behind and is given the same facts again', async () => {
    const { runner, record } = node();
    const { seen, follower } = farmer('one', 'oats', 1);
    runner.add(follower);
    await record('rye', 'oats', 'hops');
    await expect(runner.drain()).rejects.toThrow('no oats');
    expect(seen).toEqual([]);
    await runner.drain();
    expect(seen).toEqual(['rye', 'oats', 'hops']);
  });

  it('gets the facts before the bad one through, and never passes it', async () => {
    const { runner, record } = node();
    const { seen, follower } = farmer('one', 'hops');
    runner.add(follower);
    await record('rye', 'oats', 'hops', 'flax');
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(runner.drain()).rejects.toThrow('no hops');
    expect(seen).toEqual(['rye', 'oats']);
  });

  it('is shown with its failures, its last error and what lies ahead, until it recovers', async () => {
    const { runner, record } = node();
    runner.add(farmer('one', 'rye', 2).follower);
    await record('rye', 'oats');
    await expect(runner.drain()).rejects.toThrow();
    await expect(runner.drain()).rejects.toThrow();
    expect(await runner.state()).toMatchObject([
      { name: 'one', upto: 0n, behind: 2, failures: 2, lastError: 'no rye' },
    ]);
    await runner.drain();
    expect(await runner.state()).toEqual([
      { name: 'one', upto: 2n, behind: 0, failures: 0, lastError: null, retryAt: null },
    ]);
  });

  it('rests ever longer, a minute at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 90].map(restMs)).toEqual([
      1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000,
    ]);
  });

  it('rests before it is given the same fact again, and goes on with whole batches afterwards', async () => {
    const { database, store, record } = node();
    const sizes: number[] = [];
    let broken = true;
    const follower = new Follows('one', async () => {
      if (broken) throw new Error('no');
    });
    const following = new Following(follower, database, store, 3);
    await database.transact((work) => store.enrol(work, 'one'));
    await record('rye', 'oats', 'hops', 'flax', 'peas', 'corn');
    await expect(following.step()).rejects.toThrow('no');
    expect(following.isResting).toBe(true);
    broken = false;
    for (let step = 0; step < 5; step += 1) sizes.push(await following.step());
    expect(sizes).toEqual([1, 1, 1, 3, 0]);
    expect(following.isResting).toBe(false);
  });
});
