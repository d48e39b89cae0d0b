import { Registry } from 'prom-client';
import type { BookFinding } from './audit.js';
import { MemoryBooksStore } from './books.memory.js';
import { BooksMetrics } from './books.metrics.js';
import { Books } from './books.service.js';

/** Books that somebody has changed behind the program's back. */
class SpoiltStore extends MemoryBooksStore {
  reads = 0;

  override async findings(): Promise<BookFinding[]> {
    this.reads += 1;
    return [{ kind: 'lines-missing', transaction: 'one', declared: 3, found: 2 }];
  }
}

describe('the number of what is wrong with the books', () => {
  const scraped = async (store: MemoryBooksStore, times: number): Promise<string[]> => {
    const registry = new Registry();
    const database = { report: (read: (work: object) => unknown) => read({}) };
    new BooksMetrics({ registry } as never, database as never, new Books(store)).onModuleInit();
    const read: string[] = [];
    for (let at = 0; at < times; at += 1) read.push((await registry.metrics()).trimEnd().split('\n').at(-1)!);
    return read;
  };

  it('is zero for books that sum to zero', async () => {
    expect(await scraped(new MemoryBooksStore(), 1)).toEqual(['passerelle_ledger_imbalance_total 0']);
  });

  it('counts what is found, and does not read the whole ledger at each scrape', async () => {
    const store = new SpoiltStore();
    expect(await scraped(store, 3)).toEqual(Array(3).fill('passerelle_ledger_imbalance_total 1'));
    expect(store.reads).toBe(1);
  });
});
