import { channelMutations } from './channel-mutations.js';
import { cycleMutations } from './cycle-mutations.js';
import type { Mutation } from './mutation.js';
import { pairMutations } from './pair-mutations.js';
import { paymentMutations } from './payment-mutations.js';
import { run } from './run.js';

export const mutations: readonly Mutation[] = [
  ...channelMutations,
  ...pairMutations,
  ...cycleMutations,
  ...paymentMutations,
];

export interface Caught {
  readonly mutation: Mutation;
  /** The seed that found it and what it found; null when none of the seeds did. */
  readonly by: { readonly seed: number; readonly violation: string } | null;
}

/** Runs seeds until one notices that the rule is gone. */
export function tryMutation(mutation: Mutation, seeds: number): Caught {
  const { wish } = mutation;
  // Who comes and goes is a story of its own, and makes others rarer.
  const business = { joins: 0, leaves: 0, ...wish?.business };
  const all = Array.from({ length: seeds }, (_, at) => at + 1);
  for (const seed of mutation.likely === undefined ? all : [mutation.likely, ...all]) {
    const { violations } = run(seed, { ...mutation, wish: { ...wish, business } });
    if (violations[0] !== undefined) return { mutation, by: { seed, violation: violations[0] } };
  }
  return { mutation, by: null };
}
