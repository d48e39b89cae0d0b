import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { type Account, type Entry, type Transaction, account, balances } from '@passerelle/ledger';
import { Money } from '@passerelle/values';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Books1767225600200 } from './books.migration.js';
import { Books } from './books.service.js';
import { PostgresBooksStore } from './books.store.js';
import { bank, describeBooks, entryIn, eur, lille, movedIn, sales } from './testing/books-store.js';

jest.setTimeout(60_000);

const store = new PostgresBooksStore();
const books = new Books(store);
const open = (poolSize = 5) => freshDatabase({ entities: [], migrations: [Books1767225600200], poolSize });

describeBooks(async () => {
  const { database, drop } = await open();
  return { database, store, close: drop };
});

describe('books in PostgreSQL', () => {
  let fresh: FreshDatabase;
  let paris: string;
  beforeAll(async () => (fresh = await open(20)));
  afterAll(() => fresh.drop());
  beforeEach(() => {
    paris = randomUUID();
  });

  const entry = (change: Partial<Entry> = {}) => entryIn(paris, change);
  const moved = (to: Account, from: Account, amount: Money, change: Parameters<typeof movedIn>[4] = {}) =>
    movedIn(paris, to, from, amount, change);
  const post = (...transactions: Transaction[]) => fresh.database.transact((work) => books.postAll(work, transactions));

  it('are exact while twenty write at the same time', async () => {
    const clients = ['lille', 'lyon', 'nantes'].map((name) => account('client', name));
    const written: Transaction[] = [];
    const write = async (writer: number) => {
      for (let n = 0; n < 15; n += 1) {
        const client = clients[(writer + n) % clients.length]!;
        const amount = new Money(BigInt(1 + writer * 1009 + n * 37), n % 5 === 0 ? 'SEK' : 'EUR');
        const one = moved(client, sales, amount, { phase: n % 4 === 0 ? 'pending' : 'posted' });
        const other = moved(bank, client, amount);
        await post(one, other);
        written.push(one, other);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
    expect(written).toHaveLength(600);
    expect(await books.balances(fresh.database.reading, paris)).toEqual(balances(written));
    expect(await books.check(fresh.database.reading)).toEqual([]);
  });

  it('resolve a promise once although ten try at the same moment', async () => {
    const pending = moved(bank, sales, eur('980.00'), { phase: 'pending' });
    await post(pending);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        fresh.database.transact((work) => books.resolve(work, pending.id, n % 2 === 0 ? 'post' : 'void', entry())),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.kind === 'already-resolved')).toHaveLength(9);
  });

  it('take one of many simultaneous bookings of the same cause', async () => {
    const twins = Array.from({ length: 10 }, () => moved(bank, sales, eur('10.00'), { cause: 'invoice:same' }));
    const outcomes = await Promise.allSettled(twins.map((twin) => post(twin)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await books.balance(fresh.database.reading, paris, bank, 'EUR')).posted).toEqual(eur('10.00'));
  });

  it('take more transactions at once than fit in one statement', async () => {
    const many = Array.from({ length: 2100 }, () => moved(lille, sales, eur('1.00'), { id: randomUUID() }));
    await post(...many);
    expect((await books.balance(fresh.database.reading, paris, lille, 'EUR')).posted).toEqual(eur('2100.00'));
  });
});
