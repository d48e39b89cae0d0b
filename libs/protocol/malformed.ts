import type { z } from 'zod';

/** One thing wrong with a document: where, and what was expected there. */
export interface Fault {
  readonly path: string;
  readonly expected: string;
}

/** What a schema found wrong, short enough for a log line and without the value itself, which may be personal. */
export const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.slice(0, 5).map((issue) => ({ path: issue.path.join('.'), expected: issue.message }));

/** The same in words: `members.2.natsUrl Invalid string`. */
export const wordsOfFaults = (faults: readonly Fault[]): string =>
  faults.map(({ path, expected }) => `${path} ${expected}`.trim()).join('; ');
