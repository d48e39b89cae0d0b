import type { Child } from './child.js';

/** All the programs of a federation, in the order they were needed; they go in the opposite order. */
export class Crew {
  private readonly stages: (readonly Child[])[] = [];

  constructor(private readonly signal: AbortSignal | undefined) {
    // Whoever is waiting for a program to be ready hears at once that it ended.
    signal?.addEventListener('abort', () => void this.stop());
  }

  /** Starts programs that need all earlier ones and not each other. @throws when one cannot, or when we are to stop */
  async start(...children: readonly Child[]): Promise<void> {
    this.signal?.throwIfAborted();
    this.stages.push(children);
    await Promise.all(children.map((child) => child.start()));
    this.signal?.throwIfAborted();
  }

  async stop(): Promise<void> {
    for (const stage of this.stages.toReversed()) await Promise.all(stage.map((child) => child.stop()));
  }
}
