import { randomUUID } from 'node:crypto';
import { managerOf, parsePublicId, publicId } from '@passerelle/doors';
import { account, transaction } from '@passerelle/ledger';
import { day, money } from '@passerelle/values';
import type { Visitor } from '../../../doors/testing/api/visitor.js';
import { Books } from '../books/books.service.js';
import { jpeg } from '../files/testing/files.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';

interface Answer {
  readonly status: number;
  readonly body: Record<string, never>;
}

describe('expenses over HTTP', () => {
  let house: FurnishedNode;
  let finance: Visitor;
  let adviser: Visitor;
  let key = 0;
  beforeAll(async () => {
    house = await furnish();
    finance = house.staff.get('finance')!;
    adviser = house.staff.get('adviser')!;
  }, 60_000);
  afterAll(() => house.node.close());

  const ask = async (who: Visitor, method: string, path: string, body?: unknown, type?: string): Promise<Answer> => {
    const headers = { 'idempotency-key': `expense-${(key += 1)}`, ...(type && { 'content-type': type }) };
    const { status, json } = await who.ask({ method, path: `/api/v1${path}`, headers, ...(body ? { body } : {}) });
    return { status, body: json as Answer['body'] };
  };
  const get = (who: Visitor, path: string) => ask(who, 'GET', path);
  const post = (who: Visitor, path: string, body: unknown = {}) => ask(who, 'POST', path, body);
  const send = (who: Visitor, bytes: Buffer, type = 'image/jpeg') => ask(who, 'POST', '/receipts', bytes, type);
  const own = async (who: Visitor): Promise<string> => {
    const { items } = (await get(who, '/activities')).body as unknown as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    return items[0]!.id;
  };
  const form = (receipt: string) => ({
    kind: 'material',
    spentOn: '2026-03-16',
    purpose: 'Strings',
    country: 'BE',
    madeOutTo: 'cooperative',
    lines: [
      {
        net: { amount: '200.00', currency: 'EUR' },
        vatPercent: '21',
        vat: { amount: '42.00', currency: 'EUR' },
      },
    ],
    receipts: [receipt],
  });
  /** Finance gives her so much by hand. */
  const gift = async (activity: string, amount: string) => {
    const id = randomUUID();
    const entity = parsePublicId('ent', house.entity)!;
    const entry = { id, entity, day: day('2026-03-17'), kind: 'correction', cause: `correction:${id}` } as const;
    const booked = transaction({ ...entry, text: 'By hand' })
      .debit(account('mission.share'), money(amount, 'EUR'))
      .credit(account('member', parsePublicId('act', activity)), money(amount, 'EUR'))
      .mustBuild();
    await house.node.database.transact((work) => house.node.app.get(Books, { strict: false }).post(work, booked));
  };

  it('go from the photo to the transfer, and show the sum when the budget has not enough', async () => {
    const { amina } = house;
    const activity = await own(amina);
    const photo = await send(amina, jpeg('strings'));
    expect(photo.status).toBe(201);
    const receipt = String(photo.body['id']);
    const draft = await post(amina, '/expenses', { kind: 'material', receipts: [receipt] });
    expect([draft.status, draft.body['state']]).toEqual([201, 'draft']);
    const path = `/expenses/${String(draft.body['id'])}`;
    const early = await post(amina, `${path}/submit`);
    expect([early.status, JSON.stringify(early.body['errors'])]).toEqual([422, expect.stringContaining('#/lines')]);
    expect((await ask(amina, 'PUT', path, form(receipt))).status).toBe(200);
    const poor = await post(amina, `${path}/submit`);
    expect(poor).toMatchObject({
      status: 422,
      body: { type: '/problems/not-available-for-expenses', wanted: { amount: '200.00' } },
    });
    expect(poor.body['detail']).toMatch(/The claim takes €200\.00; collected .* = €0\.00\./);
    await gift(activity, '300.00');
    expect((await post(amina, `${path}/submit`)).body).toMatchObject({
      state: 'submitted',
      claim: { refund: { amount: '242.00' }, vat: { amount: '42.00' }, cost: { amount: '200.00' } },
    });
    expect((await post(amina, `${path}/approve`)).status).toBe(403);
    expect((await post(finance, `${path}/pay`)).status).toBe(409);
    expect((await post(adviser, `${path}/approve`)).body).toMatchObject({ state: 'approved' });
    expect((await post(adviser, `${path}/pay`)).status).toBe(403);
    expect((await post(finance, `${path}/pay`)).body).toMatchObject({ state: 'paid', paidOn: '2026-03-17' });
    const transfers = await finance.ask({ method: 'GET', path: '/api/v1/bank/transfers' });
    expect(transfers.text).toContain('"242.00"');
    const budget = (await get(amina, `/activities/${activity}/budget`)).body;
    expect(budget).toMatchObject({ expenses: { amount: '200.00' }, other: { amount: '300.00' } });
    const entries = await amina.ask({ method: 'GET', path: `/api/v1/activities/${activity}/entries` });
    expect(entries.text).toContain('expense-approved');
  });

  it('take a photo by its content, once, and give it back as it came', async () => {
    const { amina, lucas } = house;
    const photo = await send(amina, jpeg('cable'), 'application/pdf');
    expect(photo.body).toMatchObject({ media: 'image/jpeg', keepUntil: '2036-12-31', expense: null });
    const again = await send(lucas, jpeg('cable'));
    expect(again).toMatchObject({ status: 409, body: { type: '/problems/same-receipt', first: photo.body['id'] } });
    const wrong = await send(amina, Buffer.from('<script>alert(1)</script>'));
    expect(wrong).toMatchObject({ status: 422, body: { code: 'not-an-image' } });
    expect((await send(amina, Buffer.alloc(11 * 1024 * 1024))).status).toBe(413);
    expect((await ask(amina, 'POST', '/receipts', 'a text', 'text/plain')).status).toBe(415);
    const path = `/api/v1/receipts/${String(photo.body['id'])}/file`;
    const file = await finance.ask({ method: 'GET', path });
    expect([file.status, file.mediaType]).toEqual([200, 'image/jpeg']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="receipt-/);
    expect((await lucas.ask({ method: 'GET', path })).status).toBe(404);
  });

  it('leave a file that is no photo for a person to look at, with who sent it, when and why', async () => {
    const { amina, lucas } = house;
    const scan = Buffer.from('PK\x03\x04 a scan packed into an archive');
    expect((await send(amina, scan)).body).toMatchObject({ code: 'not-an-image' });
    expect((await send(amina, scan)).status).toBe(422);
    expect((await send(amina, Buffer.alloc(0))).body).toMatchObject({ code: 'empty-file' });
    const { items } = (await get(adviser, '/refused-files?limit=100')).body as unknown as { items: { size: number }[] };
    const kept = items.filter(({ size }) => size === scan.length);
    const [sender] = await managerOf(house.node.database.reading).query<{ id: string }[]>(
      "select a.id from account a join member m on m.id::text = a.subject where m.name like 'Amina%'",
    );
    expect(kept).toEqual([
      expect.objectContaining({
        by: publicId('acc', sender!.id),
        door: 'receipt',
        reason: 'not-an-image',
        at: expect.stringContaining('2026-03-17'),
      }),
    ]);
    const path = `/api/v1/refused-files/${(kept[0] as unknown as { id: string }).id}/file`;
    const file = await adviser.ask({ method: 'GET', path });
    expect([file.mediaType, file.text]).toEqual(['application/octet-stream', scan.toString()]);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await amina.ask({ method: 'GET', path })).status).toBe(200);
    expect((await lucas.ask({ method: 'GET', path })).status).toBe(404);
    expect((await finance.ask({ method: 'GET', path })).status).toBe(403);
  });

  it('are refused with a reason that the worker reads', async () => {
    const { lucas } = house;
    await gift(await own(lucas), '300.00');
    const receipt = String((await send(lucas, jpeg('drum'))).body['id']);
    const path = `/expenses/${String((await post(lucas, '/expenses', form(receipt))).body['id'])}`;
    await post(lucas, `${path}/submit`);
    expect((await post(finance, `${path}/refuse`, { reason: 'Another day.' })).body).toMatchObject({
      state: 'refused',
      decision: { reason: 'Another day.' },
    });
    expect((await get(house.amina, path)).status).toBe(404);
    expect((await get(lucas, '/expenses?state=refused')).body).toMatchObject({ items: [{ state: 'refused' }] });
    expect((await get(lucas, '/expenses?state=paid')).body).toMatchObject({ items: [] });
  });

  it('wait for what is set aside of a mission, which its worker decides', async () => {
    const { amina, lucas, offered, done } = house;
    const activity = await own(amina);
    const wish = { activity, amount: { amount: '100.00', currency: 'EUR' } };
    const path = `/missions/${offered}/set-aside`;
    expect((await get(amina, path)).body).toMatchObject({ setAside: { amount: { amount: '50.00' } } });
    expect((await ask(amina, 'PUT', path, wish)).body).toMatchObject({ mission: offered, activity });
    expect((await get(adviser, path)).body).toMatchObject({ setAside: { amount: { amount: '100.00' } } });
    expect((await get(adviser, `/missions/${done}/set-aside`)).body).toEqual({ setAside: null });
    expect((await ask(lucas, 'PUT', path, wish)).status).toBe(404);
    const made = await ask(amina, 'PUT', `/missions/${done}/set-aside`, wish);
    expect(made.body).toMatchObject({ errors: [{ code: 'payslip-made' }] });
  });
});
