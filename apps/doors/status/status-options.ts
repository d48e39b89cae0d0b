import type { ServicesOf } from './service-states.js';

/** What a program tells the public of itself. */
export interface StatusOptions {
  readonly services: ServicesOf;
  /** Where letters about what does not work are read; null where the program has no such address. */
  readonly contact: string | null;
  /** Whether this process looks each minute, and keeps what it finds. */
  readonly keepsIncidents: boolean;
}

export const STATUS_OPTIONS = Symbol('STATUS_OPTIONS');
