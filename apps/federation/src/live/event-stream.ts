import type { Response } from 'express';
import { ChangesBody } from './live.bodies.js';
import type { Listener } from './listener.js';
import type { Seen } from './parts.js';

/** So often something is said, so that proxies and listeners know that the stream is not dead. */
const heartbeatMs = 15_000;

/** Then the listener must come back, and show her session again. */
const longestMs = 5 * 60_000;

/** How long a browser waits before it comes back. */
const retryMs = 2_000;

/** A stream of server-sent events to one listener: names of changed parts, and nothing that the reports say. */
export class EventStream implements Listener {
  private readonly beganAt = performance.now();
  private saidAt = this.beganAt;

  constructor(
    private readonly response: Response,
    private lastId: string | undefined,
  ) {
    response.setHeader('content-type', 'text/event-stream');
    response.setHeader('cache-control', 'no-store');
    // nginx would otherwise keep events back until it has many.
    response.setHeader('x-accel-buffering', 'no');
    this.say(`retry: ${retryMs}\n\n`);
  }

  looked(seen: Seen): void {
    const { id, changed } = ChangesBody.since(this.lastId, seen);
    if (changed.length > 0) this.say(`id: ${id}\nevent: changed\ndata: ${JSON.stringify(changed)}\n\n`);
    else if (performance.now() - this.saidAt > heartbeatMs) this.say(': still here\n\n');
    this.lastId = id;
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
