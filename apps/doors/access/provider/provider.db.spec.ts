import { generateKeyPairSync } from 'node:crypto';
import { doorsEntities, doorsMigrations, managerOf } from '../../index.js';
import { type FreshDatabase, freshDatabase } from '../../testing/database.js';
import { openProgram, type SpecProgram } from '../../testing/http.js';
import { Accounts } from '../accounts/accounts.service.js';
import type { ProviderTerms } from './provider.js';
import { LoopbackProvider, type Said } from '../testing/provider.js';

const password = 'a sentence to remember';
const payroll = { email: 'payroll@demo.example', password, roles: ['payroll' as const], language: 'fr' as const };
const amina = {
  email: 'amina@demo.example',
  password,
  roles: ['worker' as const],
  subject: 'amina',
  language: 'fr' as const,
};
const aminaThere: Said = { email: amina.email, email_verified: true };

describe('signing in at a provider', () => {
  let provider: LoopbackProvider;
  let fresh: FreshDatabase;
  let program: SpecProgram;
  const opened: SpecProgram[] = [];
  const open = async (terms: Partial<ProviderTerms> = {}): Promise<SpecProgram> => {
    const { issuer, client } = provider;
    const all: ProviderTerms = { issuer, ...client, name: 'Coop', factor: 'amr', ...terms };
    opened.push(await openProgram(fresh.database, [], { provider: all, secondFactor: 'staff' }));
    return opened.at(-1)!;
  };
  beforeAll(async () => {
    provider = await LoopbackProvider.open();
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    program = await open();
  });
  beforeEach(async () => {
    await query('truncate account, pending_sign_in cascade');
    for (const account of [amina, payroll]) expect((await program.app.get(Accounts).create(account)).ok).toBe(true);
  });
  afterAll(async () => {
    for (const { app } of opened) await app.close();
    await provider.close();
    await fresh.drop();
  });
  const query = <T>(sql: string): Promise<T> => managerOf(fresh.database.reading).query<T>(sql);
  const path = '/api/v1/session/provider';
  const cookieOf = (answer: { headers: unknown }, name: string): string | undefined =>
    ((answer.headers as Record<string, string[]>)['set-cookie'] ?? []).find((one) => one.startsWith(`${name}=`));
  const start = async (at = program, next = '/payslips') => {
    const answer = await at.anybody.get(`${path}/start`).query({ next }).expect(302);
    return { url: answer.headers['location']!, cookie: cookieOf(answer, 'passerelle_provider')! };
  };
  const comeBack = (search: string, cookie: string, at = program) =>
    at.anybody.get(`${path}/return${search}`).set('Cookie', cookie.split(';')[0]!).expect(302);
  const signIn = async (said: Said, at = program) => {
    const { url, cookie } = await start(at);
    return comeBack(provider.approve(url, said), cookie, at);
  };
  const refusal = async (said: Said, at = program): Promise<string> => {
    const answer = await signIn(said, at);
    expect(cookieOf(answer, 'passerelle_session')).toBeUndefined();
    return answer.headers['location']!;
  };
  const whoIs = async (answer: { headers: unknown }, at = program) => {
    const cookie = cookieOf(answer, 'passerelle_session')!.split(';')[0]!;
    return (await at.anybody.get('/api/v1/session').set('Cookie', cookie).expect(200)).body as Record<string, unknown>;
  };

  it('lets in whom the provider answers for, back to where she was, and tells where to sign out', async () => {
    expect((await program.anybody.get(path).expect(200)).body).toEqual({ name: 'Coop' });
    const { url, cookie } = await start();
    expect(cookie).toMatch(
      /^passerelle_provider=[\w-]{43}; .*Path=\/api\/v1\/session\/provider; .*HttpOnly; SameSite=Lax$/,
    );
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
    });
    const answer = await comeBack(provider.approve(url, aminaThere), cookie);
    expect(answer.headers['location']).toBe('/payslips');
    expect(cookieOf(answer, 'passerelle_session')).toMatch(/HttpOnly; SameSite=Strict$/);
    const leaving = expect.stringContaining(`${provider.issuer}/leave?`);
    expect(await whoIs(answer)).toMatchObject({ email: amina.email, secondFactor: 'none', signOutAt: leaving });
    const usual = await program.anybody.post('/api/v1/session').send({ email: amina.email, password }).expect(201);
    expect(usual.body.signOutAt).toBeNull();
  });

  it('knows her again by what the provider calls her, and lets nobody else of that provider take her place', async () => {
    await signIn(aminaThere);
    expect(await whoIs(await signIn({ email: 'new@elsewhere.example', email_verified: true }))).toMatchObject({
      email: amina.email,
    });
    expect(await refusal({ ...aminaThere, sub: 'somebody-else' })).toBe('/login?refused=unknown-person');
  });

  it.each<[string, Said, string]>([
    ['another nonce', { nonce: 'other' }, 'not-believed'],
    ['another issuer', { iss: 'https://evil.example' }, 'not-believed'],
    ['a token for somebody else', { aud: 'other-client' }, 'not-believed'],
    ['a token that is over', { exp: 1_700_000_000, iat: 1_699_999_900 }, 'not-believed'],
    ['an address that nobody checked', { email_verified: false }, 'unverified'],
    ['an address as text that says true', { email_verified: 'true' }, 'unverified'],
    ['somebody without an account', { email: 'nobody@demo.example' }, 'unknown-person'],
    ['staff without a second factor', { email: payroll.email, sub: 'p-1' }, 'factor-needed'],
  ])('refuses %s', async (_, said, kind) => {
    expect(await refusal({ ...aminaThere, ...said })).toBe(`/login?refused=${kind}`);
  });

  it('refuses a token that another key has signed', async () => {
    const { url, cookie } = await start();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const answer = await comeBack(provider.approve(url, aminaThere, privateKey), cookie);
    expect(answer.headers['location']).toBe('/login?refused=not-believed');
  });

  it('takes each journey once, from the browser that began it, within ten minutes', async () => {
    const { url, cookie } = await start();
    const search = provider.approve(url, aminaThere);
    const other = await start();
    const stale = '/login?refused=stale';
    expect((await comeBack(search, other.cookie)).headers['location']).toBe(stale);
    expect((await comeBack(search, 'a=b')).headers['location']).toBe(stale);
    expect((await comeBack(search, cookie)).headers['location']).toBe('/payslips');
    expect((await comeBack(search, cookie)).headers['location']).toBe(stale);
    const late = await start();
    await query(`update pending_sign_in set made_at = now() - interval '11 minutes'`);
    expect((await comeBack(provider.approve(late.url, aminaThere), late.cookie)).headers['location']).toBe(stale);
  });

  it('says so when she goes back, when the provider is away, and when there is none', async () => {
    const { url, cookie } = await start();
    const state = new URL(url).searchParams.get('state');
    const denied = await comeBack(`?error=access_denied&state=${state}`, cookie);
    expect(denied.headers['location']).toBe('/login?refused=cancelled');
    const away = await open({ issuer: 'http://127.0.0.1:1' });
    const answer = await away.anybody.get(`${path}/start`).expect(302);
    expect(answer.headers['location']).toBe('/login?refused=away');
    const none = await openProgram(fresh.database, []);
    opened.push(none);
    expect((await none.anybody.get(path).expect(200)).body).toEqual({ name: null });
    await none.anybody.get(`${path}/start`).expect(404);
    await none.anybody.get(`${path}/return`).expect(404);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])('never sends people to %s', async (next) => {
    await program.anybody.get(`${path}/start`).query({ next }).expect(400);
  });

  it('believes that staff have proven more than a password where the token says so, or the operator', async () => {
    const there = { email: payroll.email, email_verified: true, sub: 'p-1' };
    expect(await whoIs(await signIn({ ...there, amr: ['pwd', 'otp'] }))).toMatchObject({ secondFactor: 'provider' });
    const trusting = await open({ factor: 'trusted' });
    expect(await whoIs(await signIn(there, trusting), trusting)).toMatchObject({ secondFactor: 'provider' });
  });

  it('gives and takes roles only where the operator says by which claim', async () => {
    const roles = { claim: 'groups', roles: { 'coop-pay': 'payroll', 'coop-money': 'finance' } } as const;
    const giving = await open({ factor: 'trusted', roles });
    const ingrid = { sub: 'ingrid-1', email: 'ingrid@demo.example', email_verified: true };
    const groups = { ...ingrid, groups: ['coop-pay', 'other'] };
    expect(await refusal({ ...groups, amr: ['otp'] })).toBe('/login?refused=unknown-person');
    expect(await whoIs(await signIn(groups, giving), giving)).toMatchObject({
      email: ingrid.email,
      roles: ['payroll'],
    });
    const promoted = await signIn({ ...ingrid, groups: 'coop-money' }, giving);
    expect(await whoIs(promoted, giving)).toMatchObject({ roles: ['finance'] });
    expect(await refusal({ ...ingrid, groups: [] }, giving)).toBe('/login?refused=no-role');
    expect(await whoIs(await signIn(aminaThere, giving), giving)).toMatchObject({
      roles: ['worker'],
      subject: 'amina',
    });
  });
});
