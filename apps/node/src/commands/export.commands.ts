import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RealClock, Sealing, leaveTrail } from '@passerelle/doors';
import { PersonExport } from '../insights/person-export.service.js';
import { PersonExportStore } from '../insights/person-export.store.js';
import { type Command, Refused, exit, need } from './command.js';
import { configIn, withCurrentSchema } from './node-at-rest.js';

const person: Command = {
  name: 'export person',
  summary: 'Writes everything this node keeps of a member into a new file, as she gets it herself at /me/data.',
  takes: '--email ADDRESS --to FILE',
  example: 'passerelle export person --email amina@demo.example --to amina.json',
  options: { email: { type: 'string' }, to: { type: 'string' } },
  run: async (given) => {
    const [email, file] = [need(given, 'email'), need(given, 'to')];
    const config = configIn(given.env);
    return withCurrentSchema(config, async (database) => {
      const exported = new PersonExport(new PersonExportStore(new Sealing(config)), new RealClock());
      const member = await exported.memberOf(database.reading, email);
      if (member === null) throw new Refused(exit.failed, `${email} is no member here`);
      await database.transact((work) => written(Readable.from(exported.texts(work, member)), file));
      await database.transact((work) => leaveTrail(work, 'export person', [member]));
      return { code: exit.ok, lines: [`${file} is written`], json: { email, file } };
    });
  },
};

/** For its owner only, and never over a file that is there: it tells all of a person. @throws Refused */
async function written(texts: Readable, path: string): Promise<void> {
  try {
    await pipeline(texts, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    const isOfTheFile = error instanceof Error && 'path' in error;
    throw isOfTheFile ? new Refused(exit.failed, `${path} is not written: ${error.message}`) : error;
  }
}

export const exportCommands: readonly Command[] = [person];
