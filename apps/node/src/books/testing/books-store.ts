import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Account,
  type Entry,
  type Transaction,
  account,
  balances,
  mustBeTransaction,
  reverse,
  transaction,
} from '@passerelle/ledger';
import { type CurrencyCode, type Money, day, money } from '@passerelle/values';
import type { Transactions } from '../../database/transactions.js';
import { AlreadyBooked, Books, type BooksStore } from '../books.service.js';

export interface OpenBooks {
  readonly database: Transactions;
  readonly store: BooksStore;
  close(): Promise<void>;
}

export const bank = account('bank');
export const sales = account('sales');
export const lille = account('client', 'lille');
export const lyon = account('client', 'lyon');
export const eur = (amount: string): Money => money(amount, 'EUR');

let number = 0;

type Change = Partial<Entry> & { readonly phase?: 'posted' | 'pending' };

/** An entry in this book, with an id and a cause of its own. */
export const entryIn = (entity: string, change: Partial<Entry> = {}): Entry => ({
  id: randomUUID(),
  entity,
  day: day('2026-03-27'),
  kind: 'invoice-issued',
  cause: `invoice:${(number += 1)}`,
  text: 'Invoice to Théâtre de Lille',
  ...change,
});

export const movedIn = (entity: string, to: Account, from: Account, amount: Money, change: Change = {}): Transaction =>
  transaction({ ...entryIn(entity, change), phase: change.phase })
    .debit(to, amount)
    .credit(from, amount)
    .mustBuild();

/** What each store of books does; run against PostgreSQL and against memory. */
export function describeBooks(open: () => Promise<OpenBooks>): void {
  describe('books', () => {
    let place: OpenBooks;
    let books: Books;
    let paris: string;
    let brussels: string;
    beforeAll(async () => {
      place = await open();
      books = new Books(place.store);
    });
    afterAll(() => place.close());
    beforeEach(() => {
      paris = randomUUID();
      brussels = randomUUID();
    });

    const entry = (change: Partial<Entry> = {}) => entryIn(paris, change);
    const moved = (to: Account, from: Account, amount: Money, change: Change = {}) =>
      movedIn(paris, to, from, amount, change);

    const post = (...transactions: Transaction[]) =>
      place.database.transact((work) => books.postAll(work, transactions));
    const balance = async (of: Account, currency: CurrencyCode = 'EUR') => {
      const { posted, pending } = await books.balance(place.database.reading, paris, of, currency);
      return [posted.toDecimal(), pending.toDecimal()];
    };
    const resolve = (id: Transaction['id'], outcome: 'post' | 'void', change: Partial<Entry> = {}) =>
      place.database.transact((work) => books.resolve(work, id, outcome, entry({ kind: 'transfer-seen', ...change })));

    it('keep a transaction as it was posted', async () => {
      const posted = transaction(entry({ text: 'Rechnung über 1200 €' }))
        .debit(lille, eur('1200.00'))
        .credit(sales, eur('1000.00'))
        .credit(account('vat.output'), eur('200.00'))
        .mustBuild();
      await post(posted);
      expect(await books.postingsOf(place.database.reading, posted.cause)).toEqual([posted]);
      expect(await books.booked(place.database.reading, posted)).toEqual(posted);
    });

    it('derive balances from postings, by account and currency, in the order of accounts', async () => {
      const all = [
        moved(lille, sales, eur('1200.00')),
        moved(lyon, sales, eur('300.00')),
        moved(bank, lille, eur('1200.00')),
        moved(bank, sales, money('55.00', 'SEK')),
        moved(bank, sales, eur('5.00'), { phase: 'pending' }),
      ];
      await post(...all);
      expect(await books.balances(place.database.reading, paris)).toEqual(balances(all));
      expect(await balance(bank)).toEqual(['1200.00', '5.00']);
      expect(await balance(bank, 'SEK')).toEqual(['55.00', '0.00']);
      expect(await balance(lille)).toEqual(['0.00', '0.00']);
      expect(await balance(account('fund'))).toEqual(['0.00', '0.00']);
    });

    it('tell the balances of one kind of account', async () => {
      await post(moved(lille, sales, eur('12.00')), moved(lyon, sales, eur('3.00')), moved(bank, sales, eur('1.00')));
      const clients = await books.balances(place.database.reading, paris, 'client');
      expect(clients.map(({ account: of }) => of)).toEqual([lille, lyon]);
      expect(await books.balances(place.database.reading, paris, 'clien')).toEqual([]);
    });

    it('tell all that was booked for whatever touched an account, page by page', async () => {
      const clearing = account('clearing', randomUUID());
      const causes = [`obligation:${randomUUID()}`, `leg:${randomUUID()}`] as const;
      const ids = ['1', '2', '3', '4'].map((last) => `${randomUUID().slice(0, -1)}${last}`).sort();
      const [owed, cleared, planned, paid] = [
        moved(lille, sales, eur('9.00'), { id: ids[0]!, cause: causes[0], kind: 'agreed' }),
        moved(clearing, lille, eur('9.00'), { id: ids[1]!, cause: causes[0], kind: 'cleared' }),
        moved(lyon, clearing, eur('9.00'), { id: ids[2]!, cause: causes[1], kind: 'planned' }),
        moved(bank, lyon, eur('9.00'), { id: ids[3]!, cause: causes[1], kind: 'paid' }),
      ] as const;
      await post(planned, owed, paid, cleared, moved(bank, sales, eur('4.00')));
      const { reading } = place.database;
      const first = await books.around(reading, clearing, { limit: 3 });
      expect(first).toEqual([owed, cleared, planned]);
      expect(await books.around(reading, clearing, { after: planned.id, limit: 3 })).toEqual([paid]);
      expect(await books.around(reading, account('clearing', randomUUID()), { limit: 3 })).toEqual([]);
    });

    it('keep the book of each legal entity apart', async () => {
      await post(moved(bank, sales, eur('10.00')), moved(bank, sales, eur('7.00'), { entity: brussels }));
      expect(await balance(bank)).toEqual(['10.00', '0.00']);
      expect((await books.balance(place.database.reading, brussels, bank, 'EUR')).posted).toEqual(eur('7.00'));
    });

    it('take a transaction back with its work', async () => {
      const failing = place.database.transact(async (work) => {
        await books.post(work, moved(bank, sales, eur('10.00')));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await balance(bank)).toEqual(['0.00', '0.00']);
    });

    it('take a cause once under a kind, in one book', async () => {
      const cause = 'invoice:paris-1' as const;
      await post(moved(bank, sales, eur('10.00'), { cause }));
      await expect(post(moved(bank, sales, eur('10.00'), { cause }))).rejects.toThrow(AlreadyBooked);
      await post(
        moved(bank, sales, eur('1.00'), { cause, kind: 'invoice-corrected' }),
        moved(bank, sales, eur('2.00'), { cause, entity: brussels }),
      );
      expect(await balance(bank)).toEqual(['11.00', '0.00']);
      expect(await books.postingsOf(place.database.reading, cause)).toHaveLength(3);
    });

    it('take many transactions all or none', async () => {
      const one = moved(bank, sales, eur('10.00'));
      const twin = moved(bank, sales, eur('10.00'), { cause: one.cause });
      await expect(post(moved(bank, sales, eur('3.00')), one, twin)).rejects.toThrow(AlreadyBooked);
      expect(await books.balances(place.database.reading, paris)).toEqual([]);
    });

    it('take an id once', async () => {
      const { id } = moved(bank, sales, eur('1.00'));
      await post(moved(bank, sales, eur('10.00'), { id }));
      await expect(post(moved(bank, sales, eur('10.00'), { id }))).rejects.toThrow(AlreadyBooked);
    });

    it('know whether something is booked before it is booked again', async () => {
      const posted = moved(bank, sales, eur('10.00'));
      const { entity, cause, kind } = posted;
      expect(await books.booked(place.database.reading, { entity, cause, kind })).toBeNull();
      await post(posted);
      expect((await books.booked(place.database.reading, { entity, cause, kind }))?.id).toBe(posted.id);
      expect(await books.booked(place.database.reading, { entity, cause, kind: 'other' })).toBeNull();
    });

    it('answer a mistake with a reversing entry, once', async () => {
      const mistake = moved(bank, sales, eur('10.00'));
      const answer = () => reverse(mistake, { id: randomUUID(), day: day('2026-03-28'), text: 'Entered twice' });
      await post(mistake, answer());
      expect(await balance(bank)).toEqual(['0.00', '0.00']);
      await expect(post(answer())).rejects.toThrow(AlreadyBooked);
    });

    describe('with money that is promised', () => {
      const promise = () =>
        moved(account('due.to', 'be'), bank, eur('980.00'), { kind: 'transfer-ordered', phase: 'pending' });

      it('post it once', async () => {
        const pending = promise();
        await post(pending);
        expect(await balance(bank)).toEqual(['0.00', '-980.00']);
        const resolved = await resolve(pending.id, 'post');
        expect(resolved).toMatchObject({ ok: true, value: { phase: 'post', resolves: pending.id } });
        expect(await balance(bank)).toEqual(['-980.00', '0.00']);
        for (const outcome of ['post', 'void'] as const)
          expect(await resolve(pending.id, outcome)).toEqual({
            ok: false,
            refusal: { kind: 'already-resolved', outcome: 'post', day: '2026-03-27' },
          });
        expect(await balance(bank)).toEqual(['-980.00', '0.00']);
      });

      it('or void it', async () => {
        const pending = promise();
        await post(pending);
        expect(await resolve(pending.id, 'void')).toMatchObject({ ok: true });
        expect(await books.balances(place.database.reading, paris)).toEqual([]);
      });

      it('but nothing that is not pending, or not there', async () => {
        const posted = moved(bank, sales, eur('10.00'));
        await post(posted);
        expect(await resolve(posted.id, 'post')).toEqual({
          ok: false,
          refusal: { kind: 'not-pending', phase: 'posted' },
        });
        const id = randomUUID() as Transaction['id'];
        expect(await resolve(id, 'post')).toEqual({ ok: false, refusal: { kind: 'unknown-transaction', id } });
      });

      it('refuse a second resolution, or one with other postings, from a program that did not ask', async () => {
        const pending = promise();
        const resolution = (amount: string) =>
          mustBeTransaction(
            { ...entry(), phase: 'post', resolves: pending.id },
            moved(account('due.to', 'be'), bank, eur(amount)).postings,
          );
        await post(pending);
        await expect(post(resolution('979.00'))).rejects.toThrow('does not repeat the pending transaction');
        await post(resolution('980.00'));
        await expect(post(resolution('980.00'))).rejects.toThrow(AlreadyBooked);
      });

      it('refuse to resolve what is not pending, or of another book, from a program that did not ask', async () => {
        const posted = moved(bank, sales, eur('10.00'));
        const foreign = moved(bank, sales, eur('10.00'), { entity: brussels, phase: 'pending' });
        await post(posted, foreign);
        for (const resolves of [posted.id, foreign.id])
          await expect(
            post(mustBeTransaction({ ...entry(), phase: 'post', resolves }, posted.postings)),
          ).rejects.toThrow('does not repeat the pending transaction');
      });
    });

    it('show an account line by line with its balance, by day, page by page', async () => {
      const pending = moved(bank, sales, eur('5.00'), { day: day('2026-03-26'), phase: 'pending', text: 'Promised' });
      await post(
        moved(bank, lille, eur('1200.00'), { day: day('2026-04-02'), text: 'Lille pays' }),
        moved(lyon, bank, eur('200.00'), { day: day('2026-03-30'), text: 'To Lyon' }),
        pending,
        moved(bank, sales, money('9.00', 'SEK'), { text: 'Crowns' }),
        moved(lille, sales, eur('8.00'), { text: 'Elsewhere' }),
      );
      await resolve(pending.id, 'post', { day: day('2026-03-28'), text: 'Kept' });
      const of = { entity: paris, account: bank, currency: 'EUR' } as const;
      const page = (limit: number, after?: string) => books.statement(place.database.reading, of, { limit, after });
      const all = await page(10);
      expect(
        all.map(
          (line) => `${line.day} ${line.text} ${line.phase} ${line.amount.toDecimal()} ${line.balance.toDecimal()}`,
        ),
      ).toEqual([
        '2026-03-26 Promised pending 5.00 0.00',
        '2026-03-28 Kept post 5.00 5.00',
        '2026-03-30 To Lyon posted -200.00 -195.00',
        '2026-04-02 Lille pays posted 1200.00 1005.00',
      ]);
      const first = await page(3);
      expect(first).toEqual(all.slice(0, 3));
      expect(await page(3, first.at(-1)!.key)).toEqual(all.slice(3));
      expect(await page(3, all.at(-1)!.key)).toEqual([]);
    });

    it('find nothing wrong with themselves', async () => {
      const pending = moved(bank, sales, eur('5.00'), { phase: 'pending' });
      await post(moved(lille, sales, eur('1200.00')), pending, moved(bank, sales, eur('7.00'), { entity: brussels }));
      await resolve(pending.id, 'void');
      expect(await books.check(place.database.reading)).toEqual([]);
    });

    it('take an empty list of transactions without a word', async () => {
      await expect(post()).resolves.toBeUndefined();
    });
  });
}
