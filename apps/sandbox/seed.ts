import type { Federation } from './federation.js';

/** What a seed is given. */
export interface Sown {
  readonly federation: Federation;
  readonly note: (text: string) => void;
}

/** One thing that a demonstration needs, made through the doors that everybody uses. Sown twice, it changes nothing. */
export type Seed = (sown: Sown) => Promise<void>;
