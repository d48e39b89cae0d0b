import { setTimeout as pause } from 'node:timers/promises';
import { Database, SchemaIsNewer, type SchemaState } from '@passerelle/doors/at-rest';
import type { Environment } from '@passerelle/doors/config';
import type { NodeConfig } from '../config/node-settings.js';
import { migrations } from '../database/migrations.js';
import { isAway } from './away.js';
import { makeBackup } from './backup.commands.js';
import { type Given, Refused, exit, type Run } from './command.js';
import { withDatabase } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';

export const status: Run = async ({ env, values, note }) => {
  const config = configIn(env);
  const state = await stateAfter(secondsToWait(values['wait']), config, note);
  const { pending, unknown } = state;
  const lines = [
    ...pending.map((name) => `pending  ${name}`),
    ...unknown.map((name) => `unknown  ${name} (of a newer program)`),
  ];
  const code = unknown.length > 0 ? exit.failed : pending.length > 0 ? exit.warnings : exit.ok;
  return { code, lines: lines.length > 0 ? lines : ['the schema is up to date'], json: state };
};

const lookEveryMs = 2_000;

/** The state of the schema, as soon as nothing is pending or so many seconds are over. A database that is away may come. */
async function stateAfter(seconds: number, config: NodeConfig, note: Given['note']): Promise<SchemaState> {
  const end = Date.now() + seconds * 1000;
  const look = () => withDatabase(config, (database) => database.schemaState());
  for (let told = ''; Date.now() + lookEveryMs <= end; await pause(lookEveryMs)) {
    const seen = await look().catch(nullWhenAway);
    if (seen && (seen.pending.length === 0 || seen.unknown.length > 0)) return seen;
    const waits = seen
      ? `waiting: ${seen.pending.length} changes of the schema are pending`
      : 'waiting for the database';
    if (waits !== told) note((told = waits));
  }
  return look();
}

function nullWhenAway(error: unknown): null {
  if (isAway(error)) return null;
  throw error;
}

/** @throws Refused */
function secondsToWait(given: Given['values'][string]): number {
  if (given === undefined) return 0;
  const seconds = Number(given);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds;
  throw new Refused(exit.usage, `--wait is "${String(given)}", expected a whole number of seconds 1–86400`);
}

export const up: Run = async ({ env, note }) => {
  const config = configIn(env);
  const { done, backup } = await bringUp(config, env, note);
  return { code: exit.ok, lines: [`${done.length} changes made; the schema is up to date`], json: { done, backup } };
};

/** Brings the schema up to date. A node that is in use is kept as it was before, so that there is a way back. */
export async function bringUp(config: NodeConfig, env: Environment, note: Given['note']) {
  const { pending, isInUse } = await withDatabase(config, async (database) => {
    const state = await database.schemaState();
    if (state.unknown.length > 0) throw new Refused(exit.failed, new SchemaIsNewer(state.unknown).message);
    return { pending: state.pending, isInUse: state.pending.length < migrations.length };
  });
  note(`${pending.length} changes of the schema are pending`);
  const isToKeep = isInUse && pending.length > 0 && config.backupKey !== undefined;
  const backup = isToKeep ? (await makeBackup(config, env)).file : null;
  if (backup !== null) note(`backup: ${backup}`);
  const database = await Database.open({ url: config.databaseUrl, migrations, poolSize: 2 });
  await database.close();
  return { done: pending, backup };
}
