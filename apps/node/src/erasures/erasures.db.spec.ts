import { managerOf } from '@passerelle/doors';
import { jpeg } from '../files/testing/files.js';
import { sections } from '../insights/person-sections.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';
import { type ErasureAnswer, keptTables } from './erasure.js';

describe('what is erased when a member asks', () => {
  let house: FurnishedNode;
  let path: string;
  beforeAll(async () => {
    house = await furnish();
    const { json } = await house.amina.ask({ method: 'GET', path: '/api/v1/session' });
    path = `/api/v1/members/mem_${(json as { subject: string }).subject.replaceAll('-', '')}/erasure`;
  }, 60_000);
  afterAll(() => house.node.close());

  const answer = async (method: 'GET' | 'POST'): Promise<ErasureAnswer> => {
    const { status, json, text } = await house.amina.ask({ method, path });
    expect([status, text]).toEqual([200, text]);
    return json as ErasureAnswer;
  };
  const countOf = ({ erased }: Pick<ErasureAnswer, 'erased'>, kind: string) =>
    erased.find(({ what }) => what === kind)?.count ?? 0;
  const run = (sql: string) => house.node.database.transact((work) => managerOf(work).query<unknown[]>(sql));

  it('is told before: what would go, and what stays until when by which law', async () => {
    const { amina, client } = house;
    await amina.ask({
      method: 'POST',
      path: '/api/v1/missions',
      headers: { 'idempotency-key': 'a-draft' },
      body: {
        client,
        work: 'An idea',
        place: { country: 'BE', town: 'Bruxelles' },
        first: '2026-05-04',
        last: '2026-05-04',
        days: 1,
        price: { amount: '450.00', currency: 'EUR' },
      },
    });
    const headers = { 'content-type': 'image/jpeg' };
    await amina.ask({ method: 'POST', path: '/api/v1/receipts', headers, body: jpeg('for nothing') });
    const told = await answer('GET');
    expect([countOf(told, 'draft-missions'), countOf(told, 'draft-expenses')]).toEqual([1, 1]);
    expect([countOf(told, 'unused-receipts'), countOf(told, 'refused-files')]).toEqual([2, 1]);
    const books = told.kept.find(({ records }) => records === 'books');
    expect(books).toMatchObject({ until: '2036-12-31', law: { article: 'art. 315' }, isConfirmed: true });
    const insurance = told.kept.find(({ records }) => records === 'insurance');
    expect(insurance).toMatchObject({ until: '2033-12-31', isConfirmed: false });
    // Each look is itself a line of the trail, which is kept with her membership and written a moment later.
    const again = await answer('GET');
    const membership = ({ kept }: ErasureAnswer) => kept.find(({ records }) => records === 'membership')!.count;
    const lines = membership(again) - membership(told);
    expect(lines).toBeGreaterThanOrEqual(0);
    const kept = again.kept.map((one) => (one.records === 'membership' ? { ...one, count: one.count - lines } : one));
    expect({ ...again, kept }).toEqual(told);
  });

  it('is gone at once, and what was done stays in her history', async () => {
    const told = await answer('GET');
    const done = await answer('POST');
    expect(done.erased).toEqual(told.erased);
    const after = await answer('GET');
    expect([after.erased, after.history.length]).toEqual([[], 1]);
    expect(after.history[0]?.erased).toEqual(told.erased);
    const { json } = await house.amina.ask({ method: 'GET', path: '/api/v1/missions?limit=50' });
    const works = (json as { items: { id: string; terms: { work: string } }[] }).items;
    expect(works.map(({ terms }) => terms.work)).not.toContain('An idea');
    expect(works.map(({ id }) => id)).toContain(house.done);
    expect(await run("select from fact where kind = 'PersonErased'")).toHaveLength(1);
  });

  it('is nothing that must stay, whoever tries', async () => {
    await expect(run('delete from mission_event')).rejects.toThrow(/never edited/);
    await expect(run('delete from erasure')).rejects.toThrow(/never edited/);
    const { amina, lucas } = house;
    const headers = { 'content-type': 'image/jpeg' };
    const { json } = await amina.ask({ method: 'POST', path: '/api/v1/receipts', headers, body: jpeg('strings') });
    const receipts = [(json as { id: string }).id];
    await amina.ask({
      method: 'POST',
      path: '/api/v1/expenses',
      headers: { 'idempotency-key': 'strings' },
      body: { purpose: 'Strings', receipts },
    });
    await expect(run('delete from receipt')).rejects.toThrow(/kept as they came/);
    expect((await lucas.ask({ method: 'POST', path })).status).toBe(404);
  });

  it('has its place for every table that tells of her', () => {
    const placed = Object.values(keptTables).flat();
    expect([...placed].sort()).toEqual(sections.map(({ table }) => table).sort());
  });
});
