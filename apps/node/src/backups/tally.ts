import { createHash } from 'node:crypto';

/** How many rows there are, and the sum of their hashes: the same for the same rows in whatever order. */
export interface Count {
  readonly rows: number;
  /** The SHA-256 of each row added up modulo 2^256, in hexadecimal. */
  readonly sum: string;
}

const modulus = 1n << 256n;
const lineEnd = 0x0a;

/** Counts rows in the text form of COPY, in which a line end within a value is written otherwise. */
export class Tally {
  private rows = 0;
  private sum = 0n;
  private rest: Buffer[] = [];

  add(bytes: Buffer): void {
    let from = 0;
    for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
      this.count(bytes.subarray(from, end));
      from = end + 1;
    }
    if (from < bytes.length) this.rest.push(bytes.subarray(from));
  }

  get total(): Count {
    return { rows: this.rows, sum: this.sum.toString(16) };
  }

  private count(end: Buffer): void {
    const row = this.rest.length === 0 ? end : Buffer.concat([...this.rest.splice(0), end]);
    this.rows += 1;
    this.sum = (this.sum + BigInt(`0x${createHash('sha256').update(row).digest('hex')}`)) % modulus;
  }
}

/** The tally of a whole stream. */
export async function tallied(rows: AsyncIterable<Buffer>): Promise<Count> {
  const tally = new Tally();
  for await (const bytes of rows) tally.add(bytes);
  return tally.total;
}
