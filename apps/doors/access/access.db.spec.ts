import { jest } from '@jest/globals';
import { Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { apiKeysOf, doorsEntities, doorsMigrations, managerOf } from '../index.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { openProgram, type SpecProgram } from '../testing/http.js';
import { ApiController } from '../http/api-controller.js';
import type { Account, NewAccount, Role } from './accounts/account.js';
import { Accounts } from './accounts/accounts.service.js';
import { Allow, ByAPerson, CurrentAccount, SignedIn } from './allow.js';
import { ownOnly } from './accounts/own-only.js';
import { roles as allRoles } from './accounts/account.js';
import type { MadePasskey, PasskeyQuestion, UsedPasskey } from './passkeys/passkey.js';
import { Passwords } from './accounts/passwords.js';
import { Authenticator } from './testing/authenticator.js';
import { Trail } from './trail/trail.service.js';

@ApiController('payslips')
class PayslipsController {
  @Allow('worker', 'payroll')
  @Get(':owner')
  show(@Param('owner') owner: string, @CurrentAccount() account: Account): object {
    ownOnly(account, owner);
    return { owner };
  }

  @Allow('payroll')
  @Post()
  @HttpCode(204)
  publish(): void {}

  @ByAPerson()
  @Allow('payroll')
  @Post('approve')
  @HttpCode(204)
  approve(): void {}
}

@Module({ controllers: [PayslipsController] })
class PayslipsModule {}

const password = 'a sentence to remember';
const amina: NewAccount = {
  email: 'amina@demo.example',
  password,
  roles: ['worker'],
  subject: 'amina',
  language: 'fr',
};
const payroll: NewAccount = { email: 'payroll@demo.example', password, roles: ['payroll'], language: 'fr' };

describe('access', () => {
  let fresh: FreshDatabase;
  let program: SpecProgram;
  let accounts: Accounts;
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    program = await openProgram(fresh.database, [PayslipsModule], { baseUrl: 'https://coop.example' });
    accounts = program.app.get(Accounts);
  });
  beforeEach(async () => {
    await query('truncate account, sign_in_attempt cascade');
    for (const account of [amina, payroll]) expect((await accounts.create(account)).ok).toBe(true);
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });

  const query = <T>(sql: string): Promise<T> => managerOf(fresh.database.reading).query<T>(sql);
  const signIn = (email: string, secret = password) =>
    program.anybody.post('/api/v1/session').send({ email, password: secret });
  const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
    (answer.headers['set-cookie'] as string[])[0]!;

  it('signs in, says who is signed in, and signs out for good', async () => {
    const answer = await signIn(' Amina@Demo.example ').expect(201);
    expect(answer.body).toEqual({
      email: 'amina@demo.example',
      roles: ['worker'],
      subject: 'amina',
      language: 'fr',
      secondFactor: 'none',
      signOutAt: null,
    });
    const cookie = cookieOf(answer);
    expect(cookie).toMatch(/^passerelle_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const pair = cookie.split(';')[0]!;
    const me = await program.anybody.get('/api/v1/session').set('Cookie', pair).expect(200);
    expect(me.body.subject).toBe('amina');
    await program.anybody.delete('/api/v1/session').set('Cookie', pair).expect(204);
    const after = await program.anybody.get('/api/v1/session').set('Cookie', pair).expect(401);
    expect(after.body.type).toBe('/problems/sign-in-needed');
    await program.anybody.delete('/api/v1/session').set('Cookie', pair).expect(204);
  });

  it('keeps neither the password nor the token', async () => {
    const token = /session=([\w-]+)/.exec(cookieOf(await signIn(amina.email)))![1]!;
    const kept = JSON.stringify([await query('select * from account'), await query('select * from session')]);
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(token);
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await signIn(amina.email, 'another sentence').expect(401);
    const unknown = await signIn('nobody@demo.example').expect(401);
    const { traceId: one, ...first } = wrong.body as Record<string, unknown>;
    const { traceId: other, ...second } = unknown.body as Record<string, unknown>;
    expect(first).toEqual(second);
    expect(one).not.toBe(other);
    expect(unknown.headers['set-cookie']).toBeUndefined();
  });

  it('computes one whole hash for an unknown address too, so that the time of an answer tells nothing', async () => {
    const computed = jest.spyOn(program.app.get(Passwords), 'compare');
    for (const email of [amina.email, 'x@y.z'])
      expect(await accounts.verify(email, 'another sentence')).toBeUndefined();
    const costs = computed.mock.calls.map(([, hashed]) => hashed.split('$').slice(0, 4).join('$'));
    expect(costs).toEqual(['$argon2id$v=19$m=19456,t=2,p=1', '$argon2id$v=19$m=19456,t=2,p=1']);
    computed.mockRestore();
  });

  it('pauses after five wrong passwords for one account from one place, and only there', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(amina.email, 'another sentence').expect(401);
    const answer = await signIn(amina.email).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.body).toMatchObject({
      type: '/problems/too-many-attempts',
      detail: expect.stringMatching(/Try again in \d+ (second|minute)s?\.$/),
    });
    await signIn(payroll.email).expect(201);
    const elsewhere = signIn(amina.email).set('X-Forwarded-For', '192.0.2.7');
    await elsewhere.expect(201);
  });

  it('does not hold right passwords against anybody', async () => {
    for (let attempt = 0; attempt < 7; attempt += 1) await signIn(amina.email).expect(201);
  });

  it.each([
    ['seen_at', '61 minutes', 401],
    ['seen_at', '59 minutes', 200],
    ['ends_at', '12 hours', 401],
    ['ends_at', '11 hours', 200],
  ])('ends a session by itself: %s moved back by %s gives %i', async (column, time, status) => {
    const cookie = cookieOf(await signIn(payroll.email)).split(';')[0]!;
    await query(`update session set ${column} = ${column} - interval '${time}'`);
    await program.anybody.get('/api/v1/session').set('Cookie', cookie).expect(status);
  });

  it('lets through by role, and a worker to her own things only', async () => {
    const worker = cookieOf(await signIn(amina.email)).split(';')[0]!;
    const staff = cookieOf(await signIn(payroll.email)).split(';')[0]!;
    const get = (owner: string, cookie: string) =>
      program.anybody.get(`/api/v1/payslips/${owner}`).set('Cookie', cookie);
    await get('amina', worker).expect(200);
    expect((await get('lucas', worker).expect(404)).body.type).toBe('/problems/not-found');
    await get('lucas', staff).expect(200);
    const refused = await program.anybody.post('/api/v1/payslips').set('Cookie', worker).expect(403);
    expect(refused.body).toMatchObject({ type: '/problems/not-allowed', roles: ['payroll'] });
    await program.anybody.post('/api/v1/payslips').set('Cookie', staff).expect(204);
    await program.anybody.post('/api/v1/payslips').expect(401);
  });

  it.each([
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://coop.example', 'Sec-Fetch-Site': 'same-origin' }, 204],
    [{ 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    [{ 'Content-Type': 'text/plain' }, 415],
  ])('takes changes from its own pages only: %j gives %i', async (headers, status) => {
    const staff = cookieOf(await signIn(payroll.email)).split(';')[0]!;
    await program.anybody.post('/api/v1/payslips').set('Cookie', staff).set(headers).expect(status);
  });

  it('ignores cookies that are no token of ours', async () => {
    for (const cookie of ['passerelle_session=', 'passerelle_session=x', `passerelle_session=${'A'.repeat(43)}`, 'a=b'])
      await program.anybody.get('/api/v1/session').set('Cookie', cookie).expect(401);
  });

  it('makes each address one account', async () => {
    const again = await accounts.create({ ...amina, email: 'AMINA@demo.example' });
    expect(again).toEqual({ ok: false, refusal: { kind: 'email-taken', email: 'amina@demo.example' } });
    const both = await Promise.all([1, 2].map(() => accounts.create({ ...payroll, email: 'finance@demo.example' })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('seeds an account again without changing anything, and takes changes over', async () => {
    const before = await query('select * from account order by email');
    expect((await accounts.ensure(amina)).ok).toBe(true);
    expect(await query('select * from account order by email')).toEqual(before);
    const roles: Role[] = ['worker', 'adviser'];
    await accounts.ensure({ ...amina, roles, password: 'another sentence' });
    const signedIn = await signIn(amina.email, 'another sentence').expect(201);
    expect(signedIn.body.roles).toEqual(roles);
  });

  it('resets a password and signs out everywhere', async () => {
    const cookie = cookieOf(await signIn(amina.email)).split(';')[0]!;
    expect((await accounts.reset(amina.email, 'another sentence')).ok).toBe(true);
    await program.anybody.get('/api/v1/session').set('Cookie', cookie).expect(401);
    await signIn(amina.email).expect(401);
    await signIn(amina.email, 'another sentence').expect(201);
    expect(await accounts.reset('nobody@demo.example', password)).toMatchObject({
      refusal: { kind: 'unknown-account' },
    });
  });

  it('changes her own password with the one she has; she stays signed in here, and nowhere else', async () => {
    const [here, elsewhere] = [cookieOf(await signIn(amina.email)), cookieOf(await signIn(amina.email))];
    const change = (current: string, next: string) =>
      program.anybody
        .put('/api/v1/session/password')
        .set('Cookie', here.split(';')[0]!)
        .send({ current, password: next });
    const wrong = await change('not the one', 'another sentence').expect(422);
    expect(wrong.body.type).toBe('/problems/wrong-password');
    const short = await change(password, 'short').expect(400);
    expect(short.body.errors).toMatchObject([{ pointer: '#/password' }]);
    await change(password, 'another sentence').expect(204);
    const get = (cookie: string) => program.anybody.get('/api/v1/session').set('Cookie', cookie.split(';')[0]!);
    await get(here).expect(200);
    await get(elsewhere).expect(401);
    await signIn(amina.email).expect(401);
    await signIn(amina.email, 'another sentence').expect(201);
  });

  it('lets nobody in by password to an account for which none was chosen yet', async () => {
    const email = 'lucas@demo.example';
    const made = await accounts.create({ ...amina, email, subject: 'lucas', password: undefined });
    expect(made.ok).toBe(true);
    expect(await query(`select password_hash from account where subject = 'lucas'`)).toEqual([{ password_hash: null }]);
    for (const guess of ['', 'null', password]) await signIn(email, guess).expect(401);
  });

  it('keeps an account only together with what it is made with', async () => {
    const failing = fresh.database.transact(async (work) => {
      await accounts.createIn(work, { ...payroll, email: 'finance@demo.example' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await signIn('finance@demo.example').expect(401);
  });

  it('lets the administrator add accounts and nobody else', async () => {
    await accounts.create({ email: 'sysadmin@demo.example', password, roles: ['sysadmin'], language: 'en' });
    const cookie = cookieOf(await signIn('sysadmin@demo.example')).split(';')[0]!;
    const add = (body: object, as = cookie) => program.anybody.post('/api/v1/accounts').set('Cookie', as).send(body);
    const finance = { email: 'finance@demo.example', password, roles: ['finance'], language: 'nl' };
    await add(finance, cookieOf(await signIn(payroll.email)).split(';')[0]).expect(403);
    await add(finance).expect(201);
    const twice = await add(finance).expect(422);
    expect(twice.body.errors).toMatchObject([{ pointer: '#/email', code: 'email-taken' }]);
    await add({ ...finance, roles: ['king'] }).expect(400);
    const reset = { email: finance.email, password: 'another sentence' };
    await program.anybody.put('/api/v1/accounts/password').set('Cookie', cookie).send(reset).expect(204);
    await signIn(finance.email, 'another sentence').expect(201);
  });
});

describe('a program with a key', () => {
  let fresh: FreshDatabase;
  let program: SpecProgram;
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    program = await openProgram(fresh.database, [PayslipsModule]);
  });
  beforeEach(async () => {
    await program.app.get(Trail).flush();
    await query('truncate api_key, trail_entry, account cascade');
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });
  const query = <T>(sql: string): Promise<T> => managerOf(fresh.database.reading).query<T>(sql);
  const keyFor = async (...scopes: string[]): Promise<string> => {
    const made = await apiKeysOf(fresh.database, allRoles).create({ name: 'accounting', scopes, days: 90 }, 'spec');
    if (!made.ok) throw new Error(made.refusal.kind);
    return made.value.secret;
  };
  const get = (key: string) => program.anybody.get('/api/v1/payslips/amina').set('Authorization', `Bearer ${key}`);
  const post = (key: string, act = '') =>
    program.anybody.post(`/api/v1/payslips${act}`).set('Authorization', `Bearer ${key}`);

  it('looks with a scope to read, and changes with a scope to change', async () => {
    const reading = await keyFor('payroll:read');
    await get(reading).expect(200);
    expect((await post(reading).expect(403)).body).toMatchObject({ type: '/problems/not-allowed', roles: ['payroll'] });
    await query('truncate api_key');
    const changing = await keyFor('payroll:change');
    await get(changing).expect(200);
    await post(changing).expect(204);
    await query('truncate api_key');
    await get(await keyFor('finance:change')).expect(403);
  });

  it('is never somebody who has signed in', async () => {
    const key = await keyFor('payroll:change', 'sysadmin:change');
    expect((await post(key, '/approve').expect(403)).body.type).toBe('/problems/person-needed');
    await program.anybody.get('/api/v1/session').set('Authorization', `Bearer ${key}`).expect(403);
    await program.anybody.post('/api/v1/accounts').set('Authorization', `Bearer ${key}`).send({}).expect(403);
  });

  it('is not let in with a key that is wrong, over or revoked, and not by a cookie beside it', async () => {
    const key = await keyFor('payroll:read');
    for (const wrong of ['x', `${key}x`, key.replace(/.$/, key.endsWith('A') ? 'B' : 'A')])
      expect((await get(wrong).expect(401)).body.type).toBe('/problems/wrong-api-key');
    await program.app.get(Accounts).create(payroll);
    const answer = await program.anybody.post('/api/v1/session').send({ email: payroll.email, password }).expect(201);
    const cookie = (answer.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    await get('x').set('Cookie', cookie).expect(401);
    await query(`update api_key set ends_at = now() - interval '1 second'`);
    await get(key).expect(401);
    await query(`update api_key set ends_at = now() + interval '1 day', revoked_at = now()`);
    await get(key).expect(401);
  });

  it('is given its key by the administrator, who is told it once, sees it used and revokes it', async () => {
    await program.app
      .get(Accounts)
      .create({ email: 'sys@demo.example', password, roles: ['sysadmin'], language: 'en' });
    const answer = await program.anybody.post('/api/v1/session').send({ email: 'sys@demo.example', password });
    const cookie = (answer.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    const body = { name: 'bookkeeping', scopes: ['payroll:read'], days: 30 };
    const make = (changed: object) =>
      program.anybody
        .post('/api/v1/api-keys')
        .set('Cookie', cookie)
        .send({ ...body, ...changed });
    const { secret } = (await make({}).expect(201)).body;
    await get(secret).expect(200);
    expect((await make({}).expect(422)).body.errors).toMatchObject([{ pointer: '#/name', code: 'name-taken' }]);
    const foreign = (await make({ name: 'other', scopes: ['worker:read'] }).expect(422)).body;
    expect(foreign.errors).toMatchObject([{ pointer: '#/scopes', code: 'unknown-scope' }]);
    await make({ name: 'other', days: 400 }).expect(400);
    const list = async () => (await program.anybody.get('/api/v1/api-keys').set('Cookie', cookie).expect(200)).body;
    const { items, scopes } = await list();
    expect(items).toMatchObject([{ name: 'bookkeeping', state: 'in-use', scopes: ['payroll:read'] }]);
    expect(items[0].usedAt).not.toBeNull();
    expect(JSON.stringify(items)).not.toContain(secret);
    expect(scopes).toContain('finance:change');
    const revoke = () => program.anybody.delete('/api/v1/api-keys/bookkeeping').set('Cookie', cookie);
    expect((await revoke().expect(200)).body.state).toBe('revoked');
    await revoke().expect(404);
    await get(secret).expect(401);
    expect(await query(`select name from trail_entry where act = 'api key bookkeeping revoked'`)).toEqual([
      { name: 'sys@demo.example' },
    ]);
  });

  it('pauses after thirty wrong keys, and asks no more than 600 times a minute', async () => {
    const key = await keyFor('payroll:read');
    const elsewhere = (secret: string) => get(secret).set('X-Forwarded-For', '192.0.2.9');
    for (let attempt = 0; attempt < 30; attempt += 1) await elsewhere('wrong').expect(401);
    expect(Number((await elsewhere(key).expect(429)).headers['retry-after'])).toBeGreaterThan(0);
    const answers = await Promise.all(Array.from({ length: 601 }, () => get(key)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  }, 30_000);

  it('leaves a trail as staff do, which nobody edits, and a worker only where she changes something', async () => {
    const member = `mem_${'a'.repeat(32)}`;
    await get(await keyFor('payroll:read')).query({ member });
    for (const account of [amina, payroll]) expect((await program.app.get(Accounts).create(account)).ok).toBe(true);
    const worker = await program.signIn(amina.email, password);
    await worker.get('/api/v1/payslips/amina').expect(200);
    await worker.post('/api/v1/payslips').expect(403);
    await program.app.get(Trail).flush();
    const seen = await query(`select name, act, things, status from trail_entry where who is not null order by number`);
    expect(seen).toEqual([
      {
        name: 'key:accounting',
        act: 'GET /api/v1/payslips/:owner',
        things: [member.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')],
        status: 200,
      },
      { name: amina.email, act: 'POST /api/v1/session', things: [], status: 201 },
      { name: amina.email, act: 'POST /api/v1/payslips', things: [], status: 403 },
    ]);
    await expect(query('delete from trail_entry')).rejects.toThrow(/only added to/);
    await expect(query(`update trail_entry set name = 'x'`)).rejects.toThrow(/only added to/);
    await query(
      `insert into trail_entry (at, name, roles, act, things) values (now() - interval '3 years', 'x', '{}', 'x', '{}')`,
    );
    await query(`delete from trail_entry where name = 'x'`);
  });

  it('shows the trail to the auditor and the administrator, a part at a time', async () => {
    const key = await keyFor('auditor:read');
    await get(key).expect(403);
    await get(key).query({ member: `mem_${'b'.repeat(32)}` });
    await program.app.get(Trail).flush();
    const trail = (search: string) =>
      program.anybody.get(`/api/v1/trail?${search}`).set('Authorization', `Bearer ${key}`).expect(200);
    const first = (await trail('limit=2')).body;
    expect(first.items).toMatchObject([
      { status: 403, things: ['b'.repeat(32)] },
      { status: 403, things: [] },
    ]);
    const next = (await trail(`limit=2&cursor=${first.nextCursor}`)).body;
    expect(next).toMatchObject({ items: [{ name: 'spec', act: 'api key accounting made: auditor:read' }] });
    expect((await trail(`about=mem_${'b'.repeat(32)}`)).body.items).toHaveLength(1);
    expect((await trail('name=nobody@coop.example')).body.items).toEqual([]);
  });
});

describe('a second factor', () => {
  let agent: Awaited<ReturnType<SpecProgram['signIn']>>;
  let fresh: FreshDatabase;
  let program: SpecProgram;
  let accounts: Accounts;
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    program = await openProgram(fresh.database, [PayslipsModule], { secondFactor: 'staff', secretsKey: password });
    accounts = program.app.get(Accounts);
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });
  const path = '/api/v1/session/second-factor';
  const now = Date.now();
  const codeAt = (secret: string, ms: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
  const signInWith = (code?: string) =>
    program.anybody.post('/api/v1/session').send({ email: payroll.email, password, ...(code && { code }) });
  const setUp = async (): Promise<string> => {
    const begun = await agent.post(path).expect(201);
    const { secret, qr } = begun.body as { secret: string; qr: { path: string; size: number } };
    expect(qr.path).toMatch(/^M0 0h1v1h-1z/);
    await agent
      .put(path)
      .send({ code: codeAt(secret, now - 30_000) })
      .expect(204);
    return secret;
  };
  beforeEach(async () => {
    await managerOf(fresh.database.reading).query('truncate account, sign_in_attempt cascade');
    for (const account of [amina, payroll]) expect((await accounts.create(account)).ok).toBe(true);
    jest.spyOn(Date, 'now').mockReturnValue(now);
    agent = await program.signIn(payroll.email, password);
  });
  afterEach(() => jest.restoreAllMocks());

  it('counts only once a code of it was given', async () => {
    const { body } = await agent.post(path).expect(201);
    await signInWith().expect(201);
    await agent.put(path).send({ code: '12345' }).expect(400);
    const wrong = codeAt(String(body.secret), now + 600_000);
    expect((await agent.put(path).send({ code: wrong }).expect(422)).body.type).toBe('/problems/wrong-code');
    await signInWith().expect(201);
  });

  it('asks for a code at each sign-in, and takes each code once', async () => {
    const secret = await setUp();
    const [kept] = await managerOf(fresh.database.reading).query<{ secret: string }[]>(
      'select secret from second_factor',
    );
    expect(kept!.secret).toMatch(/^AHNlYWxlZA[\w-]+$/);
    expect(Buffer.from(kept!.secret, 'base64url').includes(secret)).toBe(false);
    expect((await signInWith().expect(401)).body.type).toBe('/problems/code-needed');
    expect((await signInWith(codeAt(secret, now - 30_000)).expect(422)).body.type).toBe('/problems/wrong-code');
    expect((await signInWith(codeAt(secret, now)).expect(201)).body.secondFactor).toBe('present');
    await signInWith(codeAt(secret, now)).expect(422);
    expect((await agent.post(path).expect(409)).body.type).toBe('/problems/has-second-factor');
  });

  it('pauses for whoever guesses codes', async () => {
    const secret = await setUp();
    const wrong = codeAt(secret, now + 600_000);
    for (let attempt = 0; attempt < 5; attempt += 1) await signInWith(wrong).expect(422);
    await signInWith(codeAt(secret, now)).expect(429);
  });

  it('is removed with a code, or with the new password that an administrator gives', async () => {
    const secret = await setUp();
    await agent
      .post(`${path}/remove`)
      .send({ code: codeAt(secret, now) })
      .expect(204);
    await signInWith().expect(201);
    await setUp();
    expect((await accounts.reset(payroll.email, password)).ok).toBe(true);
    await signInWith().expect(201);
  });

  it('is the first thing that staff do where the program asks for it, and a choice for a worker', async () => {
    expect((await agent.get('/api/v1/session').expect(200)).body.secondFactor).toBe('missing');
    expect((await agent.post('/api/v1/payslips').expect(403)).body.type).toBe('/problems/second-factor-needed');
    await setUp();
    await agent.post('/api/v1/payslips').expect(204);
    const worker = await program.signIn(amina.email, password);
    await worker.get('/api/v1/payslips/amina').expect(200);
  });
});

describe('a passkey', () => {
  let agent: Awaited<ReturnType<SpecProgram['signIn']>>;
  let fresh: FreshDatabase;
  let program: SpecProgram;
  let device: Authenticator;
  const path = '/api/v1/session/passkeys';
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    program = await openProgram(fresh.database, [PayslipsModule], { secondFactor: 'staff' });
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });
  const newDevice = () => new Authenticator('localhost', 'http://localhost:8080');
  const query = <T>(sql: string): Promise<T> => managerOf(fresh.database.reading).query<T>(sql);
  const signInWith = (proof: object = {}) =>
    program.anybody.post('/api/v1/session').send({ email: payroll.email, password, ...proof });
  const asked = async (): Promise<PasskeyQuestion> => (await signInWith().expect(401)).body.passkey as PasskeyQuestion;
  const begin = async (as = agent): Promise<PasskeyQuestion> =>
    (await as.post(`${path}/begin`).send({ password }).expect(201)).body.question as PasskeyQuestion;
  const add = (made: MadePasskey, as = agent) => as.post(path).send({ name: 'Telephone', ...made });
  const anyQuestion = async (): Promise<PasskeyQuestion> =>
    (await program.anybody.post('/api/v1/session/passkey/begin').expect(201)).body.question as PasskeyQuestion;
  const enter = (answer: UsedPasskey) => program.anybody.post('/api/v1/session/passkey').send(answer);
  const refused = ({ status, body }: { status: number; body: { type?: string } }): void =>
    expect([status, body.type]).toEqual([422, '/problems/passkey-refused']);
  beforeEach(async () => {
    await query('truncate account, sign_in_attempt, pending_sign_in cascade');
    for (const account of [amina, payroll]) expect((await program.app.get(Accounts).create(account)).ok).toBe(true);
    device = newDevice();
    agent = await program.signIn(payroll.email, password);
    await add(device.make(await begin())).expect(201);
  });

  it('is asked for after the password, once for each question, and opens the work of staff', async () => {
    await agent.post('/api/v1/payslips').expect(204);
    const question = await asked();
    expect(question['allowCredentials']).toMatchObject([{ id: device.credential, transports: ['internal'] }]);
    const answer = device.use(question, { isVerified: false });
    expect((await signInWith({ passkey: answer }).expect(201)).body.secondFactor).toBe('present');
    refused(await signInWith({ passkey: answer }));
    refused(await signInWith({ passkey: device.use(question) }));
    expect((await signInWith({ code: '123456' }).expect(401)).body.type).toBe('/problems/passkey-needed');
  });

  it('signs in alone where the device has asked who holds it', async () => {
    const entered = await enter(device.use(await anyQuestion())).expect(201);
    expect(entered.body).toMatchObject({ email: payroll.email, secondFactor: 'present' });
    expect(entered.headers['set-cookie']).toBeDefined();
    refused(await enter(device.use(await anyQuestion(), { isVerified: false })));
  });

  it('answers nobody else: not another page, another account, an older question, or with the wrong key', async () => {
    refused(await enter(device.use(await anyQuestion(), { origin: 'https://localhost.evil.example' })));
    refused(await enter(device.use({ challenge: 'A'.repeat(43) })));
    refused(await enter(device.use(await asked())));
    refused(await signInWith({ passkey: device.use(await anyQuestion()) }));
    const { signature } = newDevice().use(await anyQuestion());
    refused(await enter({ ...device.use(await anyQuestion()), signature }));
    const hers = newDevice();
    const worker = await program.signIn(amina.email, password);
    await add(hers.make(await begin(worker)), worker).expect(201);
    refused(await signInWith({ passkey: hers.use(await asked()) }));
    expect((await enter(hers.use(await anyQuestion())).expect(201)).body.email).toBe(amina.email);
    await query(`update pending_sign_in set made_at = now() - interval '11 minutes'`);
    const late = await anyQuestion();
    await query(`update pending_sign_in set made_at = now() - interval '11 minutes'`);
    refused(await enter(device.use(late)));
  });

  it('is refused and told of when its counter goes back, as that of a copied key does', async () => {
    await enter(device.use(await anyQuestion())).expect(201);
    device.counter = 0;
    refused(await enter(device.use(await anyQuestion())));
    expect(await query(`select name, act from trail_entry where status is null`)).toEqual([
      { name: payroll.email, act: 'passkey refused: its counter went back' },
    ]);
  });

  it('is made by whoever knows the password, for her alone, and is nobody else’s afterwards', async () => {
    const wrong = await agent.post(`${path}/begin`).send({ password: 'another sentence' }).expect(422);
    expect(wrong.body.type).toBe('/problems/wrong-password');
    const worker = await program.signIn(amina.email, password);
    refused(await add(newDevice().make(await begin()), worker));
    refused(await add(device.make(await begin(worker)), worker));
    refused(await add(newDevice().make(await begin(), { origin: 'https://evil.example' })));
    refused(await add(newDevice().make({ challenge: 'A'.repeat(43) })));
    expect((await begin())['excludeCredentials']).toMatchObject([{ id: device.credential }]);
  });

  it('stands in a list with others, goes with the password, and opens nothing afterwards', async () => {
    const second = newDevice();
    await add(second.make(await begin())).expect(201);
    const list = async () => (await agent.get('/api/v1/session/second-factor').expect(200)).body;
    const { passkeys, ...others } = await list();
    expect(others).toEqual({ hasApp: false, passkeysAt: 'http://localhost:8080' });
    expect(passkeys).toMatchObject([{ name: 'Telephone', usedAt: null }, { name: 'Telephone' }]);
    const remove = (id: string, as = agent, secret = password) =>
      as.post(`${path}/${id}/remove`).send({ password: secret });
    const [{ id }] = passkeys as [{ id: string }];
    await remove(id, await program.signIn(amina.email, password)).expect(404);
    await remove(id, agent, 'another sentence').expect(422);
    await remove(id).expect(204);
    refused(await enter(device.use(await anyQuestion())));
    refused(await signInWith({ passkey: device.use(await asked()) }));
    await signInWith({ passkey: second.use(await asked()) }).expect(201);
    expect((await program.app.get(Accounts).reset(payroll.email, password)).ok).toBe(true);
    refused(await enter(second.use(await anyQuestion())));
    await signInWith().expect(201);
  });

  it('goes beside an app: either of them will do', async () => {
    const { secret } = (await agent.post('/api/v1/session/second-factor').expect(201)).body as { secret: string };
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await agent.put('/api/v1/session/second-factor').send({ code }).expect(204);
    const both = await signInWith().expect(401);
    expect(both.body.type).toBe('/problems/code-needed');
    await signInWith({ passkey: device.use(both.body.passkey as PasskeyQuestion) }).expect(201);
  });

  it('is not offered at an address made of digits, and says so', async () => {
    const there = await openProgram(fresh.database, [], { baseUrl: 'http://127.0.0.1:8080' });
    const answer = await there.anybody.post('/api/v1/session/passkey/begin').expect(409);
    expect(answer.body.type).toBe('/problems/no-passkeys-here');
    const needed = await there.anybody.post('/api/v1/session').send({ email: payroll.email, password }).expect(401);
    expect([needed.body.type, needed.body.passkey]).toEqual(['/problems/passkey-needed', undefined]);
  });
});

describe('a program', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
  });
  afterAll(() => fresh.drop());

  it('does not start with a route that says nothing about who may use it', async () => {
    @ApiController('forgotten')
    class ForgottenController {
      @SignedIn()
      @Get()
      decided(): string {
        return 'ok';
      }

      @Get('other')
      undecided(): string {
        return 'oh';
      }
    }
    @Module({ controllers: [ForgottenController] })
    class ForgottenModule {}
    const start = openProgram(fresh.database, [ForgottenModule]);
    await expect(start).rejects.toThrow(
      'add @Allow(…), @SignedIn() or @Public(): nobody knows who may use ForgottenController.undecided',
    );
  });

  it('refuses roles that it does not have', async () => {
    const program = await openProgram(fresh.database, [], { roles: ['fedadmin'] });
    const made = await program.app.get(Accounts).create(payroll);
    expect(made).toMatchObject({ refusal: { kind: 'unknown-role', role: 'payroll', known: ['fedadmin'] } });
  });

  it('lets the first administrator in once, and never again', async () => {
    const firstAccount: NewAccount = { email: 'first@demo.example', password, roles: ['sysadmin'], language: 'en' };
    const first = await openProgram(fresh.database, [], { firstAccount });
    await first.signIn(firstAccount.email, password);
    const second = await openProgram(fresh.database, [], {
      firstAccount: { ...firstAccount, email: 'second@demo.example' },
    });
    await second.anybody.post('/api/v1/session').send({ email: 'second@demo.example', password }).expect(401);
  });
});
