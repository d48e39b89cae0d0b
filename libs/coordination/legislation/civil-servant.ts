import type { CountryCode } from '@passerelle/values';
import { type Outcome, found } from './finding.js';
import { type LastingWork, statesOf } from './lasting-work.js';
import { type Activity, type Situation, isCoordinated } from './situation.js';

/** Step 6: a civil servant with other work in another state stays with the administration (883/2004 Art. 13(4)). */
export function civilServantWithOtherWork(situation: Situation, all: readonly Activity[]): Outcome | undefined {
  const administration = onlyAdministration(situation, all);
  if (administration === undefined) return undefined;
  const elsewhere = all.some(
    ({ kind, country }) => kind !== 'civil_servant' && country !== administration && isCoordinated(situation, country),
  );
  return elsewhere ? found(administration, '883:13(4)', 'several-states') : undefined;
}

/**
 * A civil servant without other work elsewhere: the administration’s law, wherever the desk stands (883/2004 Art. 11(3)(b)).
 * A desk abroad needs a certificate like any other work there (987/2009 Art. 15(1)); only work in one state needs none.
 */
export function civilServant({ situation, left, wasInSeveralStates, flags }: LastingWork): Outcome | undefined {
  const administration = onlyAdministration(situation, left);
  const states = statesOf(situation, left);
  const isAtHome = states.every((state) => state === administration);
  const servesOnly = left.every(({ kind }) => kind === 'civil_servant');
  if (administration === undefined || (isAtHome && !servesOnly)) return undefined;
  if (isAtHome) return found(administration, '883:11(3)(b)', wasInSeveralStates ? 'several-states' : 'none', { flags });
  return found(administration, '883:11(3)(b)', states.length > 1 ? 'several-states' : 'sending', { flags });
}

/** The coordinated state whose administration employs the person; undefined when there is none, or several. */
function onlyAdministration(situation: Situation, work: readonly Activity[]): CountryCode | undefined {
  const served = work.filter(({ kind }) => kind === 'civil_servant');
  const states = new Set(served.map(({ employer, country }) => employer?.effective.seat ?? country));
  const [state] = states;
  return states.size === 1 && state && isCoordinated(situation, state) ? state : undefined;
}
