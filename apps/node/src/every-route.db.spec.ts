import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiKeysOf, type Role } from '@passerelle/doors';
import { accessFaults, documentFaults, keyFaults, ownershipFaults } from '../../doors/testing/api/access-faults.js';
import { harvestIds } from '../../doors/testing/api/harvest.js';
import {
  addressFaults,
  oddBodyFaults,
  unreadableFaults,
  wrongBodyFaults,
} from '../../doors/testing/api/input-faults.js';
import { type Inspection } from '../../doors/testing/api/inspection.js';
import { keylessFaults, replays } from '../../doors/testing/api/replay-faults.js';
import { routesOf, schemasOf } from '../../doors/testing/api/routes.js';
import { Visitor } from '../../doors/testing/api/visitor.js';
import { nodeRoles } from './access/node-roles.js';
import { type FurnishedNode, furnish } from './testing/furnished-node.js';

/** What anybody in the world may ask a node. A new entry here is a decision. */
const publicRoutes = [
  'DELETE /api/v1/session',
  'GET /api/asyncapi.json',
  'GET /api/v1/clock',
  'GET /api/v1/confirmations/:token',
  'GET /api/v1/employing-countries',
  'GET /api/v1/guarantee',
  'GET /api/v1/sandbox/clock',
  'GET /api/v1/session/provider',
  'GET /api/v1/session/provider/return',
  'GET /api/v1/session/provider/start',
  'GET /api/v1/status',
  'GET /c/:token',
  'GET /c/:token/invoice',
  'GET /c/:token/invoice.pdf',
  'GET /c/:token/invoice.xml',
  'GET /c/:token/order.pdf',
  'GET /livez',
  'GET /metrics',
  'GET /plain.css',
  'GET /problems/:type',
  'GET /readyz',
  'POST /api/v1/confirmations/:token',
  'POST /api/v1/estimates',
  'POST /api/v1/password-links',
  'POST /api/v1/password-links/open',
  'POST /api/v1/password-links/use',
  'POST /api/v1/session',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey/begin',
  'POST /c/:token',
  'POST /c/:token/invoice/disputes',
  'POST /c/:token/renewals',
];

/** Acts that follow from each other, and so show that the replays above are tried on something. */
const reached = [
  ...['', '/:id/submit', '/:id/approve', '/:id/amend', '/:id/posting-facts', '/:id/notice', '/:id/cancel'].map(
    (act) => `POST /api/v1/missions${act}`,
  ),
  'POST /api/v1/placing-openings',
  'POST /api/v1/declarations/:id/fields',
];

/**
 * Failed sign-ins are counted, sessions note when they were used, and refused bank files are kept on purpose. The node
 * looks at itself by the clock, whatever is asked meanwhile.
 */
const looks = ['heartbeat', 'incident', 'doctor_finding'];
const logs = ['session', 'sign_in_attempt', 'bank_file_refused', 'trail_entry', ...looks];

describe('every route of a node', () => {
  let furnished: FurnishedNode;
  let inspection: Inspection;
  let everybody: Visitor[];
  beforeAll(async () => {
    furnished = await furnish();
    const { node, stranger, staff, amina } = furnished;
    const document = (await stranger.ask({ method: 'GET', path: '/api/openapi.json' })).json as OpenAPIObject;
    const routes = routesOf(node.app, document);
    everybody = [...staff.values(), amina];
    const people = new Map<Role, Visitor>([...staff, ['worker', amina]]);
    const ids = await harvestIds(routes, everybody);
    inspection = { routes, schemas: schemasOf(document), database: node.database, stranger, people, ids, logs };
  }, 120_000);
  afterAll(() => furnished.node.close());

  it('measures everything that deploy/monitoring asks for', async () => {
    const { text } = await inspection.stranger.ask({ method: 'GET', path: '/metrics' });
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!));
    for (const file of ['rules.yml', 'dashboards/node.json']) {
      const asking = readFileSync(`deploy/monitoring/${file}`, 'utf8');
      const asked = [...asking.matchAll(/\bpasserelle_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count)$/, ''));
      expect(asked.length).toBeGreaterThan(5);
      expect([file, asked.filter((name) => !known.has(name))]).toEqual([file, []]);
    }
  });

  it('is open to strangers only where that was decided', () => {
    const open = inspection.routes.filter(({ access }) => access.kind === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual(publicRoutes);
  });

  it('lets in who may, and nobody else', async () => {
    expect(await accessFaults(inspection)).toEqual([]);
  }, 60_000);

  it('opens to a program as far as its key goes', async () => {
    const keys = apiKeysOf(furnished.node.database, nodeRoles);
    for (const scope of [{ role: 'finance', verb: 'read' } as const, { role: 'adviser', verb: 'change' } as const]) {
      const name = `${scope.role}-program`;
      const made = await keys.create({ name, scopes: [`${scope.role}:${scope.verb}`], days: 1 }, 'spec');
      const program = Visitor.withKey(furnished.node.url, made.ok ? made.value.secret : '');
      expect(await keyFaults(inspection, scope, program)).toEqual([]);
    }
  }, 60_000);

  it('is described with those who may use it', () => {
    expect(documentFaults(inspection)).toEqual([]);
    const undescribed = inspection.routes.filter(({ path, described }) => path.startsWith('/api/v1/') && !described);
    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });

  it('keeps what is Amina’s from another worker', async () => {
    const { amina, lucas } = furnished;
    expect(await ownershipFaults(inspection, { owner: amina, other: lucas, mark: /Amina/ })).toEqual([]);
  }, 60_000);

  it('refuses what cannot be read, each in its own way', async () => {
    expect(await unreadableFaults(inspection)).toEqual([]);
  }, 60_000);

  it('finds nothing at an odd address and breaks at none', async () => {
    expect(await addressFaults(inspection)).toEqual([]);
  }, 120_000);

  it('points to the wrong field and keeps nothing of a refused request', async () => {
    expect(await wrongBodyFaults(inspection)).toEqual([]);
  }, 120_000);

  it('needs a key where money or signatures move', async () => {
    expect(await keylessFaults(inspection)).toEqual([]);
  }, 60_000);

  it('acts once for one key', async () => {
    const { faults, tried } = await replays(inspection, () => harvestIds(inspection.routes, everybody));
    expect(faults).toEqual([]);
    expect(tried).toEqual(expect.arrayContaining(reached));
  }, 120_000);

  it('takes an odd text as text, or refuses it', async () => {
    expect(await oddBodyFaults(inspection)).toEqual([]);
  }, 120_000);
});
