import type { Seen } from './parts.js';

/** Somebody who listens. She is told of every look, whether anything is new or not, and of the end. */
export interface Listener {
  looked(seen: Seen): void;
  ended(): void;
}
