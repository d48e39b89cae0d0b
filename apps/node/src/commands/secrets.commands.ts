import { Sealing } from '@passerelle/doors';
import { type Command, Refused, exit } from './command.js';
import { configIn, withCurrentSchema } from './node-at-rest.js';
import { SealedRowsStore } from './sealed-rows.store.js';

const seal: Command = {
  name: 'secrets seal',
  summary: 'Seals files and secrets of people that were kept before there was a key; the node goes on meanwhile.',
  takes: '',
  example: 'passerelle secrets seal',
  options: {},
  run: async ({ env }) => {
    const config = configIn(env);
    const sealing = new Sealing(config.secretsKey);
    if (!sealing.hasKey) throw new Refused(exit.configuration, 'PASSERELLE_SECRETS_KEY is missing');
    const sealed = await withCurrentSchema(config, (database) => new SealedRowsStore(sealing).sealPlain(database));
    return { code: exit.ok, lines: [`${sealed} files and secrets were sealed`], json: { sealed } };
  },
};

export const secretsCommands: readonly Command[] = [seal];
