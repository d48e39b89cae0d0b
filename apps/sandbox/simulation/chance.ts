/** Chance with one seed (sfc32): the same seed gives the same run on every machine. */
export class Chance {
  private state: [number, number, number, number];

  constructor(seed: number) {
    this.state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
    for (let warm = 0; warm < 16; warm += 1) this.next();
  }

  /** A whole number from 0 up to and without `end`. */
  below(end: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * end);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in so many of a hundred cases; parts of a percent count too. */
  percent(share: number): boolean {
    return this.next() / 0x1_0000_0000 < share / 100;
  }

  one<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new RangeError('nothing to choose from');
    return found;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let at = all.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
    return all;
  }

  private next(): number {
    const [a, b, c, count] = this.state;
    const sum = (a + b + count) | 0;
    this.state = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + sum) | 0, (count + 1) | 0];
    return sum >>> 0;
  }
}
