import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RandomIds, RealClock, Sealing, leaveTrail } from '@passerelle/doors/at-rest';
import { AuditExport } from '../insights/audit-export.service.js';
import { AuditExportStore } from '../insights/audit-export.store.js';
import { PersonExport } from '../insights/person-export.service.js';
import { PersonExportStore } from '../insights/person-export.store.js';
import { Refused, exit, need, type Run } from './command.js';
import { Proofs } from '../peers/evidence/evidence.service.js';
import { EvidenceStore } from '../peers/evidence/evidence.store.js';
import { FederationPeers } from '../peers/federation-peers.service.js';
import { PeersStore } from '../peers/peers.store.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';
import { signingKeyIn } from './node-keys.js';
import { rosterOf } from './peer-links.service.js';

export const person: Run = async (given) => {
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
};

export const node: Run = async (given) => {
  const file = need(given, 'to');
  const config = configIn(given.env);
  const key = signingKeyIn(config);
  return withCurrentSchema(config, async (database) => {
    const roster = await rosterOf(database, config);
    if (!roster) throw new Refused(exit.failed, 'this node works alone: it has said nothing to others yet');
    const peers = new FederationPeers(new PeersStore(), new RandomIds(), key, roster);
    const proofs = new Proofs(new EvidenceStore(), peers);
    const audit = new AuditExport({ store: new AuditExportStore(), peers, proofs, clock: new RealClock() });
    await database.transact((work) => written(Readable.from(audit.texts(work, roster)), file));
    await database.transact((work) => leaveTrail(work, 'export node'));
    return {
      code: exit.ok,
      lines: [`${file} is written`, `# proves itself: npm run verify -- ${file}`],
      json: { file },
    };
  });
};

/** For its owner only, and never over a file that is there: it tells all of a person. @throws Refused */
async function written(texts: Readable, path: string): Promise<void> {
  try {
    await pipeline(texts, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'EEXIST')
      throw new Refused(exit.failed, `${path} exists already: choose another name`);
    await rm(path, { force: true });
    throw error;
  }
}
