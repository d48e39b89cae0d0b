import { createHash } from 'node:crypto';
import type { Clock, Ids, Work } from '@passerelle/doors';
import type { LargeFile, LargeFilesStore } from './large-files.store.js';
import type { FileId } from './statements.store.js';

/** In bytes: large enough for few rows, small enough for several files at a time. */
const partSize = 1024 * 1024;

/** Bank files that are too large to be imported: a person looks at them, and asks the bank for smaller ones. */
export class LargeFiles {
  constructor(
    private readonly store: LargeFilesStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Keeps a file whole while it comes; where its end does not come, nothing is kept, because `work` is not committed. The same
   * file again is the one that is there.
   */
  async keep(work: Work, content: AsyncIterable<Buffer>, by: string): Promise<LargeFile> {
    const { store, clock, ids } = this;
    const id = ids.newId() as FileId;
    const hash = createHash('sha256');
    let size = 0;
    let part = 0;
    await store.begin(work);
    for await (const bytes of inParts(content)) {
      hash.update(bytes);
      size += bytes.length;
      await store.addPart(work, { id: ids.newId(), file: id, part, bytes });
      part += 1;
    }
    const sha256 = hash.digest('hex');
    await store.takeTurn(work);
    const known = await store.withHash(work, sha256);
    if (known) {
      await store.giveUp(work);
      return known;
    }
    const file = { id, sha256, at: clock.now(), by, size };
    await store.add(work, file);
    return file;
  }

  find(work: Work, id: FileId): Promise<LargeFile | null> {
    return this.store.find(work, id);
  }

  /** The file as it came, a part at a time. */
  content(work: Work, id: FileId): AsyncIterable<Buffer> {
    return this.store.parts(work, id);
  }
}

/** The same bytes in parts of one size, the last one smaller. */
async function* inParts(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    pieces.push(piece);
    size += piece.length;
    if (size < partSize) continue;
    const whole = Buffer.concat(pieces);
    let at = 0;
    for (; whole.length - at >= partSize; at += partSize) yield whole.subarray(at, at + partSize);
    pieces = [whole.subarray(at)];
    size = whole.length - at;
  }
  if (size > 0) yield Buffer.concat(pieces);
}
