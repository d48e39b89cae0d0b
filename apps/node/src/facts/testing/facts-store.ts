import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Transactions } from '../../database/transactions.js';
import type { FactKind, NewFact } from '../fact.js';
import type { FactsStore } from '../facts.service.js';

export interface OpenStore {
  readonly database: Transactions;
  readonly store: FactsStore;
  close(): Promise<void>;
}

/** A fact of a kind that exists only in specs. */
export const happened = (kind: string, subject: string, body: object = {}): NewFact =>
  ({ kind, subject, body }) as unknown as NewFact;

export const kinds = (...names: string[]): FactKind[] => names as FactKind[];

/** What each store of facts does; run against PostgreSQL and against memory. */
export function describeFactsStore(open: () => Promise<OpenStore>): void {
  describe('a store of facts', () => {
    let place: OpenStore;
    /** Each spec has kinds and a follower of its own, so that facts of another spec do not concern it. */
    let season = 0;
    let miller = '';
    beforeAll(async () => (place = await open()));
    afterAll(() => place.close());
    beforeEach(() => {
      season += 1;
      miller = `miller ${season}`;
    });

    const own = (kind: string) => kinds(`${kind}${season}`)[0]!;
    const fact = (kind: string, subject: string, body: object = {}) => happened(own(kind), subject, body);
    const record = (...facts: NewFact[]) => place.database.transact((work) => place.store.append(work, facts));
    const read = (after = 0n, ofKinds = ['Sown', 'Reaped'], limit = 100) =>
      place.store.after(place.database.reading, { kinds: ofKinds.map(own), after, limit });
    const subjects = async (...wanted: Parameters<typeof read>) =>
      (await read(...wanted)).map(({ subject }) => subject);

    it('keeps facts in the order in which they were recorded', async () => {
      await record(fact('Sown', 'rye'), fact('Sown', 'oats'));
      await record(fact('Reaped', 'rye'));
      const facts = await read();
      expect(facts.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
        `${own('Sown')} rye`,
        `${own('Sown')} oats`,
        `${own('Reaped')} rye`,
      ]);
      const positions = facts.map(({ position }) => position);
      expect([...positions].sort((a, b) => Number(a - b))).toEqual(positions);
      expect(new Set(positions).size).toBe(3);
    });

    it('gives back what was said, and when', async () => {
      const body = { days: 3, price: { amount: '980.00', currency: 'EUR' }, words: ['grün', null], done: false };
      await record(fact('Sown', 'rye', body));
      const [recorded] = await read();
      expect(recorded).toMatchObject({ kind: own('Sown'), subject: 'rye', body });
      expect(recorded!.recordedAt).toBeInstanceOf(Date);
    });

    it('reads on after a position, some kinds only, so many at most', async () => {
      await record(fact('Sown', 'rye'), fact('Reaped', 'rye'), fact('Sown', 'oats'), fact('Sown', 'hops'));
      const [first] = await read();
      expect(await subjects(first!.position)).toEqual(['rye', 'oats', 'hops']);
      expect(await subjects(first!.position, ['Sown'])).toEqual(['oats', 'hops']);
      expect(await subjects(0n, ['Sown'], 2)).toEqual(['rye', 'oats']);
      expect(await subjects(0n, ['Eaten'])).toEqual([]);
    });

    it('knows the last fact of a kind', async () => {
      expect(await place.store.last(place.database.reading, own('Sown'))).toBeNull();
      await record(fact('Sown', 'rye'), fact('Sown', 'oats'), fact('Reaped', 'rye'));
      expect((await place.store.last(place.database.reading, own('Sown')))?.subject).toBe('oats');
    });

    it('knows where the newest fact of each kind is', async () => {
      await record(fact('Sown', 'rye'), fact('Reaped', 'rye'), fact('Sown', 'oats'));
      const [rye, reaped, oats] = (await read()).map(({ position }) => position);
      const newest = (after: bigint) => place.store.newest(place.database.reading, after);
      expect((await newest(rye! - 1n)).get(own('Sown'))).toBe(oats);
      expect((await newest(rye! - 1n)).get(own('Reaped'))).toBe(reaped);
      expect([...(await newest(reaped!)).entries()]).toEqual([[own('Sown'), oats]]);
      expect([...(await newest(oats!))]).toEqual([]);
    });

    it('shows a fact to nobody before its transaction is committed', async () => {
      const seen: number[] = [];
      await place.database.transact(async (work) => {
        await place.store.append(work, [fact('Sown', 'rye')]);
        seen.push((await read()).length);
        seen.push((await place.store.after(work, { kinds: [own('Sown')], after: 0n, limit: 9 })).length);
        seen.push((await place.store.last(work, own('Sown'))) === null ? 0 : 1);
      });
      expect(seen).toEqual([0, 0, 0]);
      expect(await subjects()).toEqual(['rye']);
    });

    it('forgets a fact whose transaction is rolled back', async () => {
      const failing = place.database.transact(async (work) => {
        await place.store.append(work, [fact('Sown', 'rye')]);
        throw new Error('hail');
      });
      await expect(failing).rejects.toThrow('hail');
      await record(fact('Sown', 'oats'));
      expect(await subjects()).toEqual(['oats']);
    });

    it('remembers how far a follower came and how much lies ahead', async () => {
      const { database, store } = place;
      expect(await store.progress(database.reading, miller, [own('Reaped')])).toEqual({ upto: 0n, behind: 0 });
      await record(fact('Sown', 'rye'), fact('Reaped', 'rye'), fact('Reaped', 'oats'));
      const [first] = await read(0n, ['Reaped']);
      await database.transact(async (work) => {
        await store.enrol(work, miller);
        await store.enrol(work, miller);
        expect(await store.claim(work, miller)).toBe(0n);
        await store.advance(work, miller, first!.position);
      });
      expect(await store.progress(database.reading, miller, [own('Reaped')])).toEqual({
        upto: first!.position,
        behind: 1,
      });
      expect(await database.transact((work) => store.claim(work, miller))).toBe(first!.position);
    });

    it('takes a cursor back with its transaction', async () => {
      const { database, store } = place;
      await database.transact((work) => store.enrol(work, miller));
      const failing = database.transact(async (work) => {
        await store.claim(work, miller);
        await store.advance(work, miller, 7n);
        throw new Error('no wind');
      });
      await expect(failing).rejects.toThrow('no wind');
      expect(await database.transact((work) => store.claim(work, miller))).toBe(0n);
    });

    it('gives no cursor to a follower that never enrolled', async () => {
      expect(await place.database.transact((work) => place.store.claim(work, 'stranger'))).toBeNull();
    });
  });
}
