import { setTimeout as pause } from 'node:timers/promises';

/** Lets a loop sleep until something happens. A ring while nobody waits is kept for the next wait. */
export class Bell {
  private rung = false;
  private sleeping: AbortController | null = null;

  ring(): void {
    this.rung = true;
    this.sleeping?.abort();
  }

  /** Resolves at the next ring, at once if there was one since the last wait, or after this many milliseconds. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.rung) {
      this.sleeping = new AbortController();
      await pause(timeoutMs, undefined, { signal: this.sleeping.signal }).catch(() => undefined);
      this.sleeping = null;
    }
    this.rung = false;
  }
}
