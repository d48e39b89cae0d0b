import { managerOf, type Role } from '@passerelle/doors';
import { Visitor } from '../../../doors/testing/api/visitor.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';
import { password } from '../testing/whole-node.js';

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly delegation: { readonly by: string; readonly to: string; readonly words: string } | null;
}

interface Found {
  readonly items: readonly Item[];
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly handedOver: number;
}

const rehearsal = {
  kind: 'artistic_performance',
  place: { country: 'BE', town: 'Bruxelles' },
  first: '2026-03-30',
  last: '2026-03-30',
  days: 1,
  price: { amount: '450.00', currency: 'EUR' },
};

describe('something that is handed to a colleague', () => {
  let house: FurnishedNode;
  let adviser: Visitor;
  let colleague: Visitor;
  let third: Visitor;
  let mission: string;
  beforeAll(async () => {
    house = await furnish();
    adviser = house.staff.get('adviser')!;
    colleague = await hired('colleague@brussels.example', ['adviser']);
    third = await hired('third@brussels.example', ['adviser']);
    mission = await submitted('Rehearsal');
  }, 120_000);
  afterAll(() => house.node.close());

  const hired = async (email: string, roles: Role[]): Promise<Visitor> => {
    await house.node.letIn(email, roles);
    return Visitor.signIn(house.node.url, email, password);
  };
  let acts = 0;
  const post = async (who: Visitor, path: string, body: object = {}): Promise<{ readonly id: string }> => {
    const headers = { 'idempotency-key': `delegation-${(acts += 1)}` };
    const { status, text, json } = await who.ask({ method: 'POST', path: `/api/v1${path}`, body, headers });
    expect([path, status < 300 ? 'done' : text]).toEqual([path, 'done']);
    return json as { id: string };
  };
  const submitted = async (work: string): Promise<string> => {
    const { id } = await post(house.amina, '/missions', { ...rehearsal, work, client: house.client });
    await post(house.amina, `/missions/${id}/submit`);
    return id;
  };
  const look = async (who: Visitor, query = ''): Promise<Found> => {
    const { status, json } = await who.ask({ method: 'GET', path: `/api/v1/inbox?limit=200${query}` });
    expect(status).toBe(200);
    return json as Found;
  };
  const has = async (who: Visitor, id: string, query?: string): Promise<boolean> =>
    (await look(who, query)).items.some((item) => item.id === id);
  const at = (id: string, kind = 'mission-to-approve'): string => `/api/v1/inbox/${kind}/${id}`;
  const hand = (who: Visitor, id: string, body: object, seen?: string, kind?: string) =>
    who.ask({
      method: 'PUT',
      path: `${at(id, kind)}/delegation`,
      body,
      ...(seen === undefined ? {} : { headers: { 'if-match': seen } }),
    });
  const takeBack = (who: Visitor, id: string) => who.ask({ method: 'DELETE', path: `${at(id)}/delegation` });
  const tagOf = async (who: Visitor, id: string): Promise<string> =>
    (await who.ask({ method: 'GET', path: at(id) })).headers.get('etag')!;
  const goTo = (now: string) =>
    house.staff.get('sysadmin')!.ask({ method: 'PUT', path: '/api/v1/sandbox/clock', body: { now } });

  it('waits for the colleague alone, shows at both, and is the same when it is handed over twice', async () => {
    expect([await has(adviser, mission), await has(colleague, mission), await has(third, mission)]).toEqual([
      true,
      true,
      true,
    ]);
    const body = { to: 'colleague@brussels.example', words: 'She knows the hall.' };
    const handed = await hand(adviser, mission, body);
    expect([handed.status, handed.json]).toMatchObject([
      200,
      { id: mission, delegation: { by: 'adviser@brussels.example', ...body } },
    ]);
    expect((await hand(adviser, mission, body)).json).toEqual(handed.json);
    expect([await has(adviser, mission), await has(colleague, mission), await has(third, mission)]).toEqual([
      false,
      true,
      false,
    ]);
    const { items } = await look(colleague);
    expect(items.find(({ id }) => id === mission)!.delegation).toMatchObject(body);
    expect((await look(adviser)).handedOver).toBe(1);
    expect(await has(adviser, mission, '&whose=handed-over')).toBe(true);
    for (const who of [colleague, third]) {
      expect((await look(who)).handedOver).toBe(0);
      expect(await has(who, mission, '&whose=handed-over')).toBe(false);
    }
  });

  it('is taken back by whoever handed it over, and by nobody whom it does not concern', async () => {
    expect((await takeBack(third, mission)).status).toBe(404);
    const back = await takeBack(adviser, mission);
    expect([back.status, (back.json as Item).delegation]).toEqual([200, null]);
    expect((await takeBack(adviser, mission)).status).toBe(200);
    expect([await has(adviser, mission), await has(third, mission)]).toEqual([true, true]);
  });

  it('is given back by the colleague, and handed on by her', async () => {
    await hand(adviser, mission, { to: 'colleague@brussels.example', words: 'Please.' });
    const on = await hand(colleague, mission, { to: 'third@brussels.example', words: 'I am away.' });
    expect(on.json).toMatchObject({ delegation: { by: 'colleague@brussels.example', to: 'third@brussels.example' } });
    expect([await has(colleague, mission), await has(third, mission)]).toEqual([false, true]);
    expect((await takeBack(third, mission)).json).toMatchObject({ delegation: null });
    expect(await has(adviser, mission)).toBe(true);
  });

  it('rests on what was seen: of two who hand it over at once, the second is told', async () => {
    const seen = await tagOf(colleague, mission);
    const to = 'third@brussels.example';
    expect((await hand(adviser, mission, { to, words: 'First.' }, await tagOf(adviser, mission))).status).toBe(200);
    const late = await hand(third, mission, { to: 'colleague@brussels.example', words: 'Second.' }, seen);
    expect([late.status, late.json]).toMatchObject([412, { errors: [{ pointer: '#/delegation' }] }]);
    await takeBack(adviser, mission);
  });

  it('goes to nobody who does not decide it, to nobody unknown, and not to oneself', async () => {
    const words = 'Please.';
    for (const [to, code] of [
      ['finance@brussels.example', 'no-such-colleague'],
      ['nobody@brussels.example', 'no-such-colleague'],
      ['adviser@brussels.example', 'to-oneself'],
    ]) {
      const { status, json } = await hand(adviser, mission, { to, words });
      expect([to, status, json]).toMatchObject([to, 422, { errors: [{ pointer: '#/to', code }] }]);
    }
    expect((await hand(adviser, mission, { to: 'third@brussels.example', words: '  ' })).status).toBe(400);
    const unknown = [at('mis_00000000000000000000000000000000'), at(mission, 'bank-line'), at(mission, 'anything')];
    for (const path of unknown) expect((await adviser.ask({ method: 'GET', path })).status).toBe(404);
    expect(await has(adviser, mission)).toBe(true);
  });

  it('does not go to a colleague whose own it is', async () => {
    const { json } = await house.amina.ask({ method: 'GET', path: '/api/v1/session' });
    const { subject } = json as { subject: string };
    await house.node.database.transact(async (work) => {
      await managerOf(work).query(`update account set roles = '{worker,adviser}' where subject = $1`, [subject]);
      await managerOf(work).query(
        `update expense set state = 'submitted', submitted_at = now(), claim = $1 where form ->> 'purpose' = 'Strings'`,
        [JSON.stringify({ refund: eur('50.00'), vat: eur('0.00'), cost: eur('50.00'), rule: null })],
      );
    });
    const { items } = await look(adviser, '&kind=expense-to-approve');
    const handed = await hand(
      adviser,
      items[0]!.id,
      { to: 'amina@brussels.example', words: 'Yours.' },
      undefined,
      'expense-to-approve',
    );
    expect([handed.status, handed.json]).toMatchObject([422, { errors: [{ code: 'not-hers-to-decide' }] }]);
  });

  it('tells to whom what can be handed', async () => {
    const { json } = await adviser.ask({ method: 'GET', path: '/api/v1/inbox/colleagues' });
    const { items } = json as { items: readonly { email: string; kinds: readonly string[] }[] };
    const kinds = new Map(items.map((each) => [each.email, each.kinds]));
    expect(kinds.has('adviser@brussels.example')).toBe(false);
    expect(kinds.get('colleague@brussels.example')).toContain('mission-to-approve');
    expect(kinds.has('auditor@brussels.example')).toBe(false);
    expect((await house.lucas.ask({ method: 'GET', path: '/api/v1/inbox/colleagues' })).status).toBe(403);
  });

  it('waits for everybody again when its last day is past, or the colleague does not decide such things any more', async () => {
    const other = await submitted('Another rehearsal');
    await hand(adviser, other, { to: 'colleague@brussels.example', words: 'Please.' });
    expect(await has(third, other)).toBe(false);
    await goTo('2026-03-31T09:00:00Z');
    expect([await has(third, other), await has(adviser, other)]).toEqual([true, true]);
    await goTo('2026-03-20T09:00:00Z');
    expect(await has(third, other)).toBe(false);
    await house.node.database.transact((work) =>
      managerOf(work).query(`update account set roles = '{auditor}' where email = 'colleague@brussels.example'`),
    );
    expect(await has(third, other)).toBe(true);
  });

  it('leaves a trail of who handed it over', async () => {
    const { json } = await house.staff
      .get('auditor')!
      .ask({ method: 'GET', path: `/api/v1/trail?about=${mission}&limit=200` });
    const { items } = json as { items: readonly { name: string; act: string }[] };
    expect(items).toContainEqual(
      expect.objectContaining({
        name: 'adviser@brussels.example',
        act: 'PUT /api/v1/inbox/:kind/:item/delegation',
      }),
    );
  });
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });
