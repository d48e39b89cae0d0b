import type { Seen } from './parts.js';

/** Somebody who listens. She is told of every look, whether anything is new or not, and of the end. */
export interface Listener<Name extends string> {
  looked(seen: Seen<Name>): void;
  ended(): void;
}

/** What is new, by name. What it says is asked at the route of that name. */
export interface Changes<Name extends string> {
  readonly id: string;
  readonly changed: readonly Name[];
}
