import { type PlainDate, Rate, addMonths, ratio } from '@passerelle/values';
import { isAtLeast, isLess, totalOf } from '../exact.js';
import { pauseMonths, postingMonths, selfEmployedMonthsBefore } from '../parameters.js';
import { wholeMonths } from '../posting/counted.js';
import type { Span } from '../posting/question.js';
import type { MissingFact } from '../refusal.js';
import { reason } from '../words.js';
import type { Flag, HumanQuestion } from './answer.js';
import { type Outcome, found, lacking } from './finding.js';
import { missingFact } from './missing.js';
import { type EarlierPosting, type Mission, type Situation, isDomestic, senderOf } from './situation.js';

/** What a test of Art. 12 says: it holds, it fails, or a fact it needs is missing. */
type Verdict = boolean | MissingFact;

interface PostingTest {
  readonly flag: Flag;
  readonly verdict: (mission: Mission, situation: Situation) => Verdict;
}

/**
 * Steps 3 to 5. All tests hold: the posted person stays where she is insured (883/2004 Art. 12). One certainly fails: the
 * law of the host, whatever else is unknown. None fails and something is unknown: that is asked for.
 */
export function posted(situation: Situation): Outcome | undefined {
  const { mission } = situation;
  if (mission === undefined || isDomestic(mission)) return undefined;
  const results = testsOf(mission).map(({ flag, verdict }) => ({ flag, verdict: verdict(mission, situation) }));
  const failed = results.filter(({ verdict }) => verdict === false).map(({ flag }) => flag);
  if (failed.length > 0) return hostLaw(mission, failed);
  const missing = results.map(({ verdict }) => verdict).filter((verdict) => typeof verdict === 'object');
  if (missing.length > 0) return lacking(...missing);
  if (senderOf(mission) === mission.host) return found(mission.host, '883:11(3)(a)', 'none');
  const askHuman = postedElsewhere(mission, situation);
  return found(senderOf(mission)!, mission.selfEmployed ? '883:12(2)' : '883:12(1)', 'sending', { askHuman });
}

/** Other employers are other undertakings, unless they are only so on paper: with many days there, a person looks. */
function postedElsewhere(mission: Mission, { date }: Situation): readonly HumanQuestion[] {
  const { daysElsewhere: days, months } = mission;
  if (days === undefined || days === 0) return [];
  if (days === null) return [{ threshold: null, reason: reason('posted-elsewhere-untold', elsewhereWords.untold) }];
  const all = months!.plus(earlierMonths(mission, date)).plus(ratio(BigInt(days), 30n));
  const most = postingMonths.on(date);
  if (isAtLeast(most, all)) return [];
  const params = { days: String(days), most: most.toString() };
  return [{ threshold: null, reason: reason('posted-elsewhere-long', elsewhereWords.long, params) }];
}

/** The whole months over which days of other employers could add up to one posting. */
export const spansForPosting = ({ first, last }: Span): readonly Span[] => {
  const months = postingMonths.on(first).plus(pauseMonths.on(first));
  return [wholeMonths(addMonths(first, -Number(months.num)), last)];
};

const elsewhereWords = {
  untold: {
    en: 'Another cooperative of hers has not told yet how many days she was in this country in the last two years.',
    fr: 'Une autre coopérative de cette personne n’a pas encore dit combien de jours elle a été dans ce pays ces deux dernières années.',
    nl: 'Een andere coöperatie van haar heeft nog niet gezegd hoeveel dagen ze de laatste twee jaar in dit land was.',
    sv: 'Ett annat av hennes kooperativ har inte sagt hur många dagar hon var i landet de senaste två åren.',
    de: 'Eine andere Genossenschaft von ihr hat noch nicht gesagt, wie viele Tage sie in den letzten zwei Jahren in diesem Land war.',
  },
  long: {
    en: 'Another cooperative of hers counts {days} days in this country: if it is the same work for the same client, postings add up to more than {most} months.',
    fr: 'Une autre coopérative de cette personne compte {days} jours dans ce pays : si c’est le même travail pour le même client, les détachements dépassent {most} mois ensemble.',
    nl: 'Een andere coöperatie van haar telt {days} dagen in dit land: is het hetzelfde werk voor dezelfde klant, dan duren de detacheringen samen langer dan {most} maanden.',
    sv: 'Ett annat av hennes kooperativ räknar {days} dagar i landet: är det samma arbete för samma kund blir utsändningarna tillsammans längre än {most} månader.',
    de: 'Eine andere Genossenschaft von ihr zählt {days} Tage in diesem Land: Ist es dieselbe Arbeit für denselben Auftraggeber, dauern die Entsendungen zusammen über {most} Monate.',
  },
};

const hostLaw = (mission: Mission, failed: readonly Flag[]): Outcome => {
  const registers: readonly Flag[] = mission.selfEmployed ? [] : ['FOREIGN_EMPLOYER_REGISTERS'];
  return found(mission.host, '883:11(3)(a)', 'none', { flags: [...failed, 'ART16_OPTION', ...registers] });
};

const testsOf = ({ selfEmployed }: Mission): readonly PostingTest[] =>
  selfEmployed ? [...ofEverybody, ...ofSelfEmployed] : [...ofEverybody, ...ofEmployees];

const ofEverybody: readonly PostingTest[] = [
  { flag: 'POSTING_OVER_24_MONTHS', verdict: (mission, { date }) => lastsAtMostTheLimit(mission, date) },
  { flag: 'GAP_UNDER_TWO_MONTHS', verdict: (mission, { date }) => isAfterAPause(mission, date) },
];

const ofEmployees: readonly PostingTest[] = [
  {
    flag: 'EMPLOYER_NOT_SUBSTANTIAL',
    verdict: ({ employer }) =>
      employer!.effective.substantial ??
      missingFact(
        'employer.substantialActivityAtSeat',
        `employers[${employer!.effective.id}].substantialActivityAtSeat`,
      ),
  },
  {
    flag: 'NO_DIRECT_RELATIONSHIP',
    verdict: ({ directRelationshipKept }) => directRelationshipKept ?? missingFact('mission.directRelationshipKept'),
  },
  {
    flag: 'REPLACES_POSTED_WORKER',
    verdict: ({ replacesPostedWorker }) => not(replacesPostedWorker, 'mission.replacesPostedWorker'),
  },
  { flag: 'PASSED_ON_BY_HOST', verdict: ({ passedOnByHost }) => not(passedOnByHost, 'mission.passedOnByHost') },
  { flag: 'NO_PRIOR_AFFILIATION', verdict: wasCoveredBefore },
];

const ofSelfEmployed: readonly PostingTest[] = [
  {
    flag: 'NOT_SIMILAR_ACTIVITY',
    verdict: ({ similarActivity }) => similarActivity ?? missingFact('mission.similarActivity'),
  },
  {
    flag: 'NOT_HABITUALLY_SELF_EMPLOYED',
    verdict: ({ monthsActiveInHomeBefore: months }, { date }) =>
      months === undefined
        ? missingFact('mission.monthsActiveInHomeBefore')
        : isAtLeast(months, selfEmployedMonthsBefore.on(date)),
  },
];

function lastsAtMostTheLimit(mission: Mission, date: PlainDate): Verdict {
  const { months, earlierPostings } = mission;
  const most = postingMonths.on(date);
  if (months === undefined) return missingFact('mission.plannedMonths');
  if (isLess(most, months)) return false;
  if (earlierPostings === undefined) return missingFact('mission.earlierPostings');
  return isAtLeast(most, months.plus(earlierMonths(mission, date)));
}

/** After a full posting the same worker, undertakings and state need a pause before a fresh one (Decision A2). */
function isAfterAPause(mission: Mission, date: PlainDate): Verdict {
  if (mission.earlierPostings === undefined) return missingFact('mission.earlierPostings');
  return isLess(earlierMonths(mission, date), postingMonths.on(date));
}

/** Months of the postings that this one continues: same host, same undertakings, too short a pause between them. */
const earlierMonths = (mission: Mission, date: PlainDate): Rate =>
  totalOf(contiguous(mission, pauseMonths.on(date)).map(({ months }) => months));

const contiguous = ({ earlierPostings = [], host }: Mission, pause: Rate): readonly EarlierPosting[] =>
  earlierPostings.filter(
    (earlier) => earlier.host === host && earlier.sameUndertakings && isLess(earlier.gapMonths, pause),
  );

/** Who is hired in order to be posted must have been under the seat's law; being resident there is enough (C-451/17). */
function wasCoveredBefore(mission: Mission, { residence }: Situation): Verdict {
  if (mission.hiredForThisMission === undefined) return missingFact('mission.hiredForThisMission');
  if (!mission.hiredForThisMission) return true;
  const isResident = residence === senderOf(mission);
  return (
    mission.subjectToSeatLegislationBeforeHire ??
    (isResident || missingFact('mission.subjectToSeatLegislationBeforeHire'))
  );
}

const not = (
  said: boolean | undefined,
  question: 'mission.replacesPostedWorker' | 'mission.passedOnByHost',
): Verdict => (said === undefined ? missingFact(question) : !said);
