import type { CountryCode } from '@passerelle/values';
import { closedToThirdCountryNationals, groupOf } from '../states.js';
import { reason } from '../words.js';
import type { HumanQuestion } from './answer.js';
import { type Outcome, lacking } from './finding.js';
import { missingFact } from './missing.js';
import { type Activity, type Employer, type Situation, groupIn, isDomestic, senderOf } from './situation.js';
import { type OutOfScope, outOfScope } from './scope-words.js';

/** Step 0: is this person, between these states, within the coordination at all? Undefined when the order may go on. */
export function outsideScope(situation: Situation): Outcome | undefined {
  const { mission, nationalities, residence } = situation;
  if (nationalities === undefined) return lacking(missingFact('person.nationality'));
  if (residence === undefined) return lacking(missingFact('person.residence'));
  if (mission && senderOf(mission) === undefined)
    return lacking(missingFact(mission.selfEmployed ? 'mission.homeState' : 'mission.employer'));
  const states = statesInPlay(situation);
  const why = notLinked(situation, states);
  if (why) return out(why, { states: states.join(' ') });
  if (states.some((state) => groupOf(state, situation.date) === 'tca')) return underBrexit(situation);
  return isThirdCountryNational(situation) ? ofThirdCountryNational(situation, states) : undefined;
}

/** Does the Union's agreement with the United Kingdom rule this situation, instead of the regulations? */
export const isUnderTca = (situation: Situation): boolean =>
  statesInPlay(situation).some((state) => groupIn(situation, state) === 'tca');

/** Covered by Regulation 1231/2010 only: no nationality of the Union, the EEA or Switzerland. */
export const isThirdCountryNational = ({ nationalities = [], date, underWithdrawalAgreement }: Situation): boolean =>
  !nationalities.some((state) => {
    const group = groupOf(state, date);
    return group === 'tca' ? underWithdrawalAgreement === true : group !== undefined;
  });

/** The agreements with the EEA and with Switzerland are not linked: one person under both is a matter for people. */
export function agreementsNotLinked(situation: Situation): readonly HumanQuestion[] {
  const { nationalities = [], residence, date } = situation;
  const ofStates = [...statesInPlay(situation), ...(residence ? [residence] : [])].map((state) => groupOf(state, date));
  const ofPerson = nationalities.map((state) => groupOf(state, date));
  const groups = new Set([...ofStates, ...(ofPerson.includes('union') ? [] : ofPerson)]);
  if (!groups.has('eea') || !groups.has('switzerland')) return [];
  return [{ threshold: null, reason: reason('agreements-not-linked', outOfScope['agreements-not-linked']) }];
}

/** Everybody who employs the person, in the mission and beside it. */
export const employersInUse = ({ activities = [], mission }: Situation): readonly Employer[] =>
  [mission?.employer, ...activities.map(({ employer }) => employer)].filter((employer) => employer !== undefined);

/** Between which states the law is asked: a posting concerns the sender and the host, everything else all the work. */
function statesInPlay(situation: Situation): readonly CountryCode[] {
  const { mission, activities = [], residence } = situation;
  if (mission && !isDomestic(mission)) return unique([senderOf(mission)!, mission.host]);
  const lasting = activities.filter(({ habitual }) => habitual);
  const seats = lasting.flatMap(({ employer }) => (employer ? [employer.effective.seat] : []));
  return unique([residence!, ...lasting.map(({ country }) => country), ...seats, ...(mission ? [mission.host] : [])]);
}

function notLinked(situation: Situation, states: readonly CountryCode[]): OutOfScope | undefined {
  const { mission, activities = [] } = situation;
  const groups = states.map((state) => groupIn(situation, state));
  if (mission && !isDomestic(mission) && groups.includes(undefined)) return 'state-outside';
  if (!mission && activities.length > 0 && !activities.some((work) => isInside(situation, work)))
    return 'state-outside';
  if (!groups.includes('tca')) return undefined;
  if (groups.includes('eea') || groups.includes('switzerland')) return 'tca-not-linked';
  return groups.includes('union') ? undefined : 'state-outside';
}

const isInside = (situation: Situation, { country }: Activity): boolean => groupIn(situation, country) !== undefined;

/** Under the TCA any nationality is covered; only whether the older rules go on must be known. */
const underBrexit = ({ underWithdrawalAgreement }: Situation): Outcome | undefined =>
  underWithdrawalAgreement === undefined ? lacking(missingFact('person.ukSituationUnbrokenSince')) : undefined;

function ofThirdCountryNational(situation: Situation, states: readonly CountryCode[]): Outcome | undefined {
  const closed = closedToThirdCountryNationals.on(situation.date);
  const closing = [...states, situation.residence!].find((state) => closed.includes(state));
  if (closing) return out('third-country-national', { state: closing });
  if (situation.legallyResident === undefined) return lacking(missingFact('person.legallyResident'));
  return situation.legallyResident ? undefined : out('not-legally-resident', {});
}

const out = (why: OutOfScope, params: Readonly<Record<string, string>>): Outcome => ({
  kind: 'out-of-scope',
  reason: reason(why, outOfScope[why], params),
});

const unique = (states: readonly CountryCode[]): readonly CountryCode[] => [...new Set(states)];
