import type { ReadinessReport } from '../health/readiness.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { Incidents1767225604720 } from './incidents.migration.js';
import { IncidentsStore } from './incidents.store.js';
import type { ServicesOf } from './service-states.js';
import { StatusWatch } from './status-watch.service.js';

type CheckResult = ReadinessReport['checks'][string];

const ok: CheckResult = { status: 'ok', ms: 1 };
const failed: CheckResult = { status: 'failed', ms: 1 };
const services: ServicesOf = [
  ['pages', ['database', 'migrations']],
  ['exchange', ['message bus']],
];

describe('the incidents of a program', () => {
  let fresh: FreshDatabase;
  let now = new Date('2026-03-02T10:00:00Z');
  let bus = ok;
  let database = ok;
  let watches: readonly StatusWatch[];
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: [], migrations: [Incidents1767225604720] });
    const checks = () => ({ database, migrations: ok, 'message bus': bus });
    const readiness = { report: async () => ({ status: 'ok' as const, checks: checks() }) };
    const parts = { database: fresh.database, readiness, incidents: new IncidentsStore(), services, now: () => now };
    watches = [new StatusWatch(parts), new StatusWatch(parts)];
  });
  afterAll(() => fresh.drop());

  /** Every replica looks. */
  const at = async (time: string): Promise<void> => {
    now = new Date(`2026-03-02T${time}Z`);
    for (const watch of watches) await watch.tick();
  };
  const last = async () => (await watches[0]!.status()).lastIncident;

  it('are none while all is well', async () => {
    await at('10:00:00');
    await at('10:01:00');
    expect(await last()).toBeNull();
  });

  it('last from the look that found something to the look that found it mended', async () => {
    bus = failed;
    await at('10:02:00');
    await at('10:03:00');
    const open = { service: 'exchange', beganAt: new Date('2026-03-02T10:02:00Z') };
    expect(await last()).toEqual({ ...open, endedAt: null });
    bus = ok;
    await at('10:04:00');
    expect(await last()).toEqual({ ...open, endedAt: new Date('2026-03-02T10:04:00Z') });
  });

  it('are known from the silence of a program that was away, but not from a restart', async () => {
    await at('10:12:00');
    expect((await last())?.service).toBe('exchange');
    await at('10:40:00');
    expect(await last()).toEqual({
      service: 'pages',
      beganAt: new Date('2026-03-02T10:12:00Z'),
      endedAt: new Date('2026-03-02T10:40:00Z'),
    });
  });

  it('are unknown while the database does not answer, and afterwards that it was away is written once', async () => {
    await at('10:41:00');
    database = { status: 'unknown', ms: 2000 };
    await at('10:42:00');
    await at('10:43:00');
    const { services: states, lastIncident } = await watches[0]!.status();
    expect([states.get('pages'), lastIncident]).toEqual(['down', undefined]);
    database = ok;
    await at('10:44:00');
    const away = { began_at: new Date('2026-03-02T10:42:00Z'), ended_at: new Date('2026-03-02T10:44:00Z') };
    const written = await fresh.database.source.query(
      `select began_at, ended_at from incident where service = 'pages' order by id desc`,
    );
    expect(written).toEqual([away, { began_at: expect.anything(), ended_at: new Date('2026-03-02T10:40:00Z') }]);
  });
});
