import { Database } from '@passerelle/doors';
import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { type Command, exit } from './command.js';
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
  summary: 'Brings the schema up to date, one change after the other; an interrupted run goes on where it stopped.',
  takes: '',
  example: 'passerelle migrate up',
  options: {},
  run: async ({ env, note }) => {
    const config = configIn(env);
    const { pending } = await withDatabase(config, (database) => database.schemaState());
    note(`${pending.length} changes of the schema are pending`);
    const database = await Database.open({ url: config.databaseUrl, entities, migrations, poolSize: 2 });
    await database.close();
    return {
      code: exit.ok,
      lines: [`${pending.length} changes made; the schema is up to date`],
      json: { done: pending },
    };
  },
};

export const schemaCommands: readonly Command[] = [status, up];
