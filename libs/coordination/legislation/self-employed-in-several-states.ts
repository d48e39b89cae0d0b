import { atResidence, isEmployed, thirdCountryTime } from './employed-in-several-states.js';
import { type Outcome, found, lacking } from './finding.js';
import { type LastingWork, statesOf } from './lasting-work.js';
import { missingFact } from './missing.js';

/** Step 13: the residence when a substantial part is done there, else where the centre of interest is (Art. 13(2)). */
export function selfEmployedInSeveralStates(work: LastingWork): Outcome | undefined {
  const { situation, left } = work;
  const isEmployedInside = statesOf(situation, left.filter(isEmployed)).length > 0;
  if (isEmployedInside || statesOf(situation, left).length < 2) return undefined;
  const { isSubstantial, askHuman } = atResidence(work, left, []);
  const said = { flags: [...work.flags, ...thirdCountryTime(work)], askHuman: [...work.askHuman, ...askHuman] };
  if (isSubstantial) return found(situation.residence!, '883:13(2)(a)', 'several-states', said);
  if (situation.centreOfInterest === undefined) return lacking(missingFact('centreOfInterest'));
  return found(situation.centreOfInterest, '883:13(2)(b)', 'several-states', said);
}
