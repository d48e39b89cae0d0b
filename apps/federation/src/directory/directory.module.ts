import { readFile } from 'node:fs/promises';
import { Module } from '@nestjs/common';
import { Database } from '@passerelle/doors';
import { FEDERATION_CONFIG, type FederationConfig } from '../config/federation-settings.js';
import { RosterController } from './directory.controller.js';
import { Directory } from './directory.service.js';
import { DirectoryStore } from './directory.store.js';
import { rosterInForce } from './roster-in-force.js';

async function directoryOf(
  { rosterFile }: FederationConfig,
  database: Database,
  store: DirectoryStore,
): Promise<Directory> {
  const file = await readFile(rosterFile, 'utf8');
  return database.transact(async (work) => {
    const { roster, known, added } = rosterInForce(await store.versions(work), file);
    for (const each of added) await store.add(work, each);
    return new Directory([...known, ...added], await store.takenInAt(work, roster.content.version));
  });
}

@Module({
  controllers: [RosterController],
  providers: [
    DirectoryStore,
    { provide: Directory, useFactory: directoryOf, inject: [FEDERATION_CONFIG, Database, DirectoryStore] },
  ],
  exports: [Directory],
})
export class DirectoryModule {}
