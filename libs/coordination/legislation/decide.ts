import { certificateInForce, exceptionAgreed } from './agreed.js';
import { civilServant, civilServantWithOtherWork } from './civil-servant.js';
import { employed } from './employed-in-several-states.js';
import type { Outcome } from './finding.js';
import { type LastingWork, allWork, lastingWork } from './lasting-work.js';
import { oneState } from './one-state.js';
import { posted } from './posted.js';
import { outsideScope } from './scope.js';
import { selfEmployedInSeveralStates } from './self-employed-in-several-states.js';
import type { Situation } from './situation.js';
import { teleworkAgreement } from './telework.js';

/** The order of decision: the first step that applies answers. Steps 0 to 5 look at the person and the mission. */
export function decide(situation: Situation): Outcome {
  return (
    outsideScope(situation) ??
    certificateInForce(situation) ??
    exceptionAgreed(situation) ??
    posted(situation) ??
    byAllWork(situation)
  );
}

/** Steps 6 to 14 look at all work of the next twelve months. */
function byAllWork(situation: Situation): Outcome {
  const all = allWork(situation);
  if (!all.ok) return all.refusal;
  const administration = civilServantWithOtherWork(situation, all.value);
  if (administration) return administration;
  const work = lastingWork(situation, all.value);
  return work.ok ? byLastingWork(work.value) : work.refusal;
}

const byLastingWork = (work: LastingWork): Outcome =>
  civilServant(work) ??
  teleworkAgreement(work) ??
  employed(work) ??
  selfEmployedInSeveralStates(work) ??
  oneState(work);
