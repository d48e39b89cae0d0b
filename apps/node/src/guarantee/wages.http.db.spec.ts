import { tmpdir } from 'node:os';
import { setTimeout as rest } from 'node:timers/promises';
import { Accounts, publicId } from '@passerelle/doors';
import { Money, money } from '@passerelle/values';
import { openProgram, type SpecProgram } from '../../../doors/testing/http.js';
import { ConfigModule } from '../config/config.module.js';
import type { NodeConfig } from '../config/node-settings.js';
import type { Member } from '../members/member.js';
import { amina, completed, mission } from '../payroll/testing/home.js';
import { largeBodies, rooms } from '../rooms.js';
import { type Guaranteed, dayBegins, openGuaranteed, withFund } from './testing/guaranteed.js';

const password = 'a sentence to remember';

type Agent = Awaited<ReturnType<SpecProgram['signIn']>>;

describe('wages over HTTP', () => {
  let branch: Guaranteed;
  let program: SpecProgram;
  let worker: Member;
  let as: { readonly amina: Agent; readonly other: Agent; readonly payroll: Agent; readonly finance: Agent };
  beforeAll(async () => {
    const opened = await openGuaranteed();
    branch = await withFund(opened, '10000.00');
    worker = await branch.database.transact((work) => amina(branch, work));
    const other = await branch.database.transact((work) => amina(branch, work));
    const config = {
      node: 'be',
      country: 'BE',
      role: 'all',
      databaseUrl: branch.fresh.url,
      baseUrl: 'http://localhost:8080',
      mailDir: tmpdir(),
    } as NodeConfig;
    const { clock, database } = branch;
    program = await openProgram(database, [ConfigModule.for(config), ...rooms], { clock, http: { largeBodies } });
    const accounts = program.app.get(Accounts);
    const signIn = async (role: 'worker' | 'payroll' | 'finance', subject?: string): Promise<Agent> => {
      const email = `${subject ?? role}@demo.example`;
      await accounts.create({ email, password, roles: [role], subject, language: 'fr' });
      return program.signIn(email, password);
    };
    as = {
      amina: await signIn('worker', worker.id),
      other: await signIn('worker', other.id),
      payroll: await signIn('payroll'),
      finance: await signIn('finance'),
    };
  });
  afterAll(async () => {
    await program.app.close();
    await branch.fresh.drop();
  });

  /** The running node follows facts too, so the payslip may be its work. */
  const payslipOf = async (id: Parameters<typeof branch.payslips.ofMission>[1]) => {
    for (;;) {
      const issued = await branch.payslips.ofMission(branch.database.reading, id);
      if (issued) return issued;
      await rest(50);
    }
  };
  const question = {
    country: 'BE',
    price: { amount: '1000.00', currency: 'EUR' },
    hostSharePercent: '2',
    first: '2026-03-23',
    last: '2026-03-27',
    days: 5,
    facts: { status: 'artist', withholding: 'artist-short-engagement' },
  };
  const estimate = (change: object = {}) => program.anybody.post('/api/v1/estimates').send({ ...question, ...change });
  const total = (lines: readonly { amount: string }[]) =>
    lines.reduce((so, { amount }) => so.plus(money(amount, 'EUR')), Money.zero('EUR')).toDecimal();

  it('tell anybody what is left of a price, when, and what was assumed', async () => {
    const { body } = await estimate().expect(200);
    expect(body).toMatchObject({
      word: { en: 'estimate' },
      ruleVersion: '2026.1',
      net: { amount: '508.89', currency: 'EUR' },
      payDay: { on: '2026-04-08', workingDays: 7, holidays: ['2026-04-06'] },
    });
    expect(total(body.lines)).toBe('1000.00');
    expect(body.lines).toContainEqual(
      expect.objectContaining({
        lineId: 'contribution',
        amount: '63.70',
        base: { ref: 'income', amount: '980.00' },
        rate: '0.065',
        rounding: 'half-up/2',
      }),
    );
    expect(body.assumed).toContainEqual(expect.objectContaining({ fact: 'household', value: 'single' }));
  });

  it('tell which price leaves a wanted net', async () => {
    const { body } = await estimate({ price: undefined, net: { amount: '508.89', currency: 'EUR' } }).expect(200);
    expect(body.net.amount).toBe('508.89');
    expect(Number(body.price.amount)).toBeLessThanOrEqual(1000);
    expect(total(body.lines)).toBe(body.price.amount);
  });

  it.each([
    ['a price under the minimum', { price: { amount: '600.00', currency: 'EUR' } }, 422, 'below-minimum'],
    ['a day the law does not know yet', { first: '2027-03-22', last: '2027-03-26' }, 422, 'no-rule-on-date'],
    ['an unknown fact', { facts: { shoes: 44 } }, 422, 'impossible-facts'],
    ['other money', { price: { amount: '1000.00', currency: 'SEK' } }, 422, 'another-currency'],
    ['days in two months', { last: '2026-04-03' }, 422, 'impossible-facts'],
  ])('name the rule, the day and the remedy for %s', async (_, change, status, code) => {
    const { body } = await estimate(change).expect(status);
    expect(body).toMatchObject({ type: '/problems/wage-cannot-be-computed', code, rule: expect.any(String) });
    expect(body.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(body.remedy).not.toBe('');
  });

  it('refuse an estimate that asks for nothing, for both, or in another country', async () => {
    await estimate({ price: undefined }).expect(400);
    await estimate({ net: { amount: '1.00', currency: 'EUR' } }).expect(400);
    await estimate({ days: 5.5 }).expect(400);
    const { body } = await estimate({ country: 'FR' }).expect(422);
    expect(body.type).toBe('/problems/not-paid-at-this-branch');
  });

  it('show a worker her payslip once it is published, with every line explained, and nobody else’s', async () => {
    const done = await completed(branch, { member: worker });
    const { id } = await payslipOf(done.id);
    const slip = publicId('slip', id);
    for (const hidden of ['', '/proof']) await as.payroll.get(`/api/v1/payslips/${slip}${hidden}`).expect(200);
    for (const hidden of ['', '/postings']) await as.amina.get(`/api/v1/payslips/${slip}${hidden}`).expect(404);
    expect((await as.amina.get('/api/v1/payslips').expect(200)).body.items).toEqual([]);
    await branch.database.transact((work) => branch.payslips.publish(work, id));
    const { body } = await as.amina.get(`/api/v1/payslips/${slip}`).expect(200);
    expect(body).toMatchObject({
      net: { amount: '508.89' },
      payOn: '2026-04-08',
      rights: { contractKind: 'fixed-term', countryOfWork: 'FR', legislation: 'BE' },
    });
    expect(body.lines).toContainEqual(
      expect.objectContaining({
        lineId: 'be.artist-withholding',
        group: 'tax',
        amount: '-63.60',
        rule: expect.objectContaining({ version: '2026.1', source: expect.any(String) }),
      }),
    );
    await as.other.get(`/api/v1/payslips/${slip}`).expect(404);
    await as.other.get(`/api/v1/payslips/${slip}/payment`).expect(404);
    await as.finance.get(`/api/v1/payslips/${slip}`).expect(403);
    expect((await as.other.get('/api/v1/payslips').expect(200)).body.items).toEqual([]);
    expect((await as.payroll.get('/api/v1/payslips').expect(200)).body.items).not.toEqual([]);
    expect((await as.payroll.get(`/api/v1/payslips/${slip}/proof`).expect(200)).body).toEqual({
      outcome: 'same',
      keptVersion: '2026.1',
      askedVersion: '2026.1',
    });
    const postings = await as.finance.get(`/api/v1/payslips/${slip}/postings`).expect(200);
    expect(postings.body.items.map(({ kind }: { kind: string }) => kind)).toContain('payslip-issued');
  });

  it('say before anybody signs whether the fund covers a mission, and why', async () => {
    const [draft, outside] = await branch.database.transact(async (work) => [
      await mission(branch, work, { member: worker, state: 'draft', confirmed: false }),
      await mission(branch, work, { member: worker, clientCountry: 'GB' }),
    ]);
    const verdict = (id: string, agent = as.amina) => agent.get(`/api/v1/missions/${publicId('mis', id)}/guarantee`);
    expect((await verdict(draft.id).expect(200)).body.verdict).toBe('conditional');
    const { body } = await verdict(outside.id).expect(200);
    expect(body.verdict).toBe('not-covered');
    expect(body.reasons[0]).toMatchObject({ code: 'client-in-area', holds: 'no', words: { sv: expect.any(String) } });
    await verdict(outside.id, as.other).expect(404);
    const own = await as.amina.get(`/api/v1/missions/${publicId('mis', draft.id)}/estimate`).expect(200);
    expect(total(own.body.lines)).toBe('1000.00');
  });

  it('let payroll see and retry what the law refused', async () => {
    await completed(branch, { member: worker, price: '600.00' });
    const list = async () => (await as.payroll.get('/api/v1/payroll/problems').expect(200)).body.items;
    while ((await list()).length === 0) await rest(50);
    const [problem] = await list();
    expect(problem).toMatchObject({ state: 'open', code: 'below-minimum', rule: 'be.minimum-income' });
    const retry = () => as.payroll.post(`/api/v1/payroll/problems/${problem.id}/retry`);
    await retry().expect(400);
    expect((await retry().set('Idempotency-Key', 'r1').expect(200)).body).toMatchObject({ state: 'open', attempts: 2 });
    await as.amina.get('/api/v1/payroll/problems').expect(403);
  });

  it('let finance endow the fund once for each key, and everybody read its sums', async () => {
    const wanted = {
      entity: publicId('ent', branch.entity.id),
      amount: { amount: '500.00', currency: 'EUR' },
      decision: 'General assembly of 14 June 2025',
    };
    const endow = (agent: Agent, body: object = wanted) => agent.post('/api/v1/guarantee/endowments').send(body);
    await endow(as.finance).expect(400);
    for (let twice = 0; twice < 2; twice += 1) await endow(as.finance).set('Idempotency-Key', 'e1').expect(201);
    await endow(as.amina).set('Idempotency-Key', 'e2').expect(403);
    const nothing = { ...wanted, amount: { amount: '0.00', currency: 'EUR' } };
    expect((await endow(as.finance, nothing).set('Idempotency-Key', 'e3').expect(422)).body.errors[0].code).toBe(
      'not-positive',
    );
    const { body } = await program.anybody.get('/api/v1/guarantee').expect(200);
    const fund = body.items.find(({ entity }: { entity: string }) => entity === branch.entity.name);
    expect(fund).toMatchObject({ income: { amount: '10500.00' } });
    await program.anybody.get('/api/v1/guarantee?year=twenty').expect(400);
  });

  it('hide the missions behind the fund from members', async () => {
    await dayBegins(branch, '2026-04-08');
    const entries = async (agent: Agent) => (await agent.get('/api/v1/guarantee/entries').expect(200)).body.items;
    while (!(await entries(as.finance)).some(({ kind }: { kind: string }) => kind === 'advanced')) await rest(50);
    expect((await entries(as.amina)).every((entry: { mission: unknown }) => entry.mission === null)).toBe(true);
    const advance = (await entries(as.finance)).find(({ kind }: { kind: string }) => kind === 'advanced');
    expect(advance).toMatchObject({ mission: expect.stringMatching(/^mis_/), cash: { amount: '-508.89' } });
    const loss = { mission: advance.mission, amount: { amount: '600.00', currency: 'EUR' }, reason: 'Bankrupt' };
    const refused = await as.finance.post('/api/v1/guarantee/losses').set('Idempotency-Key', 'l1').send(loss);
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'not-advanced']);
    const { text: figures } = await program.anybody.get('/metrics').expect(200);
    expect(figures).toMatch(/^passerelle_guarantee_advances_open [1-9]/m);
    expect(figures).toMatch(/^passerelle_guarantee_coverage_weeks\{entity="[^"]+"\} \d/m);
    expect((await as.finance.get('/api/v1/guarantee/alarms').expect(200)).body.items).toEqual([]);
    await as.amina.get('/api/v1/guarantee/alarms').expect(403);
    await program.anybody.get('/api/v1/guarantee/entries').expect(401);
  });
});
