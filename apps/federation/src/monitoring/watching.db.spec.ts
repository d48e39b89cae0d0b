import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts, doorsEntities, Live, openHttp, RealClock } from '@passerelle/doors';
import { day } from '@passerelle/values';
import supertest from 'supertest';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { federationModule } from '../app.module.js';
import type { FederationConfig } from '../config/federation-settings.js';
import { migrations } from '../database/migrations.js';
import { ReportsStore } from '../reports/reports.store.js';
import { channel, keys, obligation, reportOf, rosterContent, signedRoster } from '../testing/federation.js';

const password = 'a sentence to remember';
const fedadmin = { email: 'fedadmin@federation.example', password };
const other = { email: 'other@federation.example', password };

describe('watching the federation', () => {
  let dir: string;
  let fresh: FreshDatabase;
  let app: Awaited<ReturnType<typeof openHttp>>;
  let admin: ReturnType<typeof supertest.agent>;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'passerelle-federation-'));
    fresh = await freshDatabase({ entities: doorsEntities, migrations });
    const rosterFile = join(dir, 'roster.json');
    await writeFile(rosterFile, JSON.stringify(signedRoster(rosterContent, keys.be, keys.fr, keys.se)));
    const settings = { databaseUrl: fresh.url, baseUrl: 'http://127.0.0.1:8100', logLevel: 'silent', rosterFile };
    const config = { ...settings, natsUrl: 'nats://127.0.0.1:1', natsSeed: `SU${'A'.repeat(56)}` } as FederationConfig;
    app = await openHttp(federationModule({ config, database: fresh.database, clock: new RealClock() }));
    await app.init();
    for (const person of [fedadmin, other])
      await app.get(Accounts).create({ ...person, roles: ['fedadmin'], language: 'en' });
    admin = supertest.agent(app.getHttpServer());
    await admin.post('/api/v1/session').send(fedadmin).expect(201);
    const at = new Date().toISOString();
    const debt = obligation(1, { debtor: 'fr', creditor: 'be' }, { due: day('2026-01-05') });
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const stuck = [{ peer: 'fr', type: 'mission.report', seq: '7', since, attempts: 12, nextTryAt: at }];
    const fund = [{ currency: 'EUR' as const, stake: '2000000', used: '150000' }];
    const disputed = obligation(
      2,
      { debtor: 'be', creditor: 'fr' },
      {
        state: 'held',
        due: day('2026-02-01'),
        dispute: 'amount',
      },
    );
    const exposures = [{ peer: 'fr', currency: 'EUR' as const, owes: '98000', cap: '5000000' }];
    const reports = [
      reportOf('be', {
        at,
        exposures,
        obligations: [debt, disputed],
        stuck,
        fund,
        unlisted: 3,
        channels: [channel('fr'), channel('se')],
      }),
      reportOf('fr', { at, obligations: [debt, disputed] }),
    ];
    const store = new ReportsStore();
    await fresh.database.transact(async (work) => {
      for (const report of reports) await store.setNewest(work, report, `${report.node}-1`);
    });
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
    await rm(dir, { recursive: true });
  });

  const items = async (noun: string, language = 'en') =>
    (await admin.get(`/api/v1/${noun}`).set('Accept-Language', language).expect(200)).body.items as Record<
      string,
      unknown
    >[];

  interface Besides {
    readonly by?: typeof admin;
    readonly tag?: string;
    readonly key?: string;
  }
  const acknowledge = (id: string, said: object, { by = admin, tag, key = randomUUID() }: Besides = {}) => {
    const sent = by.post(`/api/v1/alarms/${id}/acknowledge`).set('Idempotency-Key', key).send(said);
    return tag === undefined ? sent : sent.set('If-Match', tag);
  };

  it('shows how old debts are, what is stuck and why, and the stakes, each with who signed it', async () => {
    expect(await items('ageing')).toMatchObject([
      { debtor: 'be', creditor: 'fr', signedBy: ['be', 'fr'] },
      { debtor: 'fr', creditor: 'be', over60: { amount: '980.00' }, upTo7: { amount: '0.00' }, signedBy: ['be', 'fr'] },
    ]);
    const [stuck] = await items('stuck', 'sv');
    expect(stuck).toMatchObject({ from: 'fr', to: 'be', cause: 'room-failed', attempts: 12, whoCanAct: ['be'] });
    expect(stuck!['text']).toContain('administratör hos be');
    expect(await items('fund')).toMatchObject([
      { node: 'be', stake: { amount: '20000.00' }, used: { amount: '1500.00' }, signedBy: ['be'] },
    ]);
  });

  it('shows disputes and exposure, and signs the totals too', async () => {
    expect(await items('disputes')).toMatchObject([
      {
        debtor: 'be',
        creditor: 'fr',
        amount: { amount: '980.00' },
        heldBySides: ['be', 'fr'],
        reasons: ['amount'],
        cycle: 'cyc_2026-04',
        whoCanAct: ['be', 'fr'],
        signedBy: ['be', 'fr'],
      },
    ]);
    const { body } = await admin.get('/api/v1/positions').expect(200);
    expect(body.limits).toMatchObject([
      { debtor: 'fr', creditor: 'be', cap: { amount: '50000.00' }, signedBy: ['be'] },
    ]);
    expect(body.items).toMatchObject([{ currency: 'EUR', isZero: true, signedBy: ['be', 'fr'] }]);
  });

  it('lets a person acknowledge an alarm with a reason, for a while', async () => {
    const alarms = await items('alarms');
    const unlisted = alarms.find(({ kind }) => kind === 'obligations-unlisted')!;
    expect(unlisted).toMatchObject({ about: ['be', '3'], owners: ['be'], acknowledged: null });
    const id = unlisted['id'] as string;
    const [until, far] = [1, 40].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
    const { body } = await acknowledge(id, { reason: 'A large month', until }).expect(200);
    expect(body.acknowledged).toMatchObject({ reason: 'A large month', until, by: fedadmin.email });
    const again = (await items('alarms')).find((alarm) => alarm['id'] === id);
    expect(again!['acknowledged']).toMatchObject({ reason: 'A large month', by: fedadmin.email });
    await acknowledge(id, { reason: 'For ever', until: far }).expect(422);
    await acknowledge(id, { reason: 'Before', until: '2020-01-01T00:00:00Z' }).expect(422);
    for (const nobodys of ['nothing', `alm_${'0'.repeat(32)}`])
      await acknowledge(nobodys, { reason: 'What?', until }).expect(404);
  });

  it('tells the second of two people who was first, what that one said, and when', async () => {
    const { headers, body } = await admin.get('/api/v1/alarms').expect(200);
    const { id } = (body.items as { id: string; acknowledged: object | null }[]).find(
      ({ acknowledged }) => acknowledged === null,
    )!;
    const tag = headers['etag']!;
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const first = acknowledge(id, { reason: 'It moves today', until }, { tag, key: 'first' });
    expect((await first.expect(200)).body.acknowledged.reason).toBe('It moves today');

    const colleague = supertest.agent(app.getHttpServer());
    await colleague.post('/api/v1/session').send(other).expect(201);
    const mine = { reason: 'Somebody is on the way', until };
    const late = await acknowledge(id, mine, { tag, by: colleague }).expect(412);
    expect(late.body).toMatchObject({
      type: '/problems/changed-meanwhile',
      errors: [{ pointer: `#/${id}/acknowledged` }],
      now: { [`${id}/acknowledged`]: { reason: 'It moves today', by: fedadmin.email } },
      by: fedadmin.email,
      at: expect.stringMatching(/Z$/) as unknown,
    });
    const repeated = await acknowledge(id, { reason: 'It moves today', until }, { tag, key: 'first' }).expect(200);
    expect(repeated.headers['idempotent-replayed']).toBe('true');
    const insisting = await acknowledge(id, mine, { tag: late.headers['etag']!, by: colleague }).expect(200);
    expect(insisting.body.acknowledged).toMatchObject({ reason: 'Somebody is on the way', by: other.email });
  });

  it('goes on knowing an alarm whose figure changes', async () => {
    const unlisted = async () => (await items('alarms')).find(({ kind }) => kind === 'obligations-unlisted')!;
    const before = await unlisted();
    await fresh.database.source.query(
      `update report set content = jsonb_set(content, '{unlisted}', '4') where node = 'be'`,
    );
    expect(await unlisted()).toMatchObject({ id: before['id'], about: ['be', '4'] });
    expect((await unlisted())['acknowledged']).toEqual(before['acknowledged']);
  });

  it('says what is stuck in the reader’s language', async () => {
    const { body } = await admin.get('/api/v1/stuck').set('Accept-Language', 'fr').expect(200);
    expect(JSON.stringify(body)).toContain('échoue chez be');
  });

  it('gives out the whole chain of the roster', async () => {
    const { body } = await admin.get('/api/v1/roster/chain').expect(200);
    expect(body.versions).toHaveLength(1);
  });

  it('names what changed to staff who listen, and lets them go when the program ends', async () => {
    const seen = await admin.get('/api/v1/events').expect(200);
    expect(seen.body.changed).toContain('nodes');
    const again = await admin.get('/api/v1/events').set('Last-Event-ID', seen.body.id).expect(200);
    expect(again.body.changed).toEqual([]);
    await supertest(app.getHttpServer()).get('/api/v1/events').set('Accept', 'text/event-stream').expect(401);

    const { id } = (await items('alarms'))[0]!;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await acknowledge(String(id), { reason: 'We look after it', until }).expect(200);
    const heard = admin
      .get('/api/v1/events')
      .set({ Accept: 'text/event-stream', 'Last-Event-ID': seen.body.id })
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.includes('data:')) void app.get(Live).stop();
        });
        response.on('end', () => done(null, text));
      });
    const { headers, body } = await heard.expect(200);
    expect(headers['content-type']).toBe('text/event-stream');
    expect(body).toMatch(/^retry: 2000\n\nid: [\w.-]+\nevent: changed\ndata: \["alarms"\]\n\n$/);
  });
});
