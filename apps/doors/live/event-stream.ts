import type { Response } from 'express';
import type { Changes, Listener } from './listener.js';
import type { Seen } from './parts.js';

/** So often something is said, so that proxies and listeners know that the stream is not dead. */
const heartbeatMs = 15_000;

/** Then the listener must come back, and show her session again. */
const longestMs = 5 * 60_000;

/** How long a browser waits before it comes back. */
const retryMs = 2_000;

interface Told<Name extends string> {
  lastId: string | undefined;
  readonly changes: (id: string | undefined, seen: Seen<Name>) => Changes<Name>;
}

/** A stream of server-sent events to one listener: names of changed parts, and nothing that they say. */
export class EventStream<Name extends string> implements Listener<Name> {
  private readonly beganAt = performance.now();
  private saidAt = this.beganAt;

  constructor(
    private readonly response: Response,
    private readonly told: Told<Name>,
  ) {
    response.setHeader('content-type', 'text/event-stream');
    response.setHeader('cache-control', 'no-store');
    // nginx would otherwise keep events back until it has many.
    response.setHeader('x-accel-buffering', 'no');
    this.say(`retry: ${retryMs}\n\n`);
  }

  looked(seen: Seen<Name>): void {
    const { id, changed } = this.told.changes(this.told.lastId, seen);
    if (changed.length > 0) this.say(`id: ${id}\nevent: changed\ndata: ${JSON.stringify(changed)}\n\n`);
    else if (performance.now() - this.saidAt > heartbeatMs) this.say(': still here\n\n');
    this.told.lastId = id;
    if (performance.now() - this.beganAt > longestMs) this.ended();
  }

  ended(): void {
    this.response.end();
  }

  private say(text: string): void {
    this.saidAt = performance.now();
    this.response.write(text);
  }
}
