import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { managerOf } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Books1767225600200 } from './books.migration.js';
import { Books } from './books.service.js';
import { PostgresBooksStore } from './books.store.js';
import { bank, entryIn, eur, movedIn, sales } from './testing/books-store.js';

jest.setTimeout(60_000);

const books = new Books(new PostgresBooksStore());
const open = () => freshDatabase({ entities: [], migrations: [Books1767225600200] });

/** Statements of a program that does not use the service, on the book `entity` and the transaction `id`. */
const crooked = (id: string, entity: string) => ({
  head: (lines = 2, phase = 'posted', resolves: string | null = null) =>
    `insert into ledger_transaction (id, entity, day, kind, cause, text, phase, resolves, lines) values
     ('${id}', '${entity}', '2026-03-27', 'crooked', 'invoice:${id}', '', '${phase}', ${resolves && `'${resolves}'`}, ${lines})`,
  lines: (...amounts: [line: number, amount: number, currency?: string][]) =>
    `insert into posting (transaction, line, entity, phase, account, currency, amount) values ${amounts
      .map(
        ([line, amount, currency = 'EUR']) =>
          `('${id}', ${line}, '${entity}', 'posted', 'bank', '${currency}', ${amount})`,
      )
      .join(', ')}`,
});

const runIn = (fresh: FreshDatabase, statements: readonly string[]) =>
  fresh.database.transact(async (work) => {
    for (const sql of statements) await managerOf(work).query(sql);
  });

describe('the database refuses from a program that is wrong', () => {
  let fresh: FreshDatabase;
  let entity: string;
  let id: string;
  let head: ReturnType<typeof crooked>['head'];
  let lines: ReturnType<typeof crooked>['lines'];
  beforeAll(async () => (fresh = await open()));
  afterAll(() => fresh.drop());
  beforeEach(() => {
    entity = randomUUID();
    id = randomUUID();
    ({ head, lines } = crooked(id, entity));
  });
  const run = (...statements: string[]) => runIn(fresh, statements);

  it('a transaction that does not sum to zero', async () => {
    await expect(run(head(), lines([1, 100], [2, -99]))).rejects.toThrow(
      `transaction ${id} does not sum to zero: debits and credits differ by 1 minor units of EUR`,
    );
  });

  it('a transaction in which one currency makes up for another', async () => {
    await expect(run(head(), lines([1, 100, 'EUR'], [2, -100, 'SEK']))).rejects.toThrow('does not sum to zero');
  });

  it('a transaction without postings', async () => {
    await expect(run(head())).rejects.toThrow(`transaction ${id} has no postings`);
  });

  it('a transaction with fewer postings than it declares, or more', async () => {
    await expect(run(head(3), lines([1, 100], [2, -100]))).rejects.toThrow('declares 3 postings and got 2');
    await expect(run(head(2), lines([1, 100], [2, -50], [3, -50]))).rejects.toThrow('declares 2 postings and got 3');
    await expect(run(head(1), lines([1, 100]))).rejects.toThrow('lines_check');
  });

  it('postings that arrive one by one, although in the end they sum to zero', async () => {
    await expect(run(head(), lines([1, 100]), lines([2, -100]))).rejects.toThrow('declares 2 postings and got 1');
  });

  it('postings added to a transaction later, even if they sum to zero', async () => {
    await run(head(), lines([1, 100], [2, -100]));
    await expect(run(lines([3, 50], [4, -50]))).rejects.toThrow('declares 2 postings and got 2');
    await expect(run(lines([1, 50], [2, -50]))).rejects.toThrow('duplicate key');
  });

  it('postings of a transaction that is not there', async () => {
    await expect(run(lines([1, 100], [2, -100]))).rejects.toThrow('foreign key');
  });

  it('postings in another book or phase than their transaction', async () => {
    const elsewhere = lines([1, 100], [2, -100]).replaceAll(entity, randomUUID());
    await expect(run(head(), elsewhere)).rejects.toThrow('in its book and phase');
    await expect(run(head(2, 'pending'), lines([1, 100], [2, -100]))).rejects.toThrow('in its book and phase');
  });

  it('a posting of zero', async () => {
    await expect(run(head(), lines([1, 0], [2, 0]))).rejects.toThrow('amount_check');
  });

  it('a phase that does not exist, and a resolution of nothing', async () => {
    await expect(run(head(2, 'settled'))).rejects.toThrow('phase_check');
    await expect(run(head(2, 'post'))).rejects.toThrow('resolves_when_it_may');
    await expect(run(head(2, 'posted', id))).rejects.toThrow('resolves_when_it_may');
  });

  it('any change, removal or emptying of what is booked', async () => {
    await run(head(), lines([1, 100], [2, -100]));
    for (const sql of [
      'update posting set amount = amount * 2',
      'update ledger_transaction set lines = 3',
      'delete from posting',
      'delete from ledger_transaction',
      'truncate posting',
      'truncate posting, ledger_transaction',
    ])
      await expect(run(sql)).rejects.toThrow('answer a mistake with a reversing transaction');
    expect(await books.postingsOf(fresh.database.reading, `invoice:${id}`)).toHaveLength(1);
  });
});

describe('books whose guards were switched off', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => (fresh = await open()));
  afterEach(() => fresh.drop());

  const entity = '0198f3c2-0000-7000-8000-00000000f0f0';
  const one = '0198f3c2-0000-7000-8000-000000000001';
  const other = '0198f3c2-0000-7000-8000-000000000002';
  /** Runs statements as a restore or a hand at the console could: without triggers. */
  const tamper = (...statements: string[]) =>
    runIn(fresh, ['set local session_replication_role = replica', ...statements]);

  it('find what was done to them', async () => {
    const pending = movedIn(entity, bank, sales, eur('5.00'), { phase: 'pending' });
    await fresh.database.transact(async (work) => {
      await books.post(work, pending);
      await books.resolve(work, pending.id, 'post', entryIn(entity));
    });
    const { head, lines } = crooked(one, entity);
    const second = crooked(other, entity);
    await tamper(
      head(3),
      lines([1, 100], [2, -99]),
      'alter table ledger_transaction drop constraint ledger_transaction_resolved_once',
      second.head(2, 'void', pending.id),
      second.lines([1, 400], [2, -400]).replaceAll("'posted'", "'void'"),
    );
    expect(await books.check(fresh.database.reading)).toEqual([
      { kind: 'unbalanced-book', entity, difference: eur('0.01') },
      { kind: 'unbalanced-transaction', transaction: one, difference: eur('0.01') },
      { kind: 'lines-missing', transaction: one, declared: 3, found: 2 },
      { kind: 'resolved-twice', transaction: pending.id, times: 2 },
      { kind: 'resolves-another', transaction: other, resolves: pending.id },
    ]);
  });

  it('are not read as if nothing had happened', async () => {
    const { head, lines } = crooked(one, entity);
    await tamper(head(), lines([1, 100], [2, -99]));
    const reading = books.postingsOf(fresh.database.reading, `invoice:${one}`);
    await expect(reading).rejects.toThrow('debits and credits differ by 0.01 EUR');
  });
});
