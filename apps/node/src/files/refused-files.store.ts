import { type Place, type Sealing, type Work, managerOf } from '@passerelle/doors';
import type { RefusedFile, RefusedFileId } from './refused-file.js';

const columns = 'id, entity, member, door, by, at, reason, size, hash';

const placeOf = (id: RefusedFileId): Place => ({ table: 'refused_file', id });

/** Refused files, sealed. They are added, and go when the person they are about asks for it. */
export class RefusedFilesStore {
  constructor(private readonly sealing: Sealing) {}

  /** Changes nothing when the same bytes were refused before for the same person. */
  async add(work: Work, file: RefusedFile, bytes: Buffer): Promise<void> {
    const { id, entity, member, door, by, at, reason, size, hash } = file;
    await managerOf(work).query(
      `insert into refused_file (${columns}, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (member, hash) do nothing`,
      [id, entity, member, door, by, at, reason, size, hash, this.sealing.seal(bytes, placeOf(id))],
    );
  }

  async find(work: Work, id: RefusedFileId): Promise<RefusedFile | null> {
    const found = `select ${columns} from refused_file where id = $1`;
    return (await managerOf(work).query<RefusedFile[]>(found, [id]))[0] ?? null;
  }

  /** Newest first; only those of one member when `member` is given. */
  page(
    work: Work,
    { after, limit, member }: { after: RefusedFileId | null; limit: number; member: string | null },
  ): Promise<readonly RefusedFile[]> {
    return managerOf(work).query<RefusedFile[]>(
      `select ${columns} from refused_file
       where ($1::uuid is null or id < $1) and ($2::uuid is null or member = $2) order by id desc limit $3`,
      [after, member, limit],
    );
  }

  async bytes(work: Work, id: RefusedFileId): Promise<Buffer> {
    const [row] = await managerOf(work).query<{ bytes: Buffer }[]>('select bytes from refused_file where id = $1', [
      id,
    ]);
    if (!row) throw new Error(`no refused file ${id}`);
    return this.sealing.open(row.bytes, placeOf(id));
  }
}
