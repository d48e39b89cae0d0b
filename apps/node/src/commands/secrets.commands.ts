import {
  type Database,
  Sealing,
  SealedRowsStore,
  type Telling,
  leaveTrail,
  missingKeys,
  rotatedLines,
} from '@passerelle/doors/at-rest';
import { type Given, Refused, exit, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';
import { sealedColumns } from './sealed-columns.js';

export const seal: Run = async ({ env, note }) => {
  const config = configIn(env);
  const sealing = new Sealing(config);
  if (!sealing.hasKey) throw new Refused(exit.configuration, 'PASSERELLE_SECRETS_KEY is missing');
  const store = new SealedRowsStore(sealing, sealedColumns);
  const sealed = await withCurrentSchema(config, async (database) => {
    await begun(database, 'secrets seal');
    return store.sealAll(database, 'plain', progress(note));
  });
  return { code: exit.ok, lines: [`${sealed} files and secrets were sealed`], json: { sealed } };
};

export const rotate: Run = async ({ env, note }) => {
  const config = configIn(env);
  const missing = missingKeys(config).map((name) => `${name} is missing`);
  if (missing.length > 0) throw new Refused(exit.configuration, missing.join('\n'));
  const store = new SealedRowsStore(new Sealing(config), sealedColumns);
  return withCurrentSchema(config, async (database) => {
    await begun(database, 'secrets rotate');
    const rotated = await store.rotate(database, progress(note));
    const code = rotated.before + rotated.unknown > 0 ? exit.warnings : exit.ok;
    return { code, lines: rotatedLines(rotated), json: rotated };
  });
};

/** Told at its beginning, for it may be stopped at any row. */
const begun = (database: Database, act: string): Promise<void> => database.transact((work) => leaveTrail(work, act));

/** A line for each hundred rows and for the last one. */
const progress =
  (note: Given['note']): Telling =>
  (table, done, of) => {
    if (done % 100 === 0 || done === of) note(`${table}: ${done} of ${of}`);
  };
