import type { Federation } from './federation.js';
import type { Person } from './people.js';

/** What a seed is given: running nodes, and the people who are to find their accounts there. */
export interface Ground {
  readonly federation: Federation;
  readonly people: readonly Person[];
  readonly note: (text: string) => void;
}

/** One thing that a demonstration needs, made through the doors that everybody uses. Sown twice, it changes nothing. */
export type Seed = (ground: Ground) => Promise<void>;

/** In the order in which they need each other. */
export const seeds: readonly Seed[] = [];

/** Gives the running federation its people, cooperatives and clients. */
export async function sow(ground: Ground): Promise<void> {
  for (const seed of seeds) await seed(ground);
}
