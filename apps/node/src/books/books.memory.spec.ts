import type { Transaction } from '@passerelle/ledger';
import { MemoryDatabase } from '../database/memory.js';
import { MemoryBooksStore } from './books.memory.js';
import { bank, describeBooks, eur, movedIn, sales } from './testing/books-store.js';

describeBooks(async () => ({ database: new MemoryDatabase(), store: new MemoryBooksStore(), close: async () => {} }));

describe('books in memory', () => {
  it('refuse a transaction that was tampered with, as the triggers of PostgreSQL do', async () => {
    const sound = movedIn('fr', bank, sales, eur('10.00'));
    const crooked = {
      ...sound,
      postings: [sound.postings[0]!, { account: sales, amount: eur('-9.00') }],
    } as Transaction;
    const posting = new MemoryDatabase().transact((work) => new MemoryBooksStore().insert(work, [crooked]));
    await expect(posting).rejects.toThrow('debits and credits differ by 1.00 EUR');
  });
});
