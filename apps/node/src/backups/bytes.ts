/** Bytes of a stream, taken in the portions that a reader wants and not in those in which they came. */
export class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  private isOver = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next bytes, fewer than asked for only at the end. */
  async take(count: number): Promise<Buffer> {
    const parts = [this.held];
    let length = this.held.length;
    while (length < count && !this.isOver) {
      const next = await this.source.next();
      if (next.done) {
        this.isOver = true;
      } else {
        parts.push(next.value);
        length += next.value.length;
      }
    }
    const all = parts.length === 1 ? this.held : Buffer.concat(parts);
    this.held = all.subarray(count);
    return all.subarray(0, count);
  }

  /** Portions of this size, the last of which may be smaller. There is always a last one, if need be without bytes. */
  async *portions(size: number): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
    let ahead = await this.take(size);
    for (;;) {
      const next = await this.take(size);
      yield { bytes: ahead, isLast: next.length === 0 };
      if (next.length === 0) return;
      ahead = next;
    }
  }
}
