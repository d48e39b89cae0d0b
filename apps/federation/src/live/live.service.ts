import { setTimeout as pause } from 'node:timers/promises';
import type { Picture } from '../monitoring/monitoring.service.js';
import type { Listener } from './listener.js';
import { type Seen, seenOf } from './parts.js';

export interface LiveOptions {
  readonly look: () => Promise<Picture>;
  readonly onFailure: (error: unknown) => void;
  /** How long it rests between two looks (2000). */
  readonly everyMs?: number;
}

/** Looks at the picture for everybody at once while anybody listens, and not at all while nobody does. */
export class Live {
  private readonly listeners = new Set<Listener>();
  private readonly ending = new AbortController();
  private looking: Promise<void> | null = null;

  constructor(private readonly options: LiveOptions) {}

  async seen(): Promise<Seen> {
    const { positions, differences, limits, ...picture } = await this.options.look();
    return seenOf({ ...picture, positions: [positions, differences, limits] });
  }

  /** Tells a listener from now on; answers how to stop. After the end nobody is told anything. */
  listen(listener: Listener): () => void {
    if (this.ending.signal.aborted) listener.ended();
    else this.listeners.add(listener);
    this.looking ??= this.keepLooking();
    return () => void this.listeners.delete(listener);
  }

  /** Lets every listener go, so that the program can end. */
  async stop(): Promise<void> {
    this.ending.abort();
    for (const listener of this.listeners) listener.ended();
    this.listeners.clear();
    await this.looking;
  }

  private async keepLooking(): Promise<void> {
    const { everyMs = 2_000, onFailure } = this.options;
    const { signal } = this.ending;
    while (this.listeners.size > 0) {
      try {
        const seen = await this.seen();
        for (const listener of this.listeners) listener.looked(seen);
      } catch (error) {
        onFailure(error);
      }
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
    }
    this.looking = null;
  }
}
