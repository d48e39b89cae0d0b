import { tmpdir } from 'node:os';
import { Accounts, publicId } from '@passerelle/doors';
import { openProgram, type SpecProgram } from '../../../doors/testing/http.js';
import { ConfigModule } from '../config/config.module.js';
import type { NodeConfig } from '../config/node-settings.js';
import { type Branch, followedMission, openBranch } from '../invoicing/testing/branch.js';
import { largeBodies, rooms } from '../rooms.js';

const password = 'a sentence to remember';

describe('debts, cycles and proofs over HTTP, at a node that works alone', () => {
  let branch: Branch;
  let program: SpecProgram;
  let finance: Awaited<ReturnType<SpecProgram['signIn']>>;
  let worker: typeof finance;
  beforeAll(async () => {
    branch = await openBranch('FR');
    const { clock, database, fresh } = branch;
    const config = {
      node: 'fr',
      country: 'FR',
      role: 'all',
      databaseUrl: fresh.url,
      baseUrl: 'http://localhost:8080',
      mailDir: tmpdir(),
    } as NodeConfig;
    program = await openProgram(database, [ConfigModule.for(config), ...rooms], { clock, http: { largeBodies } });
    const accounts = program.app.get(Accounts);
    await accounts.create({ email: 'finance@demo.example', password, roles: ['finance'], language: 'fr' });
    const subject = '019a0000-0000-7000-8000-000000000001';
    await accounts.create({ email: 'amina@demo.example', password, roles: ['worker'], subject, language: 'fr' });
    finance = await program.signIn('finance@demo.example', password);
    worker = await program.signIn('amina@demo.example', password);
  });
  afterAll(async () => {
    await program.app.close();
    await branch.fresh.drop();
  });

  const form = {
    peer: 'be',
    amount: { amount: '100.00', currency: 'EUR' },
    due: '2026-04-30',
    text: 'Half of the rent of the rehearsal room',
  };
  const post = (path: string, body: object, key: string) =>
    finance.post(`/api/v1${path}`).set('Idempotency-Key', key).send(body);

  it('lists debts and cycles for finance, and nothing of them for a worker or for strangers', async () => {
    expect((await finance.get('/api/v1/obligations').expect(200)).body).toEqual({ items: [], nextCursor: null });
    expect((await finance.get('/api/v1/obligations/blocked').expect(200)).body).toEqual([]);
    expect((await finance.get('/api/v1/cycles').expect(200)).body).toEqual([]);
    await finance.get('/api/v1/cycles/current').expect(404);
    await finance.get('/api/v1/cycles/cyc_2026-04').expect(404);
    await finance.get('/api/v1/cycles/april').expect(404);
    for (const path of ['obligations', 'obligations/blocked', 'cycles', 'proofs/books', 'statements/be'])
      await worker.get(`/api/v1/${path}`).expect(403);
    for (const path of ['obligations', 'cycles', 'proofs/books', 'statements/be'])
      await program.anybody.get(`/api/v1/${path}`).expect(401);
  });

  it('refuses a list of debts whole, and names the one that cannot be', async () => {
    const refused = await post('/obligations/list', { obligations: [form, form] }, 'list').expect(409);
    expect(refused.body).toMatchObject({ at: 0, errors: [{ pointer: '#/obligations/0/peer', code: 'unknown-peer' }] });
    await post('/obligations/list', { obligations: [] }, 'empty').expect(400);
    await post('/obligations/list', { obligations: [{ ...form, due: 'soon' }] }, 'wrong').expect(400);
    await worker
      .post('/api/v1/obligations/list')
      .set('Idempotency-Key', 'hers')
      .send({ obligations: [form] })
      .expect(403);
  });

  it('refuses a debt to an unknown node, without a key, of a mission’s kind, or not above zero', async () => {
    const unknown = await post('/obligations', form, 'k1').expect(409);
    expect(unknown.body.errors).toMatchObject([{ pointer: '#/peer', code: 'unknown-peer' }]);
    await finance.post('/api/v1/obligations').send(form).expect(400);
    await post('/obligations', { ...form, kind: 'mission.fee' }, 'k2').expect(400);
    await post('/obligations', { ...form, amount: { amount: '-1.00', currency: 'EUR' } }, 'k3').expect(400);
    await post('/obligations', { ...form, due: '2026-02-30' }, 'k4').expect(400);
    await post(`/obligations/${publicId('obl', '019a0000-0000-7000-8000-000000000009')}/accept`, {}, 'k5').expect(404);
    await post('/cycles/cyc_2026-04/cut', {}, 'k6').expect(409);
    await worker.post('/api/v1/obligations').set('Idempotency-Key', 'k7').send(form).expect(403);
  });

  it('proves that books sum to zero and documents have their postings', async () => {
    await followedMission(branch);
    const { body } = await finance.get('/api/v1/proofs/books').expect(200);
    expect(body.findings).toEqual([]);
    for (const { sum } of body.items) expect(sum.amount).toBe('0.00');
    await finance.get('/api/v1/statements/be').expect(404);
  });

  it('shows the steps of a mission and what the books say about it, to staff and to nobody else', async () => {
    const { id } = await followedMission(branch);
    const path = `/api/v1/missions/${publicId('mis', id)}`;
    const { body } = await finance.get(`${path}/timeline`).expect(200);
    expect(body.items.map(({ step }: { step: string }) => step).slice(0, 2)).toEqual(['registered', 'checked']);
    expect(body.items.filter(({ state }: { state: string }) => state === 'current').length).toBeLessThanOrEqual(1);
    await finance.get(`${path}/postings`).expect(200);
    await worker.get(`${path}/timeline`).expect(404);
    await worker.get(`${path}/postings`).expect(403);
  });
});
