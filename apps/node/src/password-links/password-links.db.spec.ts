import { managerOf, SandboxClock } from '@passerelle/doors';
import { Secret, TOTP } from 'otpauth';
import supertest from 'supertest';
import { openWholeNode, password, type WholeNode } from '../testing/whole-node.js';

const chosen = 'a password of her own';
const hour = 3_600_000;

describe('a link to choose a password', () => {
  let node: WholeNode;
  let adviser: ReturnType<typeof supertest.agent>;
  let entity: string;
  let visits = 0;

  beforeAll(async () => {
    node = await openWholeNode();
    for (const role of ['adviser', 'payroll', 'sysadmin'] as const)
      await node.letIn(`${role}@brussels.example`, [role]);
    const sysadmin = await signedIn('sysadmin@brussels.example');
    const made = await sysadmin.post('/api/v1/entities').send(cooperative).expect(201);
    entity = (made.body as { id: string }).id;
    adviser = await signedIn('adviser@brussels.example');
  });
  afterAll(() => node.close());

  /** From a place of her own, so that nobody is held up by what others have tried. */
  const anybody = () => {
    visits += 1;
    const place = `198.51.100.${visits}`;
    const agent = supertest.agent(node.url);
    return agent.set('X-Forwarded-For', place);
  };
  const query = <T>(sql: string, values: unknown[] = []): Promise<T> =>
    managerOf(node.database.reading).query<T>(sql, values);

  async function signedIn(email: string): Promise<ReturnType<typeof supertest.agent>> {
    const agent = supertest.agent(node.url);
    await agent.post('/api/v1/session').send({ email, password }).expect(201);
    return agent;
  }

  const joins = async (email: string, more: object = { invite: true }) => {
    const body = { entity, name: 'Nadia Peeters', email, language: 'nl', role: 'vertaler', iban: 'BE68539007547034' };
    return adviser.post('/api/v1/members').send({ ...body, facts: {}, ...more });
  };
  const joined = async (email: string, more?: object): Promise<string> => {
    const answer = await joins(email, more);
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  };
  const invitation = async (member: string) => (await adviser.get(`/api/v1/members/${member}/invitation`)).body;

  /** Letters to her, as the mail program would find them, oldest first, once there are that many. */
  async function letters(to: string, count: number): Promise<readonly string[]> {
    const sysadmin = await signedIn('sysadmin@brussels.example');
    for (;;) {
      const { body } = await sysadmin.get('/api/v1/sandbox/mail').query({ to }).expect(200);
      const { items } = body as { items: string[] };
      if (items.length >= count) return items;
    }
  }
  const tokenIn = (letter: string): string => /\/password\?lang=\w\w#([\w-]{43})/.exec(letter)![1]!;
  const subjectOf = (letter: string): string =>
    Buffer.from(/Subject: =\?utf-8\?B\?(.*)\?=/.exec(letter)![1]!, 'base64').toString();
  const open = (token: string) => anybody().post('/api/v1/password-links/open').send({ token });
  const use = (token: string, secret = chosen) =>
    anybody().post('/api/v1/password-links/use').send({ token, password: secret });
  const signIn = (email: string, secret: string) => anybody().post('/api/v1/session').send({ email, password: secret });
  const ask = (email: string) => anybody().post('/api/v1/password-links').send({ email });

  it('goes to a new member in her language, lets her choose a password once, and signs her in', async () => {
    const member = await joined('nadia@brussels.example');
    expect(await invitation(member)).toEqual({
      hasAccount: true,
      hasPassword: false,
      link: {
        reason: 'invitation',
        state: 'open',
        sentAt: '2026-03-16T08:00:00.000Z',
        endsAt: '2026-03-23T08:00:00.000Z',
        usedAt: null,
      },
    });
    const [letter] = await letters('nadia@brussels.example', 1);
    expect(subjectOf(letter!)).toBe('Uw account bij Passerelle Bruxelles');
    expect(letter).toContain('Nadia Peeters\r\n');
    expect(letter).toContain('De link werkt één keer, gedurende 7 dagen.');
    const token = tokenIn(letter!);
    await signIn('nadia@brussels.example', chosen).expect(401);
    expect((await open(token).expect(200)).body).toMatchObject({
      email: 'nadia@brussels.example',
      reason: 'invitation',
    });
    const short = await use(token, 'eleven char').expect(400);
    expect(short.body.errors).toMatchObject([{ pointer: '#/password' }]);
    const her = anybody();
    const entered = await her.post('/api/v1/password-links/use').send({ token, password: chosen }).expect(201);
    expect(entered.body).toMatchObject({ email: 'nadia@brussels.example', roles: ['worker'], language: 'nl' });
    await her.get('/api/v1/session').expect(200);
    await signIn('nadia@brussels.example', chosen).expect(201);
    expect(await invitation(member)).toMatchObject({ hasPassword: true, link: { state: 'used' } });
    const again = await use(token, 'another sentence').expect(410);
    expect(again.body).toMatchObject({ type: '/problems/password-link-over', state: 'used' });
    await signIn('nadia@brussels.example', chosen).expect(201);
  });

  it('is used by one of two who come at once', async () => {
    await joined('two@brussels.example');
    const token = tokenIn((await letters('two@brussels.example', 1))[0]!);
    const answers = await Promise.all([use(token), use(token, 'another sentence')]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 410]);
  });

  it('stands nowhere but in the letter, and not there any more when it is sent', async () => {
    await joined('hash@brussels.example');
    const token = tokenIn((await letters('hash@brussels.example', 1))[0]!);
    while ((await query<unknown[]>('select 1 from mail where letter is not null')).length > 0);
    const [kept] = await query<[{ found: string }]>(
      `select (select count(*) from password_link t where t::text like '%' || $1 || '%')
            + (select count(*) from fact t where t::text like '%' || $1 || '%')
            + (select count(*) from mail t where t::text like '%' || $1 || '%') as found`,
      [token],
    );
    expect(kept.found).toBe('0');
  });

  it('stops working when a newer one is sent, which the adviser can do and payroll cannot', async () => {
    const member = await joined('again@brussels.example');
    const [first] = await letters('again@brussels.example', 1);
    const payroll = await signedIn('payroll@brussels.example');
    await payroll.get(`/api/v1/members/${member}/invitation`).expect(200);
    await payroll.post(`/api/v1/members/${member}/invitation`).expect(403);
    await adviser.post(`/api/v1/members/${member}/invitation`).expect(201);
    const both = await letters('again@brussels.example', 2);
    const second = both.find((letter) => letter !== first)!;
    expect((await open(tokenIn(first!)).expect(410)).body.state).toBe('withdrawn');
    await use(tokenIn(second)).expect(201);
  });

  it('ends, and whoever asks for another one gets it', async () => {
    const member = await joined('late@brussels.example');
    const [first] = await letters('late@brussels.example', 1);
    const clock = node.clock as SandboxClock;
    const began = clock.now();
    await clock.moveTo(new Date(began.getTime() + 7 * 24 * hour));
    expect((await use(tokenIn(first!)).expect(410)).body).toMatchObject({ state: 'ended' });
    expect(await invitation(member)).toMatchObject({ hasPassword: false, link: { state: 'ended' } });
    await ask(' Late@Brussels.example').expect(400);
    await ask('Late@Brussels.example').expect(204);
    const second = (await letters('late@brussels.example', 2)).find((letter) => letter !== first)!;
    await use(tokenIn(second)).expect(201);
    await clock.moveTo(began);
  });

  it('is asked for by somebody who has forgotten her password; she is signed out and told', async () => {
    await joined('forgot@brussels.example', { password });
    const her = await signedIn('forgot@brussels.example');
    await ask('forgot@brussels.example').expect(204);
    const [letter] = await letters('forgot@brussels.example', 1);
    expect(subjectOf(letter!)).toBe('Kies een nieuw wachtwoord voor 127.0.0.1:8080');
    await signIn('forgot@brussels.example', password).expect(201);
    await use(tokenIn(letter!)).expect(201);
    await her.get('/api/v1/session').expect(401);
    await signIn('forgot@brussels.example', password).expect(401);
    const told = (await letters('forgot@brussels.example', 2)).find((each) => each !== letter)!;
    expect(subjectOf(told)).toBe('Uw wachtwoord voor 127.0.0.1:8080 is gewijzigd');
    expect(told).not.toMatch(/#[\w-]{43}/);
  });

  it('is not told to whoever asks for an address that nobody has, and writes to nobody', async () => {
    const known = await ask('adviser@brussels.example').expect(204);
    const unknown = await ask('nobody@brussels.example').expect(204);
    expect(unknown.text).toBe(known.text);
    await letters('adviser@brussels.example', 1);
    const [waiting] = await query<[{ count: string }]>('select count(*) from password_link_asked');
    expect(waiting.count).toBe('0');
    expect(await letters('nobody@brussels.example', 0)).toEqual([]);
  });

  it('is refused to whoever asks again and again, known or not, and signing in is still open', async () => {
    for (const email of ['adviser@brussels.example', 'stranger@brussels.example']) {
      const place = anybody();
      const asks = () => place.post('/api/v1/password-links').send({ email });
      for (let times = 0; times < 5; times += 1) await asks().expect(204);
      const refused = await asks().expect(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.body).toMatchObject({ type: '/problems/asked-too-often' });
    }
    await signedIn('adviser@brussels.example');
  });

  it('that nobody has sent opens nothing, and is not tried for ever', async () => {
    const place = anybody();
    const tries = () => place.post('/api/v1/password-links/open').send({ token: 'x'.repeat(43) });
    for (let times = 0; times < 5; times += 1) await tries().expect(404);
    await tries().expect(429);
  });

  it('still asks for the second factor, and is not used up by a missing code', async () => {
    await joined('app@brussels.example', { password });
    const [account] = await query<[{ id: string }]>(`select id from account where email = 'app@brussels.example'`);
    const her = await signedIn('app@brussels.example');
    const { body } = await her.post('/api/v1/session/second-factor').expect(201);
    await query('update second_factor set confirmed_at = now() where account = $1', [account.id]);
    await ask('app@brussels.example').expect(204);
    const token = tokenIn((await letters('app@brussels.example', 1))[0]!);
    expect((await use(token)).body.type).toBe('/problems/code-needed');
    const wrong = await anybody().post('/api/v1/password-links/use').send({ token, password: chosen, code: '000000' });
    expect(wrong.body.type).toBe('/problems/wrong-code');
    await signIn('app@brussels.example', chosen).expect(401);
    const code = new TOTP({ secret: Secret.fromBase32((body as { secret: string }).secret) }).generate();
    const right = await anybody().post('/api/v1/password-links/use').send({ token, password: chosen, code });
    expect([right.status, right.body.secondFactor]).toEqual([201, 'present']);
  });

  it('is not sent beside a password that somebody else has chosen', async () => {
    const answer = await joins('both@brussels.example', { invite: true, password });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer: '#/password', code: 'password-is-hers' }]);
    expect(await query('select 1 from member where email = $1', ['both@brussels.example'])).toEqual([]);
  });

  it('goes to a member who was taken in without an account, too', async () => {
    const member = await joined('later@brussels.example', {});
    expect(await invitation(member)).toEqual({ hasAccount: false, hasPassword: false, link: null });
    await adviser.post(`/api/v1/members/${member}/invitation`).expect(201);
    await use(tokenIn((await letters('later@brussels.example', 1))[0]!)).expect(201);
  });
});

const cooperative = {
  name: 'Passerelle Bruxelles',
  country: 'BE',
  currency: 'EUR',
  vatNumber: 'BE0428759497',
  iban: 'BE68539007547034',
  bic: 'GKCCBEBB',
  address: { street: 'Rue Coenraets 72', postcode: '1060', town: 'Bruxelles', country: 'BE' },
};
