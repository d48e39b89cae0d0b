import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip, createGzip, type Gunzip, type Gzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { Database, type DatabaseOptions } from '@passerelle/doors/at-rest';
import { type KeyFiles, type Manifest, type Receiver, readThrough, written } from './archive.js';
import { BackupFault } from './fault.js';
import { keepFile } from './kept-file.js';
import { drillSchema, Restoring } from './restoring.store.js';
import { sealed, unsealed } from './seal.js';
import { atOneMoment, migrationsIn, rowsOf, sequencesIn, standingIn, tablesIn } from './snapshot.store.js';

export interface ToKeep {
  readonly databaseUrl: string;
  readonly file: string;
  readonly passphrase: string;
  readonly node: string;
  /** Of the program. */
  readonly version: string;
  readonly at: Date;
  readonly keys: KeyFiles;
}

/** An archive on the disk and who can open it. */
export interface Sealed {
  readonly file: string;
  readonly passphrase: string;
}

/** What was found in an archive that is whole. */
export interface Found {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly bytes: number;
}

/** Keeps the whole node as it is at this moment in one file, while it goes on. @throws BackupFault */
export function createBackup({ databaseUrl, file, passphrase, keys, ...origin }: ToKeep): Promise<Manifest> {
  return atOneMoment(databaseUrl, async (client) => {
    const migrations = await migrationsIn(client);
    if (migrations.length === 0)
      throw new BackupFault('not-reached', 'the database has no tables yet: nothing to keep');
    const manifest: Manifest = {
      node: origin.node,
      version: origin.version,
      at: origin.at.toISOString(),
      migrations,
      tables: await tablesIn(client),
      sequences: await sequencesIn(client),
      standing: await standingIn(client),
    };
    const plain = written({ manifest, keys, rowsOf: (table) => rowsOf(client, table) });
    await keepFile(file, sealed(through(plain, createGzip()), passphrase));
    return manifest;
  });
}

/** Reads the whole archive. @throws BackupFault when it is not whole or cannot be opened */
export async function verifyBackup(archive: Sealed): Promise<Found> {
  const { manifest, counts } = await read(archive, {
    table: async (_table, rows) => {
      for await (const _ of rows);
    },
  });
  const rows = [...counts.values()].reduce((sum, count) => sum + count.rows, 0);
  return { manifest, rows, bytes: (await stat(archive.file)).size };
}

export interface Where extends Pick<DatabaseOptions, 'migrations'> {
  readonly url: string;
  /** `here`: into an empty database, to stay. `beside`: into a schema of its own that is taken back afterwards. */
  readonly place: 'here' | 'beside';
  readonly isToStay: boolean;
  /** Hears of the keys once all is proven; where it fails, the database is left as it was. */
  readonly lay?: (keys: KeyFiles) => void;
}

/**
 * Restores an archive and proves that each row, the books and the heads of the channels are as they were. The archive is
 * read to its end before the database is touched. @throws BackupFault, after which the database is as it was
 */
export async function restoreBackup(archive: Sealed, where: Where): Promise<Found & { readonly keys: KeyFiles }> {
  const found = await verifyBackup(archive);
  const schema = where.place === 'beside' ? drillSchema : undefined;
  const database = await Database.attach({
    ...where,
    migrations: sameSchema(found.manifest, where),
    poolSize: 1,
    schema,
  });
  try {
    const restoring = await Restoring.begin(database, where.place);
    try {
      const keys = await refill(archive, restoring);
      where.lay?.(keys);
      await (where.isToStay ? restoring.keep() : restoring.takeBack());
      return { ...found, keys };
    } catch (error) {
      await restoring.takeBack();
      throw error;
    }
  } finally {
    await database.close();
  }
}

async function refill(archive: Sealed, restoring: Restoring): Promise<KeyFiles> {
  let keys: KeyFiles = {};
  const { manifest, counts } = await read(archive, {
    manifest: (each) => restoring.tables(each),
    keys: async (files) => {
      keys = files;
    },
    table: (table, rows) => restoring.fill(table, rows),
  });
  await restoring.prove(manifest, counts);
  return keys;
}

/** The changes of the schema that the archive has, and no later ones: these follow with `migrate up`. */
function sameSchema(manifest: Manifest, { migrations }: Where): DatabaseOptions['migrations'] {
  const known = new Map(migrations.map((each) => [nameOf(each), each]));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new BackupFault(
      'newer-program',
      `the backup is of a newer program (${unknown.join(', ')}): install that one, ${manifest.version}`,
    );
  return manifest.migrations.map((name) => known.get(name)!);
}

function nameOf(migration: new () => object): string {
  const { name } = new migration() as { readonly name?: string };
  return name ?? migration.name;
}

async function read({ file, passphrase }: Sealed, receiver: Receiver): ReturnType<typeof readThrough> {
  try {
    return await readThrough(through(unsealed(createReadStream(file), passphrase), createGunzip()), receiver);
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ENOENT' || code === 'EISDIR') throw new BackupFault('not-reached', `there is no file ${file}`);
    throw error;
  }
}

/** What comes out of a stream when these bytes are put into it; a failure of either is heard by the reader. */
const through = (bytes: AsyncIterable<Buffer>, stream: Gzip | Gunzip): AsyncIterable<Buffer> =>
  pipeline(bytes, stream, () => undefined);
