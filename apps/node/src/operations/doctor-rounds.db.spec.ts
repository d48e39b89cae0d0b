import { Database, readConfig } from '@passerelle/doors';
import { emptyDatabase } from '../../../doors/testing/database.js';
import { nodeSettings } from '../config/node-settings.js';
import { migrations } from '../database/migrations.js';
import type { Finding } from '../commands/doctor/finding.js';
import { DoctorFindingsStore } from './doctor-findings.store.js';
import { DoctorRounds } from './doctor-rounds.service.js';

describe('the rounds of the doctor', () => {
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  let database: Database;
  let now = new Date('2026-03-02T12:00:00Z');
  const told: string[] = [];
  const store = new DoctorFindingsStore();
  let rounds: DoctorRounds;
  beforeAll(async () => {
    empty = await emptyDatabase();
    // Two connections are the fewest that a node may be given.
    database = await Database.open({ url: empty.url, entities: [], migrations, poolSize: 2 });
    const read = readConfig(
      {
        PASSERELLE_NODE: 'be',
        PASSERELLE_COUNTRY: 'BE',
        PASSERELLE_DATABASE_URL: empty.url,
        PASSERELLE_BASE_URL: 'http://127.0.0.1:8080',
        PASSERELLE_BACKUP_KEY: 'a sentence for the safe',
      },
      nodeSettings,
      () => undefined,
    );
    if (!read.ok) throw new Error('the settings of the spec are refused');
    const onFinding = ({ what, result }: Finding): void => void told.push(`${what}: ${result}`);
    rounds = new DoctorRounds({ database, config: read.value.config, store, now: () => now, onFinding });
  });
  beforeEach(() => void told.splice(0));
  afterAll(async () => {
    await database.close();
    await empty.drop();
  });

  const health = () => rounds.health(database.reading);
  /** How full the disk is where this runs is no matter of the spec. */
  const isOurs = (what: string): boolean => !what.startsWith('disk');
  const resultOf = async (thing: string) => {
    const found = (await health()).findings.find(({ what }) => what === thing);
    return found?.known ? 'known' : found?.result;
  };

  it('begin with what is quick at the start', async () => {
    await rounds.atStart();
    const { round, findings } = await health();
    expect([round, findings.map(({ what }) => what)]).toEqual([
      null,
      ['clock', 'database', 'disk', 'mail', 'replica', 'rules', 'schema', 'zone'],
    ]);
  });

  it('look at everything once a night, whichever replica is first, and tell what is open', async () => {
    await Promise.all([rounds.tick(), rounds.tick()]);
    expect((await health()).round).toEqual({ night: '2026-03-02', at: now });
    expect(told.filter((each) => /^(backup|restore|sealing)/.test(each))).toEqual(['backup: fail', 'restore: warn']);
    expect(await resultOf('ledger')).toBe('ok');
  });

  it('look again at what was not well, and only at that, until the night after', async () => {
    const before = new Map((await health()).findings.map(({ what, lookedAt }) => [what, lookedAt]));
    await database.source.query(`insert into backup_run (kind, file) values ('made', 'be.backup')`);
    now = new Date('2026-03-03T02:59:00Z');
    await rounds.tick();
    expect(await resultOf('backup')).toBe('ok');
    const later = (await health()).findings.filter(({ what, lookedAt }) => lookedAt > before.get(what)!);
    expect(later.map(({ what }) => what).filter(isOurs)).toEqual(['backup', 'restore']);
    now = new Date('2026-03-03T03:01:00Z');
    await rounds.tick();
    expect((await health()).round?.night).toBe('2026-03-03');
  });

  it('count what somebody has acknowledged no more, and forget that when it is well', async () => {
    const known = { what: 'restore', reason: 'the drill is on Sunday', until: '2999-01-01' };
    const acknowledge = (ack: typeof known) => database.transact((work) => rounds.acknowledge(work, ack));
    expect(await acknowledge({ ...known, until: '2026-03-03' })).toMatchObject({ refusal: { kind: 'day-is-past' } });
    expect(await acknowledge({ ...known, what: 'ledger' })).toMatchObject({ refusal: { kind: 'nothing-found' } });
    expect(await acknowledge(known)).toMatchObject({
      ok: true,
      value: { what: 'restore', known: { until: '2999-01-01' } },
    });
    expect(await resultOf('restore')).toBe('known');
    await rounds.tick();
    expect(told.filter(isOurs)).toEqual([]);
    await database.source.query(`insert into backup_run (kind, file) values ('drilled', 'be.backup')`);
    await rounds.tick();
    expect(await resultOf('restore')).toBe('ok');
  });

  it('leave nothing of a link that is no more', async () => {
    const found = (what: string) => ({ check: 'peers', findings: [{ what, result: 'ok' as const, says: 'well' }] });
    await database.transact((work) => store.keep(work, [found('peer fr')]));
    await database.transact((work) => store.keep(work, [found('peer se')]));
    expect([await resultOf('peer fr'), await resultOf('peer se')]).toEqual([undefined, 'ok']);
  });
});
