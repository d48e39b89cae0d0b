import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstream } from '@nats-io/jetstream';
import { jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NatsConnection } from '@nats-io/transport-node';
import { readConfig } from '@passerelle/doors';
import type { Report } from '@passerelle/protocol';
import supertest from 'supertest';
import { emptyDatabase } from '../../doors/testing/database.js';
import { startFederation } from './app.module.js';
import { federationSettings } from './config/federation-settings.js';
import {
  bytesOf,
  channel,
  keys,
  type NodeName,
  obligation,
  reportOf,
  rosterContent,
  signedRoster,
  strangersKey,
  subjectOf,
} from './testing/federation.js';
import { type SpecMailbox, startMailbox } from './testing/mailbox.js';
import { signAnything } from './testing/sign-anything.js';

jest.setTimeout(60_000);

const email = 'fedadmin@demo.example';
const password = 'a sentence to remember';
const frOwesBe = obligation(1, { debtor: 'fr', creditor: 'be' });

let mailbox: SpecMailbox;
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let app: NestExpressApplication;
let fedadmin: ReturnType<typeof supertest.agent>;
const connections = new Map<NodeName, NatsConnection>();

beforeAll(async () => {
  mailbox = await startMailbox();
  empty = await emptyDatabase();
  const rosterFile = join(mailbox.dir, 'roster.json');
  writeFileSync(rosterFile, JSON.stringify(signedRoster(rosterContent, keys.be, keys.fr, keys.se)));
  const settings = {
    PASSERELLE_DATABASE_URL: empty.url,
    PASSERELLE_BASE_URL: 'http://127.0.0.1:8100',
    PASSERELLE_PORT: '0',
    PASSERELLE_LOG_LEVEL: 'silent',
    PASSERELLE_NATS_URL: mailbox.url,
    PASSERELLE_NATS_SEED: mailbox.seed,
    PASSERELLE_ROSTER_FILE: rosterFile,
    PASSERELLE_FIRST_EMAIL: email,
    PASSERELLE_FIRST_PASSWORD: password,
    PASSERELLE_SECOND_FACTOR: 'nobody',
  };
  const read = readConfig(settings, federationSettings, () => undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  app = await startFederation(read.value.config);
  fedadmin = supertest.agent(app.getHttpServer());
  await fedadmin.post('/api/v1/session').send({ email, password }).expect(201);
  for (const node of ['be', 'fr', 'se'] as const) connections.set(node, await mailbox.as(node));
});

afterAll(async () => {
  await app?.close();
  await mailbox?.stop();
  await empty?.drop();
});

const get = async (path: string): Promise<Record<string, never>> =>
  (await fedadmin.get(path).expect(200)).body as Record<string, never>;

/** Lays bytes on a subject, as the node that may do so, once its stream is there. */
async function publish(node: NodeName, bytes: Uint8Array): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await jetstream(connections.get(node)!).publish(subjectOf(node), bytes, { timeout: 2_000 });
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(50);
    }
  }
}

const publishReport = async (report: Report): Promise<void> => {
  for (const bytes of bytesOf(report)) await publish(report.node as NodeName, bytes);
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await pause(25);
  }
  throw new Error('it never became so');
}

interface Items<T> {
  readonly items: readonly T[];
}
const items = async <T>(path: string): Promise<readonly T[]> => ((await get(path)) as unknown as Items<T>).items;
const nodes = () => items<{ node: string; state: string; signedBy: string[]; at: string }>('/api/v1/nodes');
const reasons = async () => (await items<{ reason: string }>('/api/v1/refusals')).map(({ reason }) => reason);

const routes = [
  ...['nodes', 'links', 'positions', 'cycles', 'cycles/cyc_2026-04', 'alarms', 'refusals', 'roster', 'roster/chain'],
  ...['ageing', 'stuck', 'fund'],
].map((noun) => `/api/v1/${noun}`);

describe('the federation', () => {
  const at = new Date().toISOString();
  const fresh = { at, number: '1000' };

  it('shows nobody anything but who reports, and only to those who are signed in as its staff', async () => {
    const anybody = supertest(app.getHttpServer());
    for (const route of routes) {
      const { body, headers } = await anybody.get(route).expect(401);
      expect([body.type, headers['content-type']]).toEqual([
        '/problems/sign-in-needed',
        expect.stringContaining('application/problem+json'),
      ]);
    }
    await anybody.get('/livez').expect(200);
    const { text } = await anybody.get('/').set('Accept-Language', 'sv').expect(200);
    expect(text).toContain('Kooperativet i Malmö');
    expect(text).toContain('aldrig hörd');
    expect(text).not.toMatch(/<script|EUR/);
  });

  it('gives out no role but its own', async () => {
    const account = { email: 'amina@demo.example', password, roles: ['worker'], language: 'fr', subject: 'amina' };
    await fedadmin.post('/api/v1/accounts').send(account).expect(422);
  });

  it('shows a signed report that arrived, with who signed it and when', async () => {
    expect((await nodes()).map(({ state }) => state)).toEqual(['never-heard', 'never-heard', 'never-heard']);
    const channels = [channel('fr', { sent: 2, heard: 1 }), channel('se')];
    await publishReport(reportOf('be', { ...fresh, obligations: [frOwesBe], channels }));
    await publishReport(
      reportOf('fr', { ...fresh, obligations: [frOwesBe], channels: [channel('be', { sent: 1, heard: 2 })] }),
    );
    await until(async () => (await nodes()).filter(({ state }) => state === 'live').length === 2);
    expect((await nodes())[0]).toMatchObject({ node: 'be', state: 'live', signedBy: ['be'], at });
    const links = await items<object>('/api/v1/links');
    expect(links[0]).toMatchObject({ from: 'be', to: 'fr', health: 'healthy', sent: '2', acknowledged: '2', queue: 0 });
    const [euros] = await items<Record<string, unknown>>('/api/v1/positions');
    expect(euros).toMatchObject({
      currency: 'EUR',
      owed: [{ from: 'fr', to: 'be', debtorSays: { amount: '980.00' }, isAlike: true, signedBy: ['be', 'fr'] }],
      sumOfPositions: { amount: '0.00', currency: 'EUR' },
      isZero: true,
    });
    expect((await items<{ kind: string }>('/api/v1/alarms')).map(({ kind }) => kind)).toEqual([
      'node-never-heard',
      'calendar-ends',
    ]);
  });

  it('shows a cycle with its legs, and an unknown one as a problem', async () => {
    const leg = {
      leg: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      from: 'fr',
      to: 'be',
      currency: 'EUR' as const,
      amount: '98000',
      paid: '98000',
      state: 'closed' as const,
    };
    const cycle: Report['cycles'][number] = {
      cycle: '2026-04',
      state: 'settled',
      round: '0',
      positions: [],
      signed: ['be', 'fr'],
      missing: ['se'],
      gross: { EUR: '98000' },
      net: { EUR: '98000' },
      legs: [leg],
    };
    await publishReport(reportOf('be', { ...fresh, number: '1001', cycles: [cycle] }));
    await until(async () => (await items('/api/v1/cycles')).length === 1);
    expect(await get('/api/v1/cycles/cyc_2026-04')).toMatchObject({
      id: 'cyc_2026-04',
      state: 'settled',
      cutOff: '2026-05-01',
      nodes: [{ node: 'be', state: 'settled', steps: [{ state: 'settled' }] }, { node: 'fr', state: null }, {}],
      signatures: [{ node: 'be', hasSigned: true, signedBy: ['be'] }, { node: 'fr', hasSigned: true }, {}],
      legs: [{ amount: { amount: '980.00', currency: 'EUR' }, payerSays: null, payeeSays: 'closed' }],
    });
    const { body } = await fedadmin.get('/api/v1/cycles/cyc_1999-01').expect(404);
    expect(body.type).toBe('/problems/not-found');
  });

  it('refuses what is forged, replayed, in another’s name or about a person, and shows that it did', async () => {
    const before = (await nodes())[0];
    await publish('be', bytesOf(reportOf('be', { number: '2000' }), strangersKey)[0]!);
    await publish('be', bytesOf(reportOf('fr', { number: '2000' }))[0]!);
    await publish('be', bytesOf(reportOf('be', { ...fresh, number: '999' }))[0]!);
    await publish(
      'fr',
      bytesOf(
        reportOf('fr', { ...fresh, obligations: [frOwesBe], channels: [channel('be', { sent: 1, heard: 2 })] }),
      )[0]!,
    );
    const personal = { ...reportOf('be', { number: '2001' }), kind: 'report', kid: 'be-1', page: '1', pages: '1' };
    await publish('be', signAnything({ ...personal, worker: 'Amina Haddad' }, keys.be));
    await publish('be', Buffer.alloc(50_000, 0x20));
    await until(async () => (await reasons()).length === 6);
    expect((await reasons()).sort()).toEqual([
      'bad-signature',
      'bad-signature',
      'malformed',
      'older',
      'replayed',
      'too-long',
    ]);
    expect((await nodes())[0]).toMatchObject({ at: before!.at });
    const alarms = await items<{ kind: string; about: string[] }>('/api/v1/alarms');
    expect(alarms).toContainEqual(expect.objectContaining({ kind: 'reports-refused', about: ['be', '5'] }));
    for (const route of routes) expect((await fedadmin.get(route)).text).not.toContain('Amina');
  });

  it('lets a node publish on its own subject only', async () => {
    const be = connections.get('be')!;
    const publishing = jetstream(be).publish(subjectOf('fr'), bytesOf(reportOf('fr'))[0], { timeout: 500 });
    await expect(publishing).rejects.toThrow();
  });

  it('shows the roster with its signatures, and everybody a page without script', async () => {
    expect(await get('/api/v1/roster')).toMatchObject({
      net: 'example-federation',
      version: 1,
      signedBy: ['be', 'fr', 'se'],
      members: [{ node: 'be', status: 'member' }, { node: 'fr' }, { node: 'se' }],
      calendar: [{ id: 'cyc_2026-04', payment: '2026-05-08' }],
    });
    const { text } = await fedadmin.get('/?lang=fr').expect(200);
    expect(text).toContain('Fédération');
    expect(text).toContain('href="/federation?lang=fr"');
    expect(text).not.toContain('<script');
  });

  it('is ready, counts for Prometheus and describes its API', async () => {
    expect(await get('/readyz')).toMatchObject({ status: 'ok', checks: { 'message bus': { status: 'ok' } } });
    const { text } = await fedadmin.get('/metrics').expect(200);
    expect(text).toMatch(/passerelle_report_age_seconds\{node="be"\} \d/);
    expect(text).toContain('passerelle_reports_refused_total{node="be",reason="bad-signature"} 2');
    expect(text).toContain('passerelle_federation_alarms{kind="node-never-heard"} 1');
    const { body } = await fedadmin.get('/api/openapi.json').expect(200);
    expect(Object.keys(body.paths as object)).toEqual(
      expect.arrayContaining(routes.map((route) => route.replace('cyc_2026-04', '{id}'))),
    );
  });

  it('turns the pages of its refusals', async () => {
    const first = (await get('/api/v1/refusals?limit=4')) as unknown as Items<object> & { nextCursor: string };
    const second = (await get(`/api/v1/refusals?limit=4&cursor=${first.nextCursor}`)) as unknown as Items<object>;
    expect([first.items.length, second.items.length]).toEqual([4, 2]);
    const forged = Buffer.from('after:x', 'utf8').toString('base64url');
    await fedadmin.get(`/api/v1/refusals?cursor=${forged}`).expect(400);
  });
});

describe('what everybody may know of the federation’s program', () => {
  interface Status {
    readonly state: string;
    readonly services: readonly { readonly service: string; readonly state: string }[];
  }
  const status = async (): Promise<Status> => {
    const { body, headers } = await supertest(app.getHttpServer()).get('/api/v1/status').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    return body as Status;
  };
  const stateOf = async (wanted: string): Promise<string> =>
    (await status()).services.find(({ service }) => service === wanted)!.state;

  it('is that it works, when nothing is amiss, and no more', async () => {
    expect(await status()).toEqual({
      state: 'up',
      services: [
        { service: 'console', state: 'up' },
        { service: 'nodes', state: 'up' },
      ],
      lastIncident: null,
      at: expect.stringMatching(/Z$/) as unknown,
      contact: null,
    });
  });

  it('is that it is away while its database is, and that it is back', async () => {
    await empty.shut();
    await until(async () => (await stateOf('console')) === 'down');
    expect((await status()).state).toBe('down');
    await empty.open();
    await until(async () => (await stateOf('console')) === 'up');
  });

  it('is that reports wait while its NATS server is away', async () => {
    await mailbox.stop();
    await until(async () => (await stateOf('nodes')) === 'degraded');
    expect([(await status()).state, await stateOf('console')]).toEqual(['degraded', 'up']);
  });
});
