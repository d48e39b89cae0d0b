import {
  type CountryCode,
  type PlainDate,
  type Rate,
  addDays,
  addMonths,
  country,
  day,
  daysBetween,
  ratio,
} from '@passerelle/values';
import { readDecimal } from '../exact.js';
import { type Group, groupOf } from '../states.js';
import type { ActivityFacts, EarlierPostingFacts, EmployerFacts, LegislationFacts, MissionFacts } from './facts.js';

/** An undertaking; `effective` is the one that really employs, usually itself. */
export interface Employer {
  readonly id: string;
  readonly seat: CountryCode;
  readonly substantial?: boolean;
  readonly effective: Undertaking;
}

interface Undertaking {
  readonly id: string;
  readonly seat: CountryCode;
  readonly substantial?: boolean;
}

/** One piece of work with its exact shares. `path` is where it stands in the facts. */
export interface Activity {
  readonly path: string;
  readonly kind: ActivityFacts['kind'];
  readonly country: CountryCode;
  readonly employer?: Employer;
  readonly time?: Rate;
  readonly pay?: Rate;
  readonly habitual: boolean;
}

export interface EarlierPosting {
  readonly host: CountryCode;
  readonly sameUndertakings: boolean;
  readonly months: Rate;
  readonly gapMonths: Rate;
}

export interface Mission extends Omit<
  MissionFacts,
  | 'host'
  | 'employer'
  | 'homeState'
  | 'plannedMonths'
  | 'monthsActiveInHomeBefore'
  | 'earlierPostings'
  | 'first'
  | 'last'
> {
  readonly host: CountryCode;
  readonly employer?: Employer;
  readonly homeState?: CountryCode;
  readonly months?: Rate;
  readonly monthsActiveInHomeBefore?: Rate;
  readonly earlierPostings?: readonly EarlierPosting[];
}

/** The facts, read: every value checked and exact. Undefined is unknown. */
export interface Situation {
  readonly date: PlainDate;
  readonly nationalities?: readonly CountryCode[];
  readonly residence?: CountryCode;
  readonly legallyResident?: boolean;
  /** The Withdrawal Agreement keeps the old rules for this person: true, false, or unknown. */
  readonly underWithdrawalAgreement?: boolean;
  readonly activities?: readonly Activity[];
  readonly mission?: Mission;
  readonly telework?: LegislationFacts['telework'];
  readonly centreOfInterest?: CountryCode;
  readonly agreedState?: CountryCode;
  /** The issuer of a certificate in force on the day. */
  readonly certificateOf?: CountryCode;
}

/** Reads facts that have been checked: a value that cannot be read here is a bug of the check. */
export function situationOf(facts: LegislationFacts): Situation {
  const employers = employersOf(facts.employers ?? []);
  const { person } = facts;
  return {
    date: day(facts.date),
    nationalities: nationalitiesOf(person.nationality),
    residence: countryIfAny(person.residence),
    legallyResident: person.legallyResident,
    underWithdrawalAgreement: isUnbrokenSinceBefore2021(person.ukSituationUnbrokenSince),
    activities: facts.activities?.map((activity, index) => activityOf(activity, index, employers)),
    mission: facts.mission && missionOf(facts.mission, employers),
    telework: facts.telework,
    centreOfInterest: countryIfAny(facts.centreOfInterest),
    agreedState: facts.art16Agreement?.concluded ? countryIfAny(facts.art16Agreement.legislation) : undefined,
    certificateOf: issuerInForce(facts),
  };
}

/** By which agreement a state takes part in this person's situation. */
export const groupIn = ({ underWithdrawalAgreement, date }: Situation, state: CountryCode): Group | undefined => {
  const group = groupOf(state, date);
  return group === 'tca' && underWithdrawalAgreement === true ? 'union' : group;
};

export const isCoordinated = (situation: Situation, state: CountryCode): boolean =>
  groupIn(situation, state) !== undefined;

/** The state that would send: the seat of the effective employer, or where a self-employed person works at home. */
export const senderOf = (mission: Mission): CountryCode | undefined =>
  mission.selfEmployed ? mission.homeState : mission.employer?.effective.seat;

/** Work for an employer of the same state is no posting, whatever it is called. */
export const isDomestic = (mission: Mission): boolean => {
  const nominal = mission.selfEmployed ? mission.homeState : mission.employer?.seat;
  return mission.host === nominal && mission.host === senderOf(mission);
};

/** Whole months from the first to the last day, both included, and the days beyond them as thirtieths. */
export function monthsFrom(first: PlainDate, last: PlainDate): Rate {
  const end = addDays(last, 1);
  let months = 0;
  while (addMonths(first, months + 1) <= end) months += 1;
  return ratio(BigInt(months) * 30n + BigInt(daysBetween(addMonths(first, months), end)), 30n);
}

function employersOf(all: readonly EmployerFacts[]): ReadonlyMap<string, Employer> {
  const byId = new Map(all.map((employer) => [employer.id, employer]));
  const effectiveOf = (employer: EmployerFacts): EmployerFacts =>
    employer.effectiveEmployer === undefined || employer.effectiveEmployer === employer.id
      ? employer
      : effectiveOf(byId.get(employer.effectiveEmployer)!);
  return new Map(
    all.map((employer) => [
      employer.id,
      { ...undertakingOf(employer), effective: undertakingOf(effectiveOf(employer)) },
    ]),
  );
}

const undertakingOf = ({ id, seat, substantialActivityAtSeat }: EmployerFacts): Undertaking => ({
  id,
  seat: country(seat),
  substantial: substantialActivityAtSeat,
});

const activityOf = (activity: ActivityFacts, index: number, employers: ReadonlyMap<string, Employer>): Activity => ({
  path: `activities[${index}]`,
  kind: activity.kind,
  country: country(activity.country),
  employer: activity.employer === undefined ? undefined : employers.get(activity.employer),
  time: readDecimal(activity.timeShare),
  pay: readDecimal(activity.payShare),
  habitual: activity.regularity === 'habitual',
});

function missionOf(facts: MissionFacts, employers: ReadonlyMap<string, Employer>): Mission {
  const { first, last, plannedMonths, ...said } = facts;
  return {
    ...said,
    host: country(facts.host),
    employer: facts.employer === undefined ? undefined : employers.get(facts.employer),
    homeState: countryIfAny(facts.homeState),
    months: first !== undefined && last !== undefined ? monthsFrom(day(first), day(last)) : readDecimal(plannedMonths),
    monthsActiveInHomeBefore: readDecimal(facts.monthsActiveInHomeBefore),
    earlierPostings: facts.earlierPostings?.map(earlierPostingOf),
  };
}

const earlierPostingOf = (posting: EarlierPostingFacts): EarlierPosting => ({
  host: country(posting.host),
  sameUndertakings: posting.sameUndertakings,
  months: readDecimal(posting.months)!,
  gapMonths: readDecimal(posting.gapMonths)!,
});

const countryIfAny = (code: string | undefined): CountryCode | undefined =>
  code === undefined ? undefined : country(code);

const nationalitiesOf = (said: string | readonly string[] | undefined): readonly CountryCode[] | undefined =>
  said === undefined ? undefined : (typeof said === 'string' ? [said] : said).map(country);

const isUnbrokenSinceBefore2021 = (since: string | null | undefined): boolean | undefined =>
  since === undefined ? undefined : since !== null && since < '2021-01-01';

function issuerInForce({ existingA1, date }: LegislationFacts): CountryCode | undefined {
  if (existingA1 === undefined || existingA1.withdrawn || existingA1.fraudEstablishedByCourtAfterDialogue)
    return undefined;
  const { first = date, last = date } = existingA1;
  return first <= date && date <= last ? country(existingA1.issuer) : undefined;
}
