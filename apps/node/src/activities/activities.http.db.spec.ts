import type { Visitor } from '../../../doors/testing/api/visitor.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';

describe('activities over HTTP', () => {
  let house: FurnishedNode;
  let key = 0;
  beforeAll(async () => {
    house = await furnish();
  }, 60_000);
  afterAll(() => house.node.close());

  it('are shared by those who are asked and say yes, and shown to nobody else', async () => {
    const { amina, lucas, staff } = house;
    const ask = async (who: Visitor, method: string, path: string, body?: object) => {
      const { status, json } = await who.ask({ method, path: `/api/v1${path}`, ...(body && { body }) });
      return { status, body: json as Record<string, unknown> };
    };
    const opened = await ask(amina, 'POST', '/activities', { name: 'Brass band' });
    expect(opened).toMatchObject({ status: 201, body: { kind: 'collective', participants: [{ role: 'lead' }] } });
    const path = `/activities/${String(opened.body['id'])}`;
    expect((await ask(lucas, 'GET', path)).status).toBe(404);
    const { items } = (await ask(staff.get('adviser')!, 'GET', '/members')).body as { items: { id: string }[] };
    const member = items.at(-1)!.id;
    expect((await ask(amina, 'POST', `${path}/members`, { member, role: 'member' })).status).toBe(200);
    expect((await ask(lucas, 'GET', path)).status).toBe(200);
    expect((await ask(lucas, 'GET', `${path}/budget`)).status).toBe(404);
    expect((await ask(lucas, 'POST', `${path}/join`)).status).toBe(200);
    expect((await ask(lucas, 'GET', `${path}/budget`)).body).toMatchObject({ available: { amount: '0.00' } });
    const listed = (await ask(lucas, 'GET', '/activities?kind=collective')).body as { items: unknown[] };
    expect(listed.items).toHaveLength(1);
    expect((await ask(lucas, 'POST', `${path}/members`, { member, role: 'lead' })).body).toMatchObject({
      errors: [{ code: 'not-the-lead' }],
    });
    expect((await ask(amina, 'POST', `${path}/leave`)).body).toMatchObject({ errors: [{ code: 'last-lead' }] });
    expect((await ask(lucas, 'POST', `${path}/leave`)).status).toBe(200);
    expect((await ask(lucas, 'GET', path)).status).toBe(404);
  });

  it('offer each other what they have, by a key, and only their leads decide', async () => {
    const { amina, lucas, staff } = house;
    const own = async (who: Visitor) => {
      const { json } = await who.ask({ method: 'GET', path: '/api/v1/activities' });
      return (json as { items: { id: string }[] }).items[0]!.id;
    };
    const wish = {
      giver: await own(amina),
      receiver: await own(lucas),
      amount: { amount: '9000.00', currency: 'EUR' },
      text: 'Rent',
    };
    const offer = async (who: Visitor, body: object = wish) => {
      const headers = { 'idempotency-key': `grant-${(key += 1)}` };
      const { status, json } = await who.ask({ method: 'POST', path: '/api/v1/grants', body, headers });
      return { status, body: json as Record<string, unknown> };
    };
    expect(await offer(amina)).toMatchObject({ status: 422, body: { errors: [{ code: 'not-available' }] } });
    expect(await offer(lucas)).toMatchObject({ body: { errors: [{ pointer: '#/giver', code: 'no-such-activity' }] } });
    expect((await offer(staff.get('finance')!)).status).toBe(403);
    expect(await offer(amina, { ...wish, receiver: wish.giver })).toMatchObject({
      body: { errors: [{ pointer: '#/receiver', code: 'to-itself' }] },
    });
    const listed = await lucas.ask({ method: 'GET', path: '/api/v1/grants' });
    expect(listed.json).toEqual({ items: [], nextCursor: null });
  });
});
