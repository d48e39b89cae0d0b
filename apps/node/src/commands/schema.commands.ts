import { Database, type Environment, SchemaIsNewer } from '@passerelle/doors';
import type { NodeConfig } from '../config/node-settings.js';
import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { makeBackup } from './backup.commands.js';
import { type Command, type Given, Refused, exit } from './command.js';
import { configIn, withDatabase } from './node-at-rest.js';

const status: Command = {
  name: 'migrate status',
  summary: 'Tells which changes of the schema are pending, and whether the database is of a newer program.',
  takes: '',
  example: 'passerelle migrate status',
  options: {},
  run: async ({ env }) => {
    const state = await withDatabase(configIn(env), (database) => database.schemaState());
    const { pending, unknown } = state;
    const lines = [
      ...pending.map((name) => `pending  ${name}`),
      ...unknown.map((name) => `unknown  ${name} (of a newer program)`),
    ];
    const code = unknown.length > 0 ? exit.failed : pending.length > 0 ? exit.warnings : exit.ok;
    return { code, lines: lines.length > 0 ? lines : ['the schema is up to date'], json: state };
  },
};

const up: Command = {
  name: 'migrate up',
  summary: 'Brings the schema up to date, after a backup when there is a key for one; an interrupted run goes on.',
  takes: '',
  example: 'passerelle migrate up',
  options: {},
  run: async ({ env, note }) => {
    const config = configIn(env);
    const { done, backup } = await bringUp(config, env, note);
    return { code: exit.ok, lines: [`${done.length} changes made; the schema is up to date`], json: { done, backup } };
  },
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
  const database = await Database.open({ url: config.databaseUrl, entities, migrations, poolSize: 2 });
  await database.close();
  return { done: pending, backup };
}

export const schemaCommands: readonly Command[] = [status, up];
