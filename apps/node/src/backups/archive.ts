import { Bytes } from './bytes.js';
import { BackupFault } from './fault.js';
import type { Table } from './tables.js';
import { type Count, Tally } from './tally.js';

/** The last number a sequence gave out. */
export interface SequenceAt {
  readonly name: string;
  readonly last: string;
}

/** What a restored node must show again. Amounts are in minor units. */
export interface Standing {
  readonly facts: string;
  readonly transactions: string;
  readonly postings: string;
  readonly books: readonly { readonly entity: string; readonly currency: string; readonly turnover: string }[];
  /** Where both directions of each channel stood. */
  readonly heads: readonly {
    readonly peer: string;
    readonly outSeq: string;
    readonly outHead: string;
    readonly inSeq: string;
    readonly inHead: string;
  }[];
}

/** What an archive says about itself, before everything else. */
export interface Manifest {
  readonly node: string;
  readonly version: string;
  readonly at: string;
  /** The changes of the schema that were done. */
  readonly migrations: readonly string[];
  /** In an order in which they can be filled. */
  readonly tables: readonly Table[];
  readonly sequences: readonly SequenceAt[];
  readonly standing: Standing;
}

/** Keys and settings by the name of the file they are written to. */
export type KeyFiles = Readonly<Record<string, string>>;

type Note =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'keys'; readonly files: KeyFiles }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'rows'; readonly count: Count }
  | { readonly kind: 'end' };

/** What goes into an archive. */
export interface Contents {
  readonly manifest: Manifest;
  readonly keys: KeyFiles;
  rowsOf(table: Table): AsyncIterable<Buffer>;
}

/** What becomes of an archive while it is read; each part is awaited before the next. */
export interface Receiver {
  manifest?(manifest: Manifest): Promise<void>;
  keys?(files: KeyFiles): Promise<void>;
  /** Must read all rows. */
  table(table: Table, rows: AsyncIterable<Buffer>): Promise<void>;
}

const marks = { note: 0x4e, rows: 0x52 } as const;
const frameHead = 5;
/** Longer than any frame we write; what claims to be longer is no frame. */
const frameMax = 64 * 1024 * 1024;

/** The archive as bytes, before it is compressed and sealed. */
export async function* written({ manifest, keys, rowsOf }: Contents): AsyncGenerator<Buffer> {
  yield note({ kind: 'manifest', manifest });
  yield note({ kind: 'keys', files: keys });
  for (const table of manifest.tables) {
    yield note({ kind: 'table', name: table.name });
    const tally = new Tally();
    for await (const rows of rowsOf(table)) {
      tally.add(rows);
      yield frame(marks.rows, rows);
    }
    yield note({ kind: 'rows', count: tally.total });
  }
  yield note({ kind: 'end' });
}

const note = (content: Note): Buffer => frame(marks.note, Buffer.from(JSON.stringify(content)));

function frame(mark: number, content: Buffer): Buffer {
  const head = Buffer.alloc(frameHead);
  head.writeUInt8(mark);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

/**
 * Reads an archive to its end and hands over its parts. Answers the manifest, and what was counted in each table.
 * @throws BackupFault when it is not whole
 */
export async function readThrough(
  archive: AsyncIterable<Buffer>,
  receiver: Receiver,
): Promise<{ readonly manifest: Manifest; readonly counts: ReadonlyMap<string, Count> }> {
  const reader = new Reader(new Bytes(archive));
  const { manifest } = await reader.note('manifest');
  await receiver.manifest?.(manifest);
  const { files } = await reader.note('keys');
  await receiver.keys?.(files);
  const counts = new Map<string, Count>();
  for (const table of manifest.tables) {
    if ((await reader.note('table')).name !== table.name) throw unreadable();
    const tally = new Tally();
    await receiver.table(table, reader.rows(tally));
    const { count } = await reader.note('rows');
    if (count.rows !== tally.total.rows || count.sum !== tally.total.sum) throw unreadable();
    counts.set(table.name, count);
  }
  await reader.note('end');
  await reader.nothing();
  return { manifest, counts };
}

class Reader {
  private ahead: { readonly mark: number; readonly content: Buffer } | null = null;

  constructor(private readonly bytes: Bytes) {}

  /** The next note, which must be of this kind. */
  async note<K extends Note['kind']>(kind: K): Promise<Extract<Note, { kind: K }>> {
    const { mark, content } = await this.peek();
    this.ahead = null;
    if (mark !== marks.note) throw unreadable();
    // Nobody without the key can have written this text.
    const found = JSON.parse(content.toString('utf8')) as Note;
    if (found.kind !== kind) throw unreadable();
    return found as Extract<Note, { kind: K }>;
  }

  async *rows(tally: Tally): AsyncGenerator<Buffer> {
    for (;;) {
      const { mark, content } = await this.peek();
      if (mark !== marks.rows) return;
      this.ahead = null;
      tally.add(content);
      yield content;
    }
  }

  /** That nothing follows, which also reads the seal of the end. */
  async nothing(): Promise<void> {
    if ((await this.bytes.take(1)).length > 0) throw unreadable();
  }

  private async peek(): Promise<{ readonly mark: number; readonly content: Buffer }> {
    if (this.ahead) return this.ahead;
    const head = await this.bytes.take(frameHead);
    if (head.length < frameHead) throw unreadable();
    const length = head.readUInt32BE(1);
    if (length > frameMax) throw unreadable();
    const content = await this.bytes.take(length);
    if (content.length < length) throw unreadable();
    this.ahead = { mark: head.readUInt8(), content };
    return this.ahead;
  }
}

/** The seal was whole, so whoever wrote it was wrong: nothing an operator can mend. */
const unreadable = (): BackupFault =>
  new BackupFault('changed', 'the backup is sealed well and not written well: use another copy, and report it');
