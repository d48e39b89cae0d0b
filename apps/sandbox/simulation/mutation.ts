import type { Core } from './core.js';
import type { Change } from './run.js';

/** One rule taken away, from outside: the libraries know nothing of it. */
export interface Mutation extends Change {
  /** Where the rule stands in the protocol. */
  readonly rule: string;
  /** What the program does without it. */
  readonly without: string;
  /** A seed that noticed it lately, tried before the others: most rules matter only in some of the stories. */
  readonly likely?: number;
}

/** Other functions in the place of some of the rules. */
export const instead =
  (change: (core: Core) => Partial<Core>): Change['core'] =>
  (core) => ({ ...core, ...change(core) });
