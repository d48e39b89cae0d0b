import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupFault } from './fault.js';

/**
 * Writes a stream to a file that is there whole or not at all: under another name first, to the disk, then renamed. Only
 * its owner can read it. @throws BackupFault when the disk is full
 */
export async function keepFile(file: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const draft = `${file}.partial`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(bytes, createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, file);
    await onDisk(dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw isFull(error)
      ? new BackupFault('no-space', `there is no room for the backup in ${dirname(file)}; nothing was kept of it`)
      : error;
  }
}

/** A name is on the disk only when its folder is. */
async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as { readonly code?: string }).code ?? '');
