import type { Result } from '@passerelle/values';
import type { Problem } from './problem.js';

/** For each kind of refusal the problem that answers it. A kind without a line does not compile. */
export type RefusalAnswers<R extends { readonly kind: string }> = {
  readonly [K in R['kind']]: (refusal: Extract<R, { readonly kind: K }>) => Problem;
};

export interface RefusalTable<R extends { readonly kind: string }> {
  problemFor(refusal: R): Problem;
  /** The value of a result; a refusal is thrown as its problem. */
  valueOf<T>(result: Result<T, R>): T;
}

/** The one table with which a room's door turns its refusals into problems. */
export function refusalTable<R extends { readonly kind: string }>(answers: RefusalAnswers<R>): RefusalTable<R> {
  const problemFor = (refusal: R): Problem => {
    const answer = answers[refusal.kind as R['kind']] as (refusal: R) => Problem;
    return answer(refusal);
  };
  return {
    problemFor,
    valueOf: (result) => {
      if (!result.ok) throw problemFor(result.refusal);
      return result.value;
    },
  };
}
