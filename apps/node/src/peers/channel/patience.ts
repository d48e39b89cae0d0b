const leastMs = 2_000;
const mostMs = 30_000;

/** How long to wait for a confirmation before sending again: longer each time, and short again after any progress. */
export class Patience {
  private waitMs = leastMs;
  private sinceMs: number;
  private seen: readonly unknown[] = [];

  constructor(private readonly nowMs: () => number) {
    this.sinceMs = nowMs();
  }

  /** True when nothing of `progress` has changed for too long. */
  isOver(...progress: readonly unknown[]): boolean {
    const now = this.nowMs();
    const isProgress = progress.some((each, at) => each !== this.seen[at]);
    if (isProgress) {
      this.seen = progress;
      this.waitMs = leastMs;
      this.sinceMs = now;
      return false;
    }
    if (now - this.sinceMs <= this.waitMs) return false;
    this.waitMs = Math.min(this.waitMs * 2, mostMs);
    this.sinceMs = now;
    return true;
  }
}
