import { createHash } from 'node:crypto';
import type { Clock, Ids, Work } from '@passerelle/doors';
import type { FileRefusal } from './file.js';
import type { RefusedFile, RefusedFileId } from './refused-file.js';
import type { RefusedFilesStore } from './refused-files.store.js';

/** Files that were refused, each once for whom it is about, until she asks to have them erased. */
export class RefusedFiles {
  constructor(
    private readonly store: RefusedFilesStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Keeps what could not be read, and answers with the refusal; so `work` must be committed although it is one. */
  async keep(
    work: Work,
    refusal: FileRefusal,
    file: Pick<RefusedFile, 'entity' | 'member' | 'door' | 'by'> & { readonly bytes: Buffer },
  ): Promise<FileRefusal> {
    if (refusal.kind === 'empty-file') return refusal;
    const { bytes, ...whose } = file;
    const id = this.ids.newId() as RefusedFileId;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const kept = { ...whose, id, at: this.clock.now(), reason: refusal.kind, size: bytes.length, hash };
    await this.store.add(work, kept, bytes);
    return refusal;
  }

  find(work: Work, id: RefusedFileId): Promise<RefusedFile | null> {
    return this.store.find(work, id);
  }

  bytes(work: Work, id: RefusedFileId): Promise<Buffer> {
    return this.store.bytes(work, id);
  }

  page(work: Work, page: Parameters<RefusedFilesStore['page']>[1]): Promise<readonly RefusedFile[]> {
    return this.store.page(work, page);
  }
}
