import type { Words } from './words.js';

/** What the law knows about a person or employer: a choice, a yes or no, a whole number or a decimal text. */
export type Fact = string | number | boolean;

/** One such fact: its name, what it may be, and what is assumed when nobody said. */
export interface FactField {
  readonly name: string;
  readonly about: 'person' | 'engagement' | 'employer';
  readonly words: Words;
  readonly allowed:
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'whole'; readonly from: number; readonly to: number }
    | { readonly kind: 'decimal' };
  readonly assumed: Fact;
}
