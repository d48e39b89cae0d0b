import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Accounts, apiKeysOf, Database, doorsEntities, openHttp, SandboxClock, Sealing } from '@passerelle/doors';
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
import { runCommand } from './commands.js';
import type { FederationConfig } from './config/federation-settings.js';
import { migrations } from './database/migrations.js';
import { keys, rosterContent, signedRoster } from './testing/federation.js';

/** What anybody in the world may ask the federation. A new entry here is a decision. */
const publicRoutes = [
  'DELETE /api/v1/session',
  'GET /',
  'GET /api/v1/clock',
  'GET /api/v1/sandbox/clock',
  'GET /api/v1/session/provider',
  'GET /api/v1/session/provider/return',
  'GET /api/v1/session/provider/start',
  'GET /api/v1/status',
  'GET /livez',
  'GET /metrics',
  'GET /plain.css',
  'GET /problems/:type',
  'GET /readyz',
  'POST /api/v1/session',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey/begin',
];

/** Failed sign-ins are counted, sessions note when they were used, and each minute it is looked how the program serves. */
const logs = ['session', 'sign_in_attempt', 'trail_entry', 'heartbeat', 'incident'];

const fedadmin = { email: 'fedadmin@federation.example', password: 'a sentence to remember' };

describe('every route of the federation', () => {
  let dir: string;
  let fresh: FreshDatabase;
  let app: NestExpressApplication;
  let inspection: Inspection;
  let config: FederationConfig;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'passerelle-federation-'));
    fresh = await freshDatabase({ entities: doorsEntities, migrations });
    const { database } = fresh;
    const clock = await SandboxClock.open(database, new Date());
    config = await configIn(dir, fresh.url);
    app = await openHttp(federationModule({ config, database, clock }));
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

  it('seals the secrets of authenticator apps anew when the key is changed, and says what is left', async () => {
    const { database } = inspection;
    const [account] = await database.source.query<[{ id: string }]>('select id from account limit 1');
    const place = { table: 'second_factor', id: account.id };
    const [secretsKeyBefore, secretsKey] = ['the key of last year', 'the key of this year'];
    const kept = new Sealing({ secretsKey: secretsKeyBefore }).sealText('JBSWY3DPEHPK3PXP', place);
    await database.source.query('delete from second_factor');
    await database.source.query('insert into second_factor (account, secret) values ($1, $2)', [account.id, kept]);
    const rotate = async (keys: object) =>
      runCommand(['secrets', 'rotate'], {
        config: () => ({ ...config, ...keys }),
        open: ({ databaseUrl }) => Database.open({ url: databaseUrl, entities: doorsEntities, migrations }),
        input: () => Promise.reject(new Error('nothing is asked')),
      });
    expect(await rotate({ secretsKey })).toEqual({ code: 78, err: 'PASSERELLE_SECRETS_KEY_BEFORE is missing\n' });
    expect(await rotate({ secretsKey, secretsKeyBefore: 'some other key' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('1 are sealed with a key that is neither of the two'),
    });
    expect(await rotate({ secretsKey, secretsKeyBefore })).toEqual({
      code: 0,
      out: '1 files and secrets were sealed anew\n# then: remove PASSERELLE_SECRETS_KEY_BEFORE\n',
    });
    const [now] = await database.source.query<[{ secret: string }]>('select secret from second_factor');
    expect(new Sealing({ secretsKey }).openText(now.secret, place)).toBe('JBSWY3DPEHPK3PXP');
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
