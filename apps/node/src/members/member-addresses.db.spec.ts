import { parsePublicId } from '@passerelle/doors';
import { Visitor } from '../../../doors/testing/api/visitor.js';
import { type FurnishedNode, furnish, until } from '../testing/furnished-node.js';
import { password } from '../testing/whole-node.js';

const wrong = 'nadja@brussels.example';
const right = 'nadia@brussels.example';

describe('the address of a member', () => {
  let house: FurnishedNode;
  let adviser: Visitor;
  beforeAll(async () => {
    house = await furnish();
    adviser = house.staff.get('adviser')!;
  }, 120_000);
  afterAll(() => house.node.close());

  const joined = async (email: string, more: object): Promise<string> => {
    const body = {
      entity: house.entity,
      name: 'Nadia Peeters',
      email,
      language: 'nl',
      role: 'vertaler',
      iban: 'BE68539007547034',
      facts: {},
      ...more,
    };
    const { status, json } = await adviser.ask({ method: 'POST', path: '/api/v1/members', body });
    expect(status).toBe(201);
    return (json as { id: string }).id;
  };
  const change = (who: Visitor, id: string, email: string, seen?: string) =>
    who.ask({
      method: 'PUT',
      path: `/api/v1/members/${id}/email`,
      body: { email },
      ...(seen === undefined ? {} : { headers: { 'if-match': seen } }),
    });
  const letters = async (to: string, count: number): Promise<readonly string[]> =>
    until(`${count} letters to ${to}`, async () => {
      const path = `/api/v1/sandbox/mail?to=${to}`;
      const { json } = await house.staff.get('sysadmin')!.ask({ method: 'GET', path });
      const { items } = json as { items: readonly string[] };
      return items.length >= count ? items : undefined;
    });
  const tokenIn = (letter: string): string => /\/password\?lang=\w\w#([\w-]{43})/.exec(letter)![1]!;
  const open = (token: string) =>
    Visitor.stranger(house.node.url).ask({ method: 'POST', path: '/api/v1/password-links/open', body: { token } });

  it('that was mistyped is changed: both are told, the link to the wrong one ends, and a new one is sent', async () => {
    const id = await joined(wrong, { invite: true });
    const [invitation] = await letters(wrong, 1);
    expect((await open(tokenIn(invitation!))).status).toBe(200);
    const changed = await change(adviser, id, right.toUpperCase());
    expect([changed.status, changed.json]).toMatchObject([200, { id, email: right }]);
    expect((await open(tokenIn(invitation!))).status).toBe(410);
    const [, given] = await letters(wrong, 2);
    expect(given).not.toContain(right);
    const told = await letters(right, 2);
    const link = told.find((letter) => letter.includes('/password?'))!;
    expect((await open(tokenIn(link))).json).toMatchObject({ email: right, reason: 'invitation' });
    expect(told.some((letter) => letter.includes('/login'))).toBe(true);
  });

  it('is the same when it is changed twice, and nobody is told again', async () => {
    const id = await joined('twice@brussels.example', {});
    expect((await change(adviser, id, 'once@brussels.example')).status).toBe(200);
    await letters('once@brussels.example', 1);
    expect((await change(adviser, id, 'once@brussels.example')).status).toBe(200);
    await change(adviser, id, 'after@brussels.example');
    await letters('after@brussels.example', 1);
    // To the one in between: that it is hers, and that it is hers no more.
    expect(await letters('once@brussels.example', 2)).toHaveLength(2);
  });

  it('is where she signs in from then on, and she is signed out where she was', async () => {
    const { json } = await house.lucas.ask({ method: 'GET', path: '/api/v1/session' });
    const id = `mem_${(json as { subject: string }).subject.replaceAll('-', '')}`;
    expect((await change(adviser, id, 'luc@brussels.example')).status).toBe(200);
    expect((await house.lucas.ask({ method: 'GET', path: '/api/v1/session' })).status).toBe(401);
    const again = await Visitor.signIn(house.node.url, 'luc@brussels.example', password);
    expect((await again.ask({ method: 'GET', path: '/api/v1/session' })).json).toMatchObject({
      email: 'luc@brussels.example',
    });
    const body = { email: 'lucas@brussels.example', password };
    const old = await Visitor.stranger(house.node.url).ask({ method: 'POST', path: '/api/v1/session', body });
    expect(old.status).toBe(401);
  });

  it('is nobody else’s, is an address, and rests on what was seen', async () => {
    const id = await joined('seen@brussels.example', {});
    const of = async (who: Visitor) =>
      (await who.ask({ method: 'GET', path: `/api/v1/members/${id}` })).headers.get('etag')!;
    for (const email of ['amina@brussels.example', 'finance@brussels.example']) {
      const taken = await change(adviser, id, email);
      expect([email, taken.status, taken.json]).toMatchObject([
        email,
        422,
        { errors: [{ pointer: '#/email', code: 'member-email-taken' }] },
      ]);
    }
    expect((await change(adviser, id, 'no address')).status).toBe(400);
    const seen = await of(adviser);
    expect((await change(adviser, id, 'faster@brussels.example', seen)).status).toBe(200);
    const late = await change(adviser, id, 'slower@brussels.example', seen);
    expect([late.status, late.json]).toMatchObject([
      412,
      { errors: [{ pointer: '#/email' }], now: { email: 'faster@brussels.example' }, by: 'adviser@brussels.example' },
    ]);
  });

  it('of somebody who signs in as staff is not changed by an adviser, who could become her', async () => {
    const id = await joined('double@brussels.example', {});
    await house.node.letIn('double@brussels.example', ['worker', 'finance'], parsePublicId('mem', id));
    const refused = await change(adviser, id, 'mine@brussels.example');
    expect([refused.status, refused.json]).toMatchObject([422, { errors: [{ code: 'staff-address' }] }]);
    const sysadmin = house.staff.get('sysadmin')!;
    expect((await change(sysadmin, id, 'hers@brussels.example')).status).toBe(200);
  });

  it('is changed by nobody but staff who may', async () => {
    const id = await joined('safe@brussels.example', {});
    for (const who of [house.amina, house.staff.get('finance')!, house.staff.get('payroll')!])
      expect((await change(who, id, 'other@brussels.example')).status).toBe(403);
  });
});
