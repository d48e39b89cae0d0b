import { type Outcome, found } from './finding.js';
import { type LastingWork, statesOf } from './lasting-work.js';
import { nowhere } from './employed-in-several-states.js';

/** Step 14: one state left, and its law holds. Where more was dropped as marginal, the residence still determines it. */
export function oneState(work: LastingWork): Outcome {
  const { situation, left, wasInSeveralStates, flags, askHuman } = work;
  const [state] = statesOf(situation, left);
  if (state === undefined) return nowhere(left[0]!.country);
  return found(state, '883:11(3)(a)', wasInSeveralStates ? 'several-states' : 'none', { flags, askHuman });
}
