import { setTimeout as pause } from 'node:timers/promises';
import { type Database, Replica, SealedRowsStore, Sealing, managerOf } from '@passerelle/doors/at-rest';
import { type Environment, replicaIn } from '@passerelle/doors/config';
import { findingsIn } from '../../books/findings.store.js';
import { type NodeConfig, zoneOf } from '../../config/node-settings.js';
import { type Finding, failure, fine, warning } from './finding.js';
import { dayOf } from '@passerelle/values';
import { backup } from './backups.service.js';
import { calendarFinding } from './calendar.js';
import { certificates } from './certificates.js';
import { disks, mail, zone } from './machine.js';
import { ownMailbox, slotFinding } from './mailboxes.js';
import { releases } from './releases.service.js';
import { payslipsFinding } from './payslips.service.js';
import { settings } from './settings.js';
import { rulesFinding } from './rules.js';
import { Refused } from '../command.js';
import { outsideFault } from '../outside-faults.js';
import { type LinkAtRest, askLinks, rosterOf } from '../peer-links.service.js';
import { run, said } from '../said.js';
import { sealedColumns } from '../sealed-columns.js';

/** What the doctor is given: the node's settings as they were read and as they were given, and a way to ask its database as it is. */
export interface Ground {
  readonly config: NodeConfig;
  readonly env: Environment;
  ask<T>(use: (database: Database) => Promise<T>): Promise<T>;
}

export interface DoctorCheck {
  readonly name: string;
  /** Cheap enough for every start. */
  readonly isQuick: boolean;
  /** Every machine of a node has its own answer. */
  readonly isOfMachine?: true;
  look(ground: Ground): Promise<readonly Finding[]>;
}

const oldestPostgres = 15;
const clockSeconds = { warn: 2, fail: 30 };
const waitingMinutes = { warn: 5, fail: 60 };

/** A check that asks the database. */
const asking = (
  name: string,
  isQuick: boolean,
  look: (database: Database, config: NodeConfig) => Promise<readonly Finding[]>,
): DoctorCheck => ({ name, isQuick, look: (ground) => onDatabase(name, ground, look) });

/** In the order in which they are shown. */
export const doctorChecks: readonly DoctorCheck[] = [
  { name: 'settings', isQuick: true, isOfMachine: true, look: async ({ env }) => settings(env) },
  asking('database', true, database),
  asking('schema', true, schema),
  asking('replica', true, replica),
  { ...asking('clock', true, clock), isOfMachine: true },
  { ...asking('zone', true, zone), isOfMachine: true },
  { name: 'disk', isQuick: true, isOfMachine: true, look: ({ config }) => disks(config) },
  { ...asking('mail', true, mail), isOfMachine: true },
  asking('rules', true, rules),
  asking('payslips', true, payslips),
  asking('backup', false, backup),
  asking('sealing', false, sealing),
  asking('ledger', false, ledger),
  asking('mailbox', false, mailboxes),
  asking('certificates', false, async (base, config) =>
    certificates(config, (await rosterOf(base, config))?.members ?? []),
  ),
  asking('calendar', false, calendar),
  asking('peers', false, peers),
  asking('releases', false, releases),
];

/** A database that gives no answer is itself the finding; how it failed may name hosts and users, so it is not told. */
async function onDatabase(
  what: string,
  { config, ask }: Ground,
  look: (database: Database, config: NodeConfig) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await ask((base) => look(base, config));
  } catch (error) {
    if (error instanceof Refused)
      return [failure(what, said('as-told', { why: error.message }), said('read-the-guide'))];
    const outside = outsideFault(error);
    if (outside) return [failure(what, outside.why, outside.remedy)];
    const { code } = error as { readonly code?: string };
    return [failure(what, said('cannot-be-asked', { code: code ?? '–' }), said('start-database'))];
  }
}

async function database(base: Database): Promise<readonly Finding[]> {
  const began = performance.now();
  const [row] = await rows<{ version: string }>(base, `select current_setting('server_version') as version`);
  const ms = Math.round(performance.now() - began);
  const version = row!.version.split(' ')[0]!;
  return Number.parseInt(version, 10) < oldestPostgres
    ? [
        failure(
          'database',
          said('database-too-old', { version }),
          said('install-database', { version: oldestPostgres }),
        ),
      ]
    : [fine('database', said('database-answers', { version, ms }))];
}

async function schema(base: Database): Promise<readonly Finding[]> {
  const { pending, unknown } = await base.schemaState();
  if (unknown.length > 0)
    return [failure('schema', said('schema-newer', { count: unknown.length }), said('install-newer'))];
  return pending.length > 0
    ? [failure('schema', said('schema-pending', { count: pending.length }), run('passerelle migrate up'))]
    : [fine('schema', said('schema-current'))];
}

/** A standby that replays at all has what was written before the first look by the second or third. */
async function replica(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const options = replicaIn(config);
  if (!options) return [fine('replica', said('replica-none'))];
  const standby = base.replica ?? new Replica(base.source, { ...options, entities: [], poolSize: 1 });
  try {
    for (let looks = 0; looks < 3 && standby.state.lagSeconds === null; looks += 1) {
      if (looks > 0) await pause(500);
      await standby.lookAgain();
    }
    const { unusedBecause, lagSeconds } = standby.state;
    if (unusedBecause === null) return [fine('replica', said('replica-follows'))];
    const says = said(`replica-${unusedBecause}`, { seconds: Math.round(lagSeconds ?? 0) });
    return [warning('replica', says, said('look-at-replica'))];
  } finally {
    if (standby !== base.replica) await standby.stop();
  }
}

/** The database's clock is another witness: on one machine it proves nothing, on two it does. */
async function clock(base: Database): Promise<readonly Finding[]> {
  const off = await secondsOff(base);
  const says = said('clock-beside', { seconds: `${off >= 0 ? '+' : ''}${off.toFixed(1)}` });
  if (Math.abs(off) >= clockSeconds.fail) return [failure('clock', says, said('follow-time'))];
  if (Math.abs(off) >= clockSeconds.warn) return [warning('clock', says, said('follow-time'))];
  return [fine('clock', says)];
}

/** Seconds by which the database's clock is ahead: the quickest of three answers says it best. */
async function secondsOff(base: Database): Promise<number> {
  const answers: { readonly tookMs: number; readonly offMs: number }[] = [];
  for (let asked = 0; asked < 3; asked += 1) {
    const before = Date.now();
    const [row] = await rows<{ now: Date }>(base, 'select clock_timestamp() as now');
    const after = Date.now();
    answers.push({ tookMs: after - before, offMs: row!.now.getTime() - (before + after) / 2 });
  }
  const { offMs } = answers.reduce((best, each) => (each.tookMs < best.tookMs ? each : best));
  return Math.round(offMs) / 1000;
}

/** The law of each country in which the cooperative has a legal entity. */
async function rules(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const today = dayOf(new Date(), zoneOf(config));
  const [table] = await rows<{ there: boolean }>(base, `select to_regclass('legal_entity') is not null as there`);
  const found = table!.there
    ? await rows<{ country: string }>(base, 'select distinct country from legal_entity order by country')
    : [];
  return found.length > 0
    ? found.map(({ country }) => rulesFinding(country, today))
    : [fine('rules', said('rules-not-needed'))];
}

/** The payslips that were issued last, which this program must give again. */
async function payslips(base: Database): Promise<readonly Finding[]> {
  const [table] = await rows<{ there: boolean }>(base, `select to_regclass('payslip') is not null as there`);
  return [table!.there ? await payslipsFinding(base.reading) : fine('payslips', said('payslips-equal', { count: 0 }))];
}

async function sealing(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const found = await new SealedRowsStore(new Sealing(config), sealedColumns).count(base.reading);
  const { secretsKey, secretsKeyBefore } = config;
  if (found['other-key'] > 0) {
    const code = secretsKey === undefined ? 'sealed-no-key' : 'sealed-other-key';
    return [failure('sealing', said(code, { count: found['other-key'] }), said('set-kept-key'))];
  }
  if (found.before > 0)
    return [warning('sealing', said('sealed-before', { count: found.before }), run('passerelle secrets rotate'))];
  if (found.plain === 0 && secretsKeyBefore !== undefined)
    return [warning('sealing', said('sealed-none-before'), said('remove-key-before'))];
  if (found.plain === 0) return [fine('sealing', said('sealed-all', { count: found.sealed }))];
  const remedy = secretsKey === undefined ? said('set-secrets-key') : run('passerelle secrets seal');
  return [warning('sealing', said('sealed-open', { count: found.plain }), remedy)];
}

async function ledger(base: Database): Promise<readonly Finding[]> {
  return base.report(async (work) => {
    const [row] = await managerOf(work).query<{ count: string }[]>('select count(*) as count from posting');
    const found = await findingsIn(work);
    return found.length > 0
      ? [failure('ledger', said('ledger-broken', { kinds: kindsOf(found) }), said('restore-last-good'))]
      : [fine('ledger', said('ledger-sums', { count: row!.count }))];
  });
}

const kindsOf = (found: readonly { readonly kind: string }[]): string =>
  [...new Set(found.map(({ kind }) => kind))].join(', ');

/** The own mailbox, and our slot at each of the others and at the federation. */
async function mailboxes(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  if (config.natsUrl === undefined) return [fine('mailbox', said('alone'))];
  const roster = await rosterOf(base, config);
  const closed = new Set((await askLinks(base, config)).filter(isClosed).map(({ peer }) => peer));
  const others = (roster?.members ?? []).filter(({ id }) => id !== config.node && !closed.has(id));
  const slots = others.map(({ id, natsUrl }) => ({ owner: id, address: natsUrl }));
  if (config.federationNatsUrl !== undefined) slots.push({ owner: 'federation', address: config.federationNatsUrl });
  const own = ownMailbox(
    config,
    config.natsUrl,
    others.map(({ id }) => id),
  );
  const net = roster?.net;
  return Promise.all([own, ...(net === undefined ? [] : slots.map((slot) => slotFinding(config, { net, ...slot })))]);
}

/** The calendar is of the business's days, which stand still in a demonstration. */
async function calendar(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const roster = await rosterOf(base, config);
  const today = dayOf(config.clock ?? new Date(), zoneOf(config));
  return [roster ? calendarFinding(roster.calendar, today, config.rosterFile) : fine('calendar', said('no-roster'))];
}

const isClosed = ({ status }: LinkAtRest): boolean => status === 'closed';

async function peers(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const links = await askLinks(base, config);
  return links.length === 0 ? [fine('peers', said('no-roster'))] : links.map(peerFinding);
}

function peerFinding({ peer, status, said: ours, confirmed, heard, oldestAt, pausedBecause }: LinkAtRest): Finding {
  const what = `peer ${peer}`;
  const counts = { peer, confirmed: String(confirmed), said: String(ours), heard: String(heard) };
  const test = run(`passerelle peer test ${peer}`);
  if (pausedBecause !== null) {
    const says = said('peer-paused', { ...counts, why: pausedBecause });
    return warning(what, says, run(`passerelle peer resume ${peer} --reason …`));
  }
  if (status === 'frozen') return warning(what, said('peer-frozen', counts), test);
  if (status === 'closed') return warning(what, said('peer-closed', counts), test);
  const minutes = oldestAt ? Math.floor((Date.now() - oldestAt.getTime()) / 60_000) : 0;
  if (minutes < waitingMinutes.warn) return fine(what, said('peer-confirmed', counts));
  const waits = said('peer-waits', { ...counts, minutes });
  return minutes < waitingMinutes.fail ? warning(what, waits, test) : failure(what, waits, test);
}

const rows = <T extends object>(base: Database, sql: string): Promise<T[]> => managerOf(base.reading).query<T[]>(sql);
