import { hostname } from 'node:os';
import { Database, readConfig } from '@passerelle/doors';
import { emptyDatabase } from '../../../doors/testing/database.js';
import { nodeSettings } from '../config/node-settings.js';
import { migrations } from '../database/migrations.js';
import type { Finding } from '../commands/doctor/finding.js';
import { said } from '../commands/said.js';
import { DoctorFindingsBody } from './findings.bodies.js';
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
    const env = {
      PASSERELLE_NODE: 'be',
      PASSERELLE_COUNTRY: 'BE',
      PASSERELLE_DATABASE_URL: empty.url,
      PASSERELLE_BASE_URL: 'http://127.0.0.1:8080',
      PASSERELLE_BACKUP_KEY: 'a sentence for the safe',
    };
    const read = readConfig(env, nodeSettings, () => undefined);
    if (!read.ok) throw new Error('the settings of the spec are refused');
    const onFinding = ({ what, result }: Finding): void => void told.push(`${what}: ${result}`);
    rounds = new DoctorRounds({ database, config: read.value.config, env, store, now: () => now, onFinding });
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
      ['clock', 'database', 'disk', 'mail', 'payslips', 'replica', 'rules', 'schema', 'settings', 'zone'],
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

  it('keep what each machine has found for itself, beside each other, and forget a machine that is gone', async () => {
    const full = (machine: string, percent: number) => ({
      check: 'disk',
      machine,
      findings: [
        {
          what: 'disk',
          machine,
          result: percent < 5 ? ('fail' as const) : ('ok' as const),
          says: said('disk-free', { percent, gib: 9 }),
        },
      ],
    });
    const disks = async () =>
      (await health()).findings
        .filter(({ what, machine }) => what === 'disk' && machine !== hostname())
        .map(({ machine, result, known }) => [machine, known ? 'known' : result]);
    await database.transact((work) => store.keep(work, [full('north', 2), full('south', 60)]));
    await database.transact((work) => store.keep(work, [full('south', 3)]));
    expect(await disks()).toEqual([
      ['north', 'fail'],
      ['south', 'fail'],
    ]);
    const ack = { what: 'disk', machine: 'north', reason: 'a larger one is ordered', until: '2999-01-01' };
    expect(await database.transact((work) => rounds.acknowledge(work, ack))).toMatchObject({ ok: true });
    expect(await disks()).toEqual([
      ['north', 'known'],
      ['south', 'fail'],
    ]);
    await database.source.query(
      `update doctor_finding set looked_at = now() - interval '2 hours' where machine = 'north'`,
    );
    await rounds.here();
    expect(await disks()).toEqual([['south', 'fail']]);
  });

  it('are told in the language of who reads them, also what the release before has found', async () => {
    await database.transact((work) =>
      store.keep(work, [{ check: 'moon', findings: [{ what: 'moon', result: 'ok', says: said('no-roster') }] }]),
    );
    const told = async (language: 'en' | 'de') =>
      DoctorFindingsBody.of(await health(), language).findings.find(({ what }) => what === 'moon');
    expect((await told('de'))?.says).toBe('keine: es gibt noch kein Verzeichnis');
    await database.source.query(`update doctor_finding set words = null, says = 'it is full' where what = 'moon'`);
    expect((await told('de'))?.says).toBe('it is full');
  });

  it('leave nothing of a link that is no more', async () => {
    const found = (what: string) => ({
      check: 'peers',
      findings: [{ what, result: 'ok' as const, says: said('no-roster') }],
    });
    await database.transact((work) => store.keep(work, [found('peer fr')]));
    await database.transact((work) => store.keep(work, [found('peer se')]));
    expect([await resultOf('peer fr'), await resultOf('peer se')]).toEqual([undefined, 'ok']);
  });
});
