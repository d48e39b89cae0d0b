import { Problem, type ProblemKind } from '@passerelle/doors';
import type { FileRefusal } from './file.js';

/** How each door says that a file is not one it keeps. The kind says which files those are. */
export const fileProblems = (
  kind: ProblemKind,
): { readonly [K in FileRefusal['kind']]: (refusal: Extract<FileRefusal, { kind: K }>) => Problem } => ({
  'empty-file': () => new Problem(kind, { detail: 'The file is empty.', extra: { code: 'empty-file' } }),
  'not-an-image': ({ begins }) =>
    new Problem(kind, {
      detail: `The file is not of a kind that is kept here, whatever its name says: it begins with the bytes ${begins}.`,
      extra: { code: 'not-an-image' },
    }),
  'cut-off': ({ media }) =>
    new Problem(kind, {
      detail: `The file begins as ${media} and its end is missing: send it again.`,
      extra: { code: 'cut-off' },
    }),
});
