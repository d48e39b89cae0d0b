import {
  type CountedSpan,
  type EarlierPostingFacts,
  type LegislationFacts,
  type MissionFacts,
  type NoticeQuestion,
  type Span,
  type WorkKind as NoticeWork,
  eachOnce,
  monthsFrom,
  spansForNotice,
  spansForPosting,
  spansForTax,
} from '@passerelle/coordination';
import { type PlainDate, addDays } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Elsewhere } from '../countings/counting.js';
import { type Situation, cooperativeEmployer } from '../members/situation.js';
import type { Mission, MissionTerms, WorkKind } from '../missions/mission.js';
import type { PostingFacts } from './formality.js';

/** Everything this node knows that the law asks about one mission. Only the home knows it, and keeps it to itself. */
export interface Case {
  readonly today: PlainDate;
  readonly employer: LegalEntity;
  readonly mission: Mission;
  /** What was true of the worker on the first day; null while nobody has said anything. */
  readonly situation: Situation | null;
  readonly facts: PostingFacts;
  /** Her other missions, past and planned, whatever node hosts them. */
  readonly others: readonly Mission[];
  /** What her other cooperatives count in the country of work; null when she has named none. */
  readonly elsewhere: Elsewhere | null;
  /** Placing by the host was allowed, by somebody who answers for it. */
  readonly isPlacingOpen: boolean;
}

/** Work outside the country of the cooperative that employs: the formalities are about nothing else. */
export const isAbroad = ({ employer, mission }: Pick<Case, 'employer' | 'mission'>): boolean =>
  mission.terms.place.country !== employer.country;

const overlaps = ({ terms: a }: Mission, { terms: b }: Mission): boolean => a.first <= b.last && b.first <= a.last;

/** Of two missions on the same days one is refused: a plan before what is agreed, else the one that came later. */
const goesFirst = (other: Mission, mission: Mission): boolean =>
  stageOf(other) === stageOf(mission)
    ? `${other.registeredAt.toISOString()} ${other.id}` < `${mission.registeredAt.toISOString()} ${mission.id}`
    : stageOf(other) > stageOf(mission);

/** Work that has begun goes before what the client agreed to, and that before what is only planned. */
const stageOf = ({ state }: Mission): number =>
  state === 'active' || state === 'completed' ? 2 : state === 'formalities' ? 1 : 0;

/** The months in which her other cooperatives must be asked for her days in the country of work. */
export function spansToAsk({ mission: { terms }, facts }: Pick<Case, 'mission' | 'facts'>): readonly Span[] {
  const stay = { host: terms.place.country, first: terms.first, last: terms.last };
  const notice = spansForNotice({ stay, work: noticeWorkOf(terms, facts) });
  return eachOnce([...notice, ...spansForPosting(stay), ...spansForTax(stay)]);
}

/** What others count in these spans; nothing when there are no others. */
export const countedIn = (of: Case, spans: readonly Span[]): readonly CountedSpan[] | undefined =>
  of.elsewhere?.spans.filter(({ first, last }) => spans.some((span) => span.first === first && span.last === last));

/** The question of the law that applies, for the library that answers it. */
export function legislationFactsOf(of: Case): LegislationFacts {
  const { employer, mission, situation, facts, others } = of;
  const { terms } = mission;
  const us = {
    id: cooperativeEmployer,
    seat: employer.country,
    ...given({ substantialActivityAtSeat: facts.substantialActivityAtSeat }),
  };
  const { nationality, residence, legallyResident, activities } = situation ?? {};
  return {
    date: terms.first,
    person: given({ nationality, residence, legallyResident }),
    employers: [us, ...(situation?.employers ?? []).map(({ name: _name, ...employing }) => given(employing))],
    ...given({ activities: activities?.map((each) => given(each)) }),
    ...(isAbroad(of) ? { mission: missionFactsOf(of) } : {}),
    otherMissions: others
      .filter((other) => overlaps(other, mission) && goesFirst(other, mission))
      .map(({ terms: { place, first, last } }) => ({ host: place.country, first, last })),
  };
}

function missionFactsOf(of: Case): MissionFacts {
  const { employer, mission, facts, others } = of;
  const { terms } = mission;
  const { replacesPostedWorker, hiredForThisMission, subjectToSeatLegislationBeforeHire } = facts;
  const isDirectedHere = terms.directedBy === 'home';
  return {
    host: terms.place.country,
    first: terms.first,
    last: terms.last,
    employer: cooperativeEmployer,
    directRelationshipKept: isDirectedHere,
    passedOnByHost: !isDirectedHere,
    ...given({ replacesPostedWorker, hiredForThisMission, subjectToSeatLegislationBeforeHire }),
    ...given({ daysElsewhere: countedIn(of, spansForPosting(terms))?.[0]?.days }),
    earlierPostings: others
      .filter(({ terms: { place, last } }) => place.country !== employer.country && last < terms.first)
      .map((earlier) => earlierPosting(earlier.terms, terms)),
  };
}

/** The same undertakings are the cooperative, which employs in both cases, and the client. */
const earlierPosting = (earlier: MissionTerms, terms: MissionTerms): EarlierPostingFacts => ({
  host: earlier.place.country,
  sameUndertakings: earlier.host === terms.host && earlier.client.name === terms.client.name,
  months: monthsText(earlier.first, earlier.last),
  gapMonths: monthsText(addDays(earlier.last, 1), addDays(terms.first, -1)),
});

/** The length of some days in months, as a decimal that is cut off after six places. */
export function monthsText(first: PlainDate, last: PlainDate): string {
  const { num, den } = monthsFrom(first, last);
  const millionths = (num * 1_000_000n) / den;
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`;
}

/** What VAT calls the work says enough for most host states; where it does not, the home states it. */
const usualNoticeWork: Readonly<Record<WorkKind, NoticeWork>> = {
  artistic_performance: 'live-performance',
  technical_ancillary: 'show-crew',
  organiser_service: 'other',
  event_admission: 'other',
  teaching: 'occasional-teaching',
  consultancy: 'other',
  copyright_licence: 'other',
  general_service: 'other',
};

const noticeWorkOf = ({ kind }: MissionTerms, facts: PostingFacts): NoticeWork => facts.work ?? usualNoticeWork[kind];

/** The question of the notice to the country of work. Windows are counted over all her stays, whoever hosts them. */
export function noticeQuestionOf(of: Case, thirdCountryNational: boolean | undefined): NoticeQuestion {
  const { today, employer, mission, facts, others, elsewhere } = of;
  const { terms } = mission;
  const stayOf = ({ place, first, last }: MissionTerms) => ({ host: place.country, first, last });
  const { internationalRenown, minorPartOfTour } = facts;
  return {
    today,
    home: employer.country,
    stay: stayOf(terms),
    work: noticeWorkOf(terms, facts),
    selfEmployed: false,
    otherStays: others.map((other) => stayOf(other.terms)),
    ...given({ elsewhere: elsewhere?.spans }),
    agencyWork: terms.directedBy === 'host',
    ownAccount: false,
    ...given({ internationalRenown, minorPartOfTour, thirdCountryNational }),
  };
}

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same without what is unknown. */
const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
