import { setTimeout as pause } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { EventStream } from './event-stream.js';
import type { Changes, Listener } from './listener.js';
import { type Seen, changedSince, idOf, seenOf } from './parts.js';

export interface LiveOptions<Name extends string> {
  /** The parts of what is shown, by the names of their routes. */
  readonly names: readonly Name[];
  /** What each part is now: whatever differs when the part has changed. */
  readonly look: () => Promise<Readonly<Record<Name, unknown>>>;
  readonly onFailure: (error: unknown) => void;
  /** How long it rests between two looks (2000). */
  readonly everyMs?: number;
}

/** Looks for everybody at once while anybody listens, and not at all while nobody does. */
export class Live<Name extends string = string> {
  private readonly listeners = new Set<Listener<Name>>();
  private readonly ending = new AbortController();
  private looking: Promise<void> | null = null;

  constructor(private readonly options: LiveOptions<Name>) {}

  async seen(): Promise<Seen<Name>> {
    return seenOf(this.options.names, await this.options.look());
  }

  changes(id: string | undefined, seen: Seen<Name>): Changes<Name> {
    const { names } = this.options;
    return { id: idOf(names, seen), changed: changedSince(names, id, seen) };
  }

  /** A stream of events to whoever accepts one, else one answer: what has changed since what she has seen. */
  async answer(request: Request, response: Response): Promise<void> {
    const id = request.get('last-event-id');
    if (request.headers.accept?.includes('text/event-stream') !== true) {
      response.json(this.changes(id, await this.seen()));
      return;
    }
    const stream = new EventStream<Name>(response, { lastId: id, changes: (...since) => this.changes(...since) });
    response.once('close', this.listen(stream));
  }

  /** Tells a listener from now on; answers how to stop. After the end nobody is told anything. */
  listen(listener: Listener<Name>): () => void {
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
