import {
  type EarlierPostingFacts,
  type LegislationFacts,
  type MissionFacts,
  type NoticeQuestion,
  type WorkKind as NoticeWork,
  monthsFrom,
} from '@passerelle/coordination';
import { type PlainDate, addDays } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
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
  /** Placing by the host was allowed, by somebody who answers for it. */
  readonly isPlacingOpen: boolean;
}

/** Work outside the country of the cooperative that employs: the formalities are about nothing else. */
export const isAbroad = ({ employer, mission }: Pick<Case, 'employer' | 'mission'>): boolean =>
  mission.terms.place.country !== employer.country;

/** From the client's yes on a mission takes its days; before, it is only planned. */
const agreedStates: ReadonlySet<Mission['state']> = new Set(['formalities', 'active', 'completed']);

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
      .filter(({ state }) => agreedStates.has(state))
      .map(({ terms: { place, first, last } }) => ({ host: place.country, first, last })),
  };
}

function missionFactsOf({ employer, mission: { terms }, facts, others }: Case): MissionFacts {
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

/** The question of the notice to the country of work. Windows are counted over all her stays, whoever hosts them. */
export function noticeQuestionOf(
  { today, employer, mission, facts, others }: Case,
  thirdCountryNational: boolean | undefined,
): NoticeQuestion {
  const { terms } = mission;
  const stayOf = ({ place, first, last }: MissionTerms) => ({ host: place.country, first, last });
  const { internationalRenown, minorPartOfTour } = facts;
  return {
    today,
    home: employer.country,
    stay: stayOf(terms),
    work: facts.work ?? usualNoticeWork[terms.kind],
    selfEmployed: false,
    otherStays: others.map((other) => stayOf(other.terms)),
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
