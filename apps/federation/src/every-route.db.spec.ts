import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Accounts, apiKeysOf, doorsEntities, openHttp, SandboxClock } from '@passerelle/doors';
import { accessFaults, documentFaults, keyFaults } from '../../doors/testing/api/access-faults.js';
import { harvestIds } from '../../doors/testing/api/harvest.js';
import {
  addressFaults,
  oddBodyFaults,
  unreadableFaults,
  wrongBodyFaults,
} from '../../doors/testing/api/input-faults.js';
import type { Inspection } from '../../doors/testing/api/inspection.js';
import { routesOf, schemasOf } from '../../doors/testing/api/routes.js';
import { Visitor } from '../../doors/testing/api/visitor.js';
import { type FreshDatabase, freshDatabase } from '../../doors/testing/database.js';
import { federationModule } from './app.module.js';
import type { FederationConfig } from './config/federation-settings.js';
import { migrations } from './database/migrations.js';
import { keys, rosterContent, signedRoster } from './testing/federation.js';

/** What anybody in the world may ask the federation. A new entry here is a decision. */
const publicRoutes = [
  'DELETE /api/v1/session',
  'GET /',
  'GET /api/v1/sandbox/clock',
  'GET /api/v1/session/provider',
  'GET /api/v1/session/provider/return',
  'GET /api/v1/session/provider/start',
  'GET /livez',
  'GET /metrics',
  'GET /plain.css',
  'GET /problems/:type',
  'GET /readyz',
  'POST /api/v1/session',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey/begin',
];

/** Failed sign-ins are counted, and sessions note when they were used. */
const logs = ['session', 'sign_in_attempt', 'trail_entry'];

const fedadmin = { email: 'fedadmin@federation.example', password: 'a sentence to remember' };

describe('every route of the federation', () => {
  let dir: string;
  let fresh: FreshDatabase;
  let app: NestExpressApplication;
  let inspection: Inspection;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'passerelle-federation-'));
    fresh = await freshDatabase({ entities: doorsEntities, migrations });
    const { database } = fresh;
    const clock = await SandboxClock.open(database, new Date());
    app = await openHttp(federationModule({ config: await configIn(dir, fresh.url), database, clock }));
    await app.listen(0, '127.0.0.1');
    await app.get(Accounts).create({ ...fedadmin, roles: ['fedadmin'], language: 'en' });
    const url = await app.getUrl();
    const stranger = Visitor.stranger(url);
    const administrator = await Visitor.signIn(url, fedadmin.email, fedadmin.password);
    const document = (await stranger.ask({ method: 'GET', path: '/api/openapi.json' })).json as OpenAPIObject;
    const routes = routesOf(app, document);
    const ids = await harvestIds(routes, [administrator]);
    const people = new Map([['fedadmin' as const, administrator]]);
    inspection = { routes, schemas: schemasOf(document), database, stranger, people, ids, logs };
  });
  afterAll(async () => {
    await app?.close();
    await fresh?.drop();
    await rm(dir, { recursive: true });
  });

  it('is described in docs/api/federation.json (node apps/sandbox/run.mjs api/main writes it anew)', async () => {
    const { json } = await inspection.stranger.ask({ method: 'GET', path: '/api/openapi.json' });
    expect(json).toEqual(JSON.parse(readFileSync('docs/api/federation.json', 'utf8')));
  });

  it('is open to strangers only where that was decided', () => {
    const open = inspection.routes.filter(({ access }) => access.kind === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual(publicRoutes);
  });

  it('lets in who may, and is described so', async () => {
    expect(await accessFaults(inspection)).toEqual([]);
    expect(documentFaults(inspection)).toEqual([]);
  });

  it('opens to a program as far as its key goes', async () => {
    const keys = apiKeysOf(inspection.database, ['fedadmin']);
    for (const verb of ['read', 'change'] as const) {
      const made = await keys.create({ name: `${verb}-program`, scopes: [`fedadmin:${verb}`], days: 1 }, 'spec');
      const program = Visitor.withKey(await app.getUrl(), made.ok ? made.value.secret : '');
      expect(await keyFaults(inspection, { role: 'fedadmin', verb }, program)).toEqual([]);
    }
  });

  it('refuses what cannot be read, and finds nothing at an odd address', async () => {
    expect(await unreadableFaults(inspection)).toEqual([]);
    expect(await addressFaults(inspection)).toEqual([]);
  });

  it('points to the wrong field, keeps nothing of a refused request, and takes odd texts as texts', async () => {
    expect(await wrongBodyFaults(inspection)).toEqual([]);
    expect(await oddBodyFaults(inspection)).toEqual([]);
  });
});

/** As `main.ts` reads it from its settings; nobody answers at the address of the mailbox. */
async function configIn(dir: string, databaseUrl: string): Promise<FederationConfig> {
  const rosterFile = join(dir, 'roster.json');
  await writeFile(rosterFile, JSON.stringify(signedRoster(rosterContent, keys.be, keys.fr, keys.se)));
  return {
    databaseUrl,
    baseUrl: 'http://127.0.0.1:8100',
    logLevel: 'silent',
    natsUrl: 'nats://127.0.0.1:1',
    natsSeed: `SU${'A'.repeat(56)}`,
    rosterFile,
  } as FederationConfig;
}
