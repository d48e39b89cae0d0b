import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, productVersion } from '@passerelle/doors/config';
import type { KeyFiles, Manifest } from '../backups/archive.js';
import { BackupRunsStore, type RunKind } from '../backups/backup-runs.store.js';
import { type Found, createBackup, restoreBackup, verifyBackup } from '../backups/backups.service.js';
import { BackupFault } from '../backups/fault.js';
import { type NodeConfig, nodeSettings } from '../config/node-settings.js';
import { migrations } from '../database/migrations.js';
import { type Given, Refused, exit, onlyWord, type Run } from './command.js';
import { effectiveValues } from './env-reference.js';
import { withDatabase } from './node-at-rest.js';
import { configIn, fileText } from './settings-at-rest.js';
import { writeSecrets } from './node-keys.js';

const ending = '.backup';

export const backupKeyMissing =
  'PASSERELLE_BACKUP_KEY is missing: openssl rand -base64 32 makes one, a copy of which belongs into a safe';

export const create: Run = async ({ env, values }) => {
  const { file, manifest } = await makeBackup(configIn(env), env, values['file'] as string | undefined);
  return { code: exit.ok, lines: [file, ...linesOf(manifest)], json: { file, ...manifest } };
};

export const verify: Run = async (given) => {
  const config = configIn(given.env);
  const file = fileIn(given, config);
  const { manifest, rows, bytes } = await faultsTold(() => verifyBackup({ file, passphrase: keyIn(config) }));
  const lines = [file, ...linesOf(manifest), `whole: ${rows} rows in ${manifest.tables.length} tables, ${bytes} bytes`];
  return { code: exit.ok, lines, json: { file, rows, bytes, ...manifest } };
};

export const restore: Run = async (given) => {
  const config = configIn(given.env);
  const file = onlyWord(given, 'the backup');
  const folder = given.values['keys'] as string | undefined;
  if (folder !== undefined && filesIn(folder).length > 0)
    throw new Refused(exit.failed, `${folder} is not empty: keys in use must not be lost; choose another folder`);
  let names: readonly string[] = [];
  const lay = (keys: KeyFiles): void => void (names = folder === undefined ? [] : laidOut(keys, folder));
  const found = await faultsTold(() =>
    restoreBackup(
      { file, passphrase: keyIn(config) },
      { url: config.databaseUrl, migrations, place: 'here', isToStay: true, lay },
    ),
  );
  const lines = [
    ...linesOf(found.manifest),
    `restored and proven: ${found.rows} rows in ${found.manifest.tables.length} tables`,
    ...names.map((name) => `written ${name}`),
    '# then: passerelle migrate up, passerelle serve; peers give back what was said since',
  ];
  return { code: exit.ok, lines, json: { file, rows: found.rows, keys: names, ...found.manifest } };
};

export const drill: Run = async (given) => {
  const config = configIn(given.env);
  const file = fileIn(given, config);
  const began = performance.now();
  const found = await faultsTold(() => drilled(config, file));
  const seconds = Math.ceil((performance.now() - began) / 1000);
  await remember(config, 'drilled', file);
  const lines = [file, ...linesOf(found.manifest), `drill passed: ${found.rows} rows proven in ${seconds} s`];
  return { code: exit.ok, lines, json: { file, seconds, rows: found.rows, ...found.manifest } };
};

/** Makes a backup and remembers when. @throws Refused */
export async function makeBackup(
  config: NodeConfig,
  env: Environment,
  file = join(config.backupDir, `passerelle-${config.node}-${stampOf(new Date())}${ending}`),
): Promise<{ readonly file: string; readonly manifest: Manifest }> {
  const { databaseUrl, node } = config;
  const origin = { node, version: productVersion(), at: new Date(), keys: keyFiles(config, env) };
  const manifest = await faultsTold(() => createBackup({ databaseUrl, file, passphrase: keyIn(config), ...origin }));
  await remember(config, 'made', file);
  return { file, manifest };
}

function drilled({ drillDatabaseUrl, databaseUrl, ...config }: NodeConfig, file: string): Promise<Found> {
  const place = drillDatabaseUrl === undefined ? 'beside' : 'here';
  const where = { url: drillDatabaseUrl ?? databaseUrl, migrations, place, isToStay: false } as const;
  return restoreBackup({ file, passphrase: keyIn(config) }, where);
}

/** A database that is about to be brought up to date may not know yet how to remember it. */
const remember = (config: NodeConfig, kind: RunKind, file: string): Promise<void> =>
  withDatabase(config, async (database) => {
    const { pending } = await database.schemaState();
    if (pending.length === 0) await new BackupRunsStore().add(database.reading, kind, file);
  });

function keyIn({ backupKey }: Pick<NodeConfig, 'backupKey'>): string {
  if (backupKey === undefined) throw new Refused(exit.configuration, backupKeyMissing);
  return backupKey;
}

/** The file that was named, or else the newest backup. */
function fileIn(given: Given, { backupDir }: NodeConfig): string {
  if (given.words.length > 0) return onlyWord(given, 'the backup');
  const newest = filesIn(backupDir)
    .filter((name) => name.endsWith(ending))
    .sort()
    .at(-1);
  if (newest === undefined)
    throw new Refused(exit.failed, `there is no backup in ${backupDir}: passerelle backup create`);
  return join(backupDir, newest);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What a node must have besides its database to be itself again. */
function keyFiles({ rosterFile, ...config }: NodeConfig, env: Environment): KeyFiles {
  const files: Record<string, string | undefined> = {
    'signing.pem': config.signingKey && secretText(env, nodeSettings.signingKey.name),
    'next-signing.pem': config.nextSigningKey && secretText(env, nodeSettings.nextSigningKey.name),
    'nats.seed': config.natsSeed,
    'roster.json': rosterFile === undefined ? undefined : fileText(rosterFile),
    'node.env': settingsText(env),
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

const secretText = (env: Environment, name: string): string | undefined =>
  env[name]?.trim() ? env[name] : fileText(env[`${name}_FILE`] ?? '');

/** The settings that were given and are no secrets, as an environment file. */
const settingsText = (env: Environment): string =>
  effectiveValues(env, nodeSettings)
    .filter(({ from, value }) => from === 'environment' && value !== '(hidden)')
    .map(({ name, value }) => `${name}=${value}\n`)
    .join('');

function laidOut(files: KeyFiles, folder: string): readonly string[] {
  const secrets = Object.entries(files).map(([name, text]) => [join(folder, name), text] as const);
  writeSecrets(secrets);
  return secrets.map(([file]) => file);
}

const linesOf = ({ node, at, version, standing }: Manifest): string[] => [
  `node ${node}, ${at}, made by ${version}`,
  `${standing.transactions} transactions, ${standing.postings} postings, ${standing.facts} facts`,
  ...standing.books.map(
    ({ entity, currency, turnover }) => `book ${entity}  ${turnover} ${currency} minor units moved`,
  ),
  ...standing.heads.map(({ peer, outSeq, inSeq }) => `peer ${peer}  said ${outSeq}, heard ${inSeq}`),
];

/** "20260316T080000Z": sorts as time does. */
const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

async function faultsTold<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof BackupFault ? new Refused(exit.failed, error.message) : error;
  }
}
