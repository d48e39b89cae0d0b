import { managerOf } from '@passerelle/doors';
import { jpeg } from '../files/testing/files.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';
import { notHers, sections } from './person-sections.js';

interface Exported {
  readonly format: string;
  readonly member: string;
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

describe('what a member gets of all that is kept of her', () => {
  let house: FurnishedNode;
  let amina: string;
  beforeAll(async () => {
    house = await furnish();
    const { json } = await house.amina.ask({ method: 'GET', path: '/api/v1/session' });
    amina = `mem_${(json as { subject: string }).subject.replaceAll('-', '')}`;
  }, 60_000);
  afterAll(() => house.node.close());

  const ask = (who: FurnishedNode['amina'], member = amina) =>
    who.ask({ method: 'GET', path: `/api/v1/members/${member}/export` });
  const query = <T>(sql: string): Promise<T[]> =>
    house.node.database.transact((work) => managerOf(work).query<T[]>(sql));

  it('is whole: her payslips, missions and receipts, with the photos as they came', async () => {
    // Longer than a line of base64, which must not be broken.
    const strings = 'strings for a guitar '.repeat(9);
    const headers = { 'content-type': 'image/jpeg' };
    await house.amina.ask({ method: 'POST', path: '/api/v1/receipts', headers, body: jpeg(strings) });
    const { status, text, headers: told } = await ask(house.amina);
    expect([status, told.get('content-disposition')]).toEqual([200, expect.stringContaining('passerelle-person.json')]);
    const { format, member, records } = JSON.parse(text) as Exported;
    expect([format, member]).toEqual(['passerelle.person/1', amina]);
    expect(Object.keys(records)).toEqual(sections.map(({ table }) => table));
    expect(records['member']).toMatchObject([{ email: 'amina@brussels.example', iban: 'BE71096123456769' }]);
    expect(records['receipt']?.map(({ bytes }) => bytes)).toContain(jpeg(strings).toString('base64'));
    for (const table of ['mission', 'payslip', 'wage', 'invoice', 'declaration', 'posting'])
      expect([table, records[table]?.length]).not.toEqual([table, 0]);
    expect(typeof records['wage']?.[0]?.['amount']).toBe('string');
  });

  it('tells of nobody else, and proves nobody’s identity', async () => {
    const { text } = await ask(house.amina);
    expect(text).not.toMatch(/Lucas Petit|lucas@|password_hash|token_hash|argon2/);
  });

  it('is for herself and her adviser', async () => {
    const finance = house.staff.get('finance')!;
    const adviser = house.staff.get('adviser')!;
    expect((await ask(house.lucas)).status).toBe(404);
    expect((await ask(finance)).status).toBe(403);
    expect((await ask(adviser)).status).toBe(200);
    expect((await ask(adviser, amina.replace(/.$/, amina.endsWith('0') ? '1' : '0'))).status).toBe(404);
  });

  it('leaves out no table that tells of a member', async () => {
    const telling = await query<{ table_name: string }>(
      `select distinct table_name from information_schema.columns
       where table_schema = 'public' and column_name in ('member', 'mission', 'payslip', 'expense', 'brought_by')
         and table_name not in (select table_name from information_schema.views)`,
    );
    const named = new Set([...sections.map(({ table }) => table), ...Object.keys(notHers)]);
    expect(telling.map(({ table_name }) => table_name).filter((table) => !named.has(table))).toEqual([]);
  });
});
