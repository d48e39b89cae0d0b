import { type Place, type Sealing, type Work, managerOf } from '@passerelle/doors';
import type { FileId } from './statements.store.js';

/** A bank file that was too large to be imported, and is kept whole. */
export interface LargeFile {
  readonly id: FileId;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly at: Date;
  readonly by: string;
  /** In bytes. */
  readonly size: number;
}

/** So much of a file is in memory at a time. */
export interface FilePart {
  readonly id: string;
  readonly file: FileId;
  /** Counted from 0. */
  readonly part: number;
  readonly bytes: Buffer;
}

const placeOf = (id: string): Place => ({ table: 'bank_file_part', id });

/** Large bank files in parts, which are sealed and only added. */
export class LargeFilesStore {
  constructor(private readonly sealing: Sealing) {}

  /** From here on parts may be given up. */
  async begin(work: Work): Promise<void> {
    await managerOf(work).query('savepoint parts_of_file');
  }

  /** The parts that were added since `begin` were never there. */
  async giveUp(work: Work): Promise<void> {
    await managerOf(work).query('rollback to savepoint parts_of_file');
  }

  async addPart(work: Work, { id, file, part, bytes }: FilePart): Promise<void> {
    await managerOf(work).query('insert into bank_file_part (id, file, part, bytes) values ($1, $2, $3, $4)', [
      id,
      file,
      part,
      this.sealing.seal(bytes, placeOf(id)),
    ]);
  }

  /** Lets one file at a time be compared with those that are there, until the end of the transaction. */
  async takeTurn(work: Work): Promise<void> {
    await managerOf(work).query(`select pg_advisory_xact_lock(hashtext('invoicing.large-files'))`);
  }

  async add(work: Work, { id, sha256, at, by, size }: LargeFile): Promise<void> {
    await managerOf(work).query(
      `insert into bank_file_large (id, sha256, at, by, size) values ($1, decode($2, 'hex'), $3, $4, $5)`,
      [id, sha256, at, by, size],
    );
  }

  async find(work: Work, id: FileId): Promise<LargeFile | null> {
    return this.one(work, 'id = $1', id);
  }

  async withHash(work: Work, sha256: string): Promise<LargeFile | null> {
    return this.one(work, `sha256 = decode($1, 'hex')`, sha256);
  }

  /** Part by part, as they came. */
  async *parts(work: Work, file: FileId): AsyncGenerator<Buffer, void, undefined> {
    const next = 'select id, bytes from bank_file_part where file = $1 and part = $2';
    for (let part = 0; ; part += 1) {
      const [row] = await managerOf(work).query<Pick<FilePart, 'id' | 'bytes'>[]>(next, [file, part]);
      if (!row) return;
      yield this.sealing.open(row.bytes, placeOf(row.id));
    }
  }

  private async one(work: Work, where: string, value: string): Promise<LargeFile | null> {
    const [row] = await managerOf(work).query<(Omit<LargeFile, 'size'> & { readonly size: string })[]>(
      `select id, encode(sha256, 'hex') as sha256, at, by, size from bank_file_large where ${where}`,
      [value],
    );
    return row ? { ...row, size: Number(row.size) } : null;
  }
}
