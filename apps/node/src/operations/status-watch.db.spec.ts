import type { ReadinessReport } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Incidents1767225604720 } from './incidents.migration.js';
import { IncidentsStore } from './incidents.store.js';
import { StatusWatch } from './status-watch.service.js';

type CheckResult = ReadinessReport['checks'][string];

const ok: CheckResult = { status: 'ok', ms: 1 };
const failed: CheckResult = { status: 'failed', ms: 1 };

describe('the incidents of a node', () => {
  let fresh: FreshDatabase;
  let now = new Date('2026-03-02T10:00:00Z');
  let bus = ok;
  let watches: readonly StatusWatch[];
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: [], migrations: [Incidents1767225604720] });
    const checks = () => ({ database: ok, migrations: ok, 'message bus': bus });
    const readiness = { report: async () => ({ status: 'ok' as const, checks: checks() }) };
    const parts = { database: fresh.database, readiness, incidents: new IncidentsStore(), now: () => now };
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

  it('are known from the silence of a node that was away, but not from a restart', async () => {
    await at('10:12:00');
    expect((await last())?.service).toBe('exchange');
    await at('10:40:00');
    expect(await last()).toEqual({
      service: 'pages',
      beganAt: new Date('2026-03-02T10:12:00Z'),
      endedAt: new Date('2026-03-02T10:40:00Z'),
    });
  });
});
