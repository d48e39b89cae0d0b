import { setTimeout as pause } from 'node:timers/promises';
import { type Database, Replica, SealedRowsStore, Sealing, managerOf } from '@passerelle/doors/at-rest';
import { replicaIn } from '@passerelle/doors/config';
import { findingsIn } from '../../books/findings.store.js';
import { type NodeConfig, zoneOf } from '../../config/node-settings.js';
import { type Finding, failure, fine, warning } from './finding.js';
import { dayOf } from '@passerelle/values';
import { backup } from './backups.service.js';
import { certificates } from './certificates.js';
import { disk, mail, zone } from './machine.js';
import { rulesFinding } from './rules.js';
import { Refused } from '../command.js';
import { outsideFault } from '../outside-faults.js';
import { askLinks, reachMailbox, rosterOf } from '../peer-links.service.js';
import { sealedColumns } from '../sealed-columns.js';

/** What the doctor is given: the node's settings, and a way to ask its database as it is. */
export interface Ground {
  readonly config: NodeConfig;
  ask<T>(use: (database: Database) => Promise<T>): Promise<T>;
}

export interface DoctorCheck {
  readonly name: string;
  /** Cheap enough for every start. */
  readonly isQuick: boolean;
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
  asking('database', true, database),
  asking('schema', true, schema),
  asking('replica', true, replica),
  asking('clock', true, clock),
  { name: 'zone', isQuick: true, look: ({ config }) => zone(config) },
  { name: 'disk', isQuick: true, look: () => disk() },
  { name: 'mail', isQuick: true, look: ({ config }) => mail(config) },
  asking('rules', true, rules),
  asking('backup', false, backup),
  asking('sealing', false, sealing),
  asking('ledger', false, ledger),
  { name: 'mailbox', isQuick: false, look: ({ config }) => mailbox(config) },
  asking('certificates', false, async (base, config) =>
    certificates(config, (await rosterOf(base, config))?.members ?? []),
  ),
  asking('peers', false, peers),
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
    if (error instanceof Refused) return [failure(what, error.message, 'docs/operating.md tells how a node is set up')];
    const outside = outsideFault(error);
    if (outside) return [failure(what, outside.why, outside.remedy)];
    const { code } = error as { readonly code?: string };
    return [
      failure(
        what,
        `cannot be asked (${code ?? 'no answer'})`,
        'start PostgreSQL, and compare PASSERELLE_DATABASE_URL',
      ),
    ];
  }
}

async function database(base: Database): Promise<readonly Finding[]> {
  const began = performance.now();
  const [row] = await rows<{ version: string }>(base, `select current_setting('server_version') as version`);
  const ms = Math.round(performance.now() - began);
  const version = row!.version.split(' ')[0]!;
  return Number.parseInt(version, 10) < oldestPostgres
    ? [failure('database', `PostgreSQL ${version} is too old`, `install PostgreSQL ${oldestPostgres} or newer`)]
    : [fine('database', `PostgreSQL ${version}, ${ms} ms`)];
}

async function schema(base: Database): Promise<readonly Finding[]> {
  const { pending, unknown } = await base.schemaState();
  if (unknown.length > 0)
    return [failure('schema', `${unknown.length} changes of a newer program`, 'install the newer release')];
  return pending.length > 0
    ? [failure('schema', `${pending.length} changes are pending`, 'passerelle migrate up')]
    : [fine('schema', 'up to date')];
}

/** A standby that replays at all has what was written before the first look by the second or third. */
async function replica(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const options = replicaIn(config);
  if (!options) return [fine('replica', 'none: the database itself answers reports')];
  const standby = base.replica ?? new Replica(base.source, { ...options, entities: [], poolSize: 1 });
  try {
    for (let looks = 0; looks < 3 && standby.state.lagSeconds === null; looks += 1) {
      if (looks > 0) await pause(500);
      await standby.lookAgain();
    }
    const { unusedBecause } = standby.state;
    if (unusedBecause === null) return [fine('replica', 'follows, and answers reports')];
    const remedy = 'compare PASSERELLE_DATABASE_READ_URL, and look at pg_stat_replication';
    return [warning('replica', `${unusedBecause}: the database itself answers reports`, remedy)];
  } finally {
    if (standby !== base.replica) await standby.stop();
  }
}

/** The database's clock is another witness: on one machine it proves nothing, on two it does. */
async function clock(base: Database): Promise<readonly Finding[]> {
  const off = await secondsOff(base);
  const says = `${off >= 0 ? '+' : ''}${off.toFixed(1)} s beside the database`;
  if (Math.abs(off) >= clockSeconds.fail) return [failure('clock', says, 'let both machines follow an NTP server')];
  if (Math.abs(off) >= clockSeconds.warn) return [warning('clock', says, 'let both machines follow an NTP server')];
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
    : [fine('rules', 'none are needed: there is no legal entity yet')];
}

async function sealing(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const found = await new SealedRowsStore(new Sealing(config), sealedColumns).count(base.reading);
  const { secretsKey, secretsKeyBefore } = config;
  const count = (rows: number): string => `${rows} files and secrets of people`;
  if (found['other-key'] > 0) {
    const why = secretsKey === undefined ? 'and there is no key' : 'with another key';
    const remedy = 'set the PASSERELLE_SECRETS_KEY that was kept apart from the backups';
    return [failure('sealing', `${count(found['other-key'])} are sealed ${why}`, remedy)];
  }
  if (found.before > 0)
    return [warning('sealing', `${count(found.before)} are sealed with the key before`, 'passerelle secrets rotate')];
  if (found.plain === 0 && secretsKeyBefore !== undefined)
    return [warning('sealing', 'nothing is sealed with the key before', 'remove PASSERELLE_SECRETS_KEY_BEFORE')];
  if (found.plain === 0) return [fine('sealing', `${count(found.sealed)} are sealed`)];
  const remedy = `${secretsKey === undefined ? 'set PASSERELLE_SECRETS_KEY, then ' : ''}passerelle secrets seal`;
  return [warning('sealing', `${count(found.plain)} lie open`, remedy)];
}

async function ledger(base: Database): Promise<readonly Finding[]> {
  return base.report(async (work) => {
    const [row] = await managerOf(work).query<{ count: string }[]>('select count(*) as count from posting');
    const found = await findingsIn(work);
    return found.length > 0
      ? [failure('ledger', found.map(({ kind }) => kind).join(', '), 'stop the node and restore the last good backup')]
      : [fine('ledger', `${row!.count} postings, every transaction sums to 0`)];
  });
}

async function mailbox(config: NodeConfig): Promise<readonly Finding[]> {
  if (config.natsUrl === undefined) return [fine('mailbox', 'none: this node works alone')];
  const fault = await reachMailbox(config, config.natsUrl);
  return fault === undefined
    ? [fine('mailbox', `the node signs in at ${config.natsUrl}`)]
    : [failure('mailbox', fault, 'start the NATS server with the configuration of passerelle nats config')];
}

async function peers(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const links = await askLinks(base, config);
  if (links.length === 0) return [fine('peers', 'none: there is no roster yet')];
  return links.map(({ peer, status, said, confirmed, heard, oldestAt, pausedBecause }) => {
    const what = `peer ${peer}`;
    const says = `${peer} has confirmed ${confirmed} of ${said}, we have taken ${heard}`;
    if (pausedBecause !== null)
      return warning(what, `paused (${pausedBecause}); ${says}`, `passerelle peer resume ${peer} --reason …`);
    const minutes = oldestAt ? Math.floor((Date.now() - oldestAt.getTime()) / 60_000) : 0;
    if (status === 'frozen' || status === 'closed')
      return warning(what, `${status}; ${says}`, `passerelle peer test ${peer}`);
    if (minutes < waitingMinutes.warn) return fine(what, says);
    const old = `${says} (oldest ${minutes} min)`;
    return minutes < waitingMinutes.fail
      ? warning(what, old, `passerelle peer test ${peer}`)
      : failure(what, old, `passerelle peer test ${peer}`);
  });
}

const rows = <T extends object>(base: Database, sql: string): Promise<T[]> => managerOf(base.reading).query<T[]>(sql);
