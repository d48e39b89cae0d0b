import { once } from 'node:events';
import type { Client, Connection, Submittable } from 'pg';

/** What the driver knows of PostgreSQL's COPY, which its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

type Asks = Pick<Client, 'query'>;

const portionBytes = 64 * 1024;
const heldMaxBytes = 1024 * 1024;

/** Reads `copy … to stdout` in portions. The server waits while nobody takes them. */
export async function* copyOut(client: Asks, sql: string): AsyncGenerator<Buffer> {
  const copy = new CopyOut(sql);
  client.query(copy);
  for (let rows = await copy.next(); rows !== null; rows = await copy.next()) yield rows;
}

/** Writes portions into `copy … from stdin`. Rejects with what the server says. */
export async function copyIn(client: Asks, sql: string, rows: AsyncIterable<Buffer>): Promise<void> {
  const copy = new CopyIn(sql);
  client.query(copy);
  const done = copy.done();
  // Whoever sends hears of a refusal at the end; until then it must not count as unheard.
  done.catch(() => undefined);
  await copy.send(rows);
  await done;
}

class CopyOut implements Submittable {
  private held: Buffer[] = [];
  private bytes = 0;
  private connection: Connection | null = null;
  private end: 'open' | 'over' | Error = 'open';
  private wake: () => void = () => undefined;

  constructor(private readonly sql: string) {}

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.sql);
  }

  /** At least a portion, or what is left, or null. */
  async next(): Promise<Buffer | null> {
    while (this.bytes < portionBytes && this.end === 'open')
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    if (this.end instanceof Error) throw this.end;
    if (this.bytes === 0) return null;
    const all = Buffer.concat(this.held.splice(0));
    this.bytes = 0;
    this.connection?.stream.resume();
    return all;
  }

  /** The driver uses its buffer again, so the bytes are taken out of it. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.held.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    if (this.bytes > heldMaxBytes) this.connection?.stream.pause();
    if (this.bytes >= portionBytes) this.wake();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.end = 'over';
    this.wake();
  }

  handleError(error: Error): void {
    this.end = error;
    this.wake();
  }
}

class CopyIn implements Submittable {
  private failure: Error | null = null;
  private readonly begun = outside<CopyConnection | null>();
  private readonly ended = outside<'ended'>();

  constructor(private readonly sql: string) {}

  submit(connection: Connection): void {
    connection.query(this.sql);
  }

  async done(): Promise<void> {
    await this.ended.promise;
  }

  async send(rows: AsyncIterable<Buffer>): Promise<void> {
    const connection = await this.begun.promise;
    if (!connection) return;
    try {
      for await (const portion of rows) {
        if (this.failure) return;
        connection.sendCopyFromChunk(portion);
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
      }
    } catch (error) {
      connection.sendCopyFail('the rows could not be read');
      await this.ended.promise.catch(() => undefined);
      throw error;
    }
    connection.endCopyFrom();
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.begun.resolve(connection);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.ended.resolve('ended');
  }

  handleError(error: Error): void {
    this.failure = error;
    this.begun.resolve(null);
    this.ended.reject(error);
  }
}

interface Outside<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A promise that others keep or break. */
function outside<T>(): Outside<T> {
  let [resolve, reject]: [Outside<T>['resolve'], Outside<T>['reject']] = [() => undefined, () => undefined];
  const promise = new Promise<T>((keep, fail) => {
    resolve = keep;
    reject = fail;
  });
  return { promise, resolve, reject };
}
