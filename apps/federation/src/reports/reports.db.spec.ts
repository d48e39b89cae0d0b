import type { Report } from '@passerelle/protocol';
import { verifyFirstRoster } from '@passerelle/protocol';
import { doorsEntities } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { migrations } from '../database/migrations.js';
import { Directory } from '../directory/directory.service.js';
import {
  bytesOf,
  keys,
  obligation,
  reportOf,
  rosterContent,
  signedRoster,
  strangersKey,
} from '../testing/federation.js';
import { signAnything } from '../testing/sign-anything.js';
import { Reports } from './reports.service.js';
import { ReportsStore } from './reports.store.js';
import type { Taken } from './report-refusal.js';

const roster = verifyFirstRoster(signedRoster(rosterContent, keys.be, keys.fr, keys.se));
if (!roster.ok) throw new Error('the roster of the spec is no good');
const directory = new Directory([roster.value], new Date());

describe('reports that are kept', () => {
  let fresh: FreshDatabase;
  let reports: Reports;
  const store = new ReportsStore();
  beforeEach(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations });
    reports = new Reports(fresh.database, store, directory);
  });
  afterEach(() => fresh.drop());

  const take = (bytes: Uint8Array, { slot = 'be', isRedelivered = false } = {}): Promise<Taken> =>
    reports.take({ slot, bytes, isRedelivered });
  const takeAll = async (report: Report): Promise<string[]> => {
    const taken: string[] = [];
    for (const bytes of bytesOf(report)) taken.push((await take(bytes)).kind);
    return taken;
  };
  const newest = async () => (await store.newest(fresh.database.reading)).map(({ report }) => report);
  const refusals = async () =>
    (await store.refusals(fresh.database.reading, { before: null, limit: 50 })).map(
      ({ by, from, reason, count }) => `${by} ${from ?? '-'} ${reason} ${count}`,
    );
  const numbered = (number: number, rest: Partial<Report> = {}) => reportOf('be', { number: String(number), ...rest });

  it('are the newest of each node', async () => {
    expect(await takeAll(numbered(1))).toEqual(['taken']);
    expect(await takeAll(numbered(3))).toEqual(['taken']);
    await take(bytesOf(reportOf('fr'))[0]!, { slot: 'fr' });
    expect((await newest()).map(({ node, number }) => `${node} ${number}`)).toEqual(['be 3', 'fr 17']);
    expect(await refusals()).toEqual([]);
  });

  it('are not replaced by an older one, a replayed one, or another one of the same number', async () => {
    await takeAll(numbered(3));
    expect(await take(bytesOf(numbered(2))[0]!)).toEqual({ kind: 'refused', reason: 'older' });
    expect(await take(bytesOf(numbered(3))[0]!)).toEqual({ kind: 'refused', reason: 'replayed' });
    const other = numbered(3, { software: '0.2.0' });
    expect(await take(bytesOf(other)[0]!)).toEqual({ kind: 'refused', reason: 'contradiction' });
    expect((await newest())[0]!.software).toBe('0.1.0');
    expect(await refusals()).toEqual([
      'federation be contradiction 1',
      'federation be replayed 1',
      'federation be older 1',
    ]);
  });

  it('may come again from the broker that heard no answer, which is no replay', async () => {
    await takeAll(numbered(3));
    expect(await take(bytesOf(numbered(3))[0]!, { isRedelivered: true })).toEqual({ kind: 'repeated' });
    expect(await take(bytesOf(numbered(2))[0]!, { isRedelivered: true })).toEqual({ kind: 'repeated' });
    expect(await refusals()).toEqual([]);
  });

  it('are whole: a report of several pages counts from its last page, in any order', async () => {
    await takeAll(numbered(1));
    const obligations = Array.from({ length: 700 }, (_, at) => obligation(at, { debtor: 'fr', creditor: 'be' }));
    const pages = bytesOf(numbered(2, { obligations })).reverse();
    expect(pages.length).toBeGreaterThan(2);
    for (const bytes of pages.slice(0, -1)) expect(await take(bytes)).toEqual({ kind: 'incomplete' });
    expect((await newest())[0]!.number).toBe('1');
    expect(await take(pages.at(-1)!)).toEqual({ kind: 'taken' });
    expect((await newest())[0]!.obligations).toEqual(obligations);
  });

  it('are not held up by one that was never finished', async () => {
    const obligations = Array.from({ length: 300 }, (_, at) => obligation(at, { debtor: 'fr', creditor: 'be' }));
    for (const number of [2, 3, 4, 5, 6]) await take(bytesOf(numbered(number, { obligations }))[0]!);
    expect(await takeAll(numbered(7))).toEqual(['taken']);
    const [{ count }] = await fresh.database.source.query<[{ count: number }]>(
      'select count(*)::int as count from report_page',
    );
    expect(count).toBe(1);
  });

  it('refuse a forgery and a word about a person, count them, and keep not a word of them', async () => {
    await takeAll(numbered(1));
    expect(await take(bytesOf(numbered(2), strangersKey)[0]!)).toEqual({ kind: 'refused', reason: 'bad-signature' });
    expect(await take(bytesOf(reportOf('fr'))[0]!)).toEqual({ kind: 'refused', reason: 'bad-signature' });
    const personal = { ...reportOf('be', { number: '9' }), kind: 'report', kid: 'be-1', page: '1', pages: '1' };
    const told = signAnything({ ...personal, worker: 'Amina Haddad' }, keys.be);
    expect(await take(told)).toEqual({ kind: 'refused', reason: 'malformed' });
    expect(await refusals()).toEqual([
      'federation be malformed 1',
      'federation be bad-signature 1',
      'federation be bad-signature 1',
    ]);
    expect(await store.refusedCounts(fresh.database.reading)).toEqual([
      { slot: 'be', reason: 'bad-signature', count: 2 },
      { slot: 'be', reason: 'malformed', count: 1 },
    ]);
    const everything = await fresh.database.source.query<object[]>(
      'select to_jsonb(refusal) as row from refusal union all select to_jsonb(report_page) from report_page',
    );
    expect(JSON.stringify(everything)).not.toMatch(/Amina/);
  });

  it('say what their node refused itself', async () => {
    await takeAll(numbered(1, { refusals: [{ peer: 'fr', code: 'bad-signature', count: 2 }] }));
    await takeAll(numbered(2));
    expect(await refusals()).toEqual(['be fr bad-signature 2']);
  });

  it('tell since when a node has been in a state of a cycle, by the first report of it', async () => {
    const cycle = (state: 'open' | 'stated'): Report['cycles'] => [
      { cycle: '2026-04', state, round: '0', positions: [], signed: [], missing: [], gross: {}, net: {}, legs: [] },
    ];
    await takeAll(numbered(1, { cycles: cycle('open') }));
    await takeAll(numbered(2, { cycles: cycle('stated'), at: '2026-04-08T08:00:15.000Z' }));
    await takeAll(numbered(3, { cycles: cycle('stated'), at: '2026-04-08T08:00:30.000Z' }));
    const steps = await store.steps(fresh.database.reading);
    expect(steps.map(({ state, since }) => `${state} ${since}`)).toEqual([
      'open 2026-04-08T08:00:00.000Z',
      'stated 2026-04-08T08:00:15.000Z',
    ]);
  });

  it('keep only so many refusals of one subject, and count the others', async () => {
    const sql = `insert into refusal (from_slot, reason, count) select 'be', 'too-long', 1 from generate_series(1, 1000)`;
    await fresh.database.source.query(sql);
    await take(Buffer.from('flood'));
    const [{ count }] = await fresh.database.source.query<[{ count: number }]>(
      'select count(*)::int as count from refusal',
    );
    expect(count).toBe(1000);
    expect((await refusals())[0]).toBe('federation be not-a-report 1');
  });
});
