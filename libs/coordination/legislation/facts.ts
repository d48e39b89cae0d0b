/** An exact decimal: a text such as `0.35`, or the number as JSON writes it. */
export type Decimal = string | number;

/**
 * What is known about a person's work, as plain JSON. A fact left out is unknown: where the answer depends on it, the
 * answer says so and who can supply it. Countries are ISO 3166 codes, days are ISO texts.
 */
export interface LegislationFacts {
  /** The day for which the law is asked. */
  readonly date: string;
  readonly person: PersonFacts;
  readonly employers?: readonly EmployerFacts[];
  /** Everything foreseen for the next twelve months except the mission (987/2009 Art. 14(10)). */
  readonly activities?: readonly ActivityFacts[];
  /** Present: work in another state that may be a posting. */
  readonly mission?: MissionFacts;
  /** Missions of the same person already agreed, on other days. */
  readonly otherMissions?: readonly StayFacts[];
  readonly telework?: TeleworkFacts;
  /** Where a self-employed person's work has its centre (987/2009 Art. 14(9)). */
  readonly centreOfInterest?: string;
  readonly art16Agreement?: { readonly concluded: boolean; readonly legislation?: string };
  readonly existingA1?: ExistingA1Facts;
}

export interface PersonFacts {
  /** One nationality or several. */
  readonly nationality?: string | readonly string[];
  readonly residence?: string;
  /** Asked of third-country nationals only: legally resident or legally staying in the Union (1231/2010). */
  readonly legallyResident?: boolean;
  /**
   * Asked when the United Kingdom plays a part: the day since which a situation between it and the Union has gone on
   * without a break, or null when there is none (Withdrawal Agreement).
   */
  readonly ukSituationUnbrokenSince?: string | null;
}

export interface EmployerFacts {
  readonly id: string;
  readonly seat: string;
  /** Does real work, not only internal management, in its seat state (987/2009 Art. 14(2)). */
  readonly substantialActivityAtSeat?: boolean;
  /** The undertaking that really has authority, bears the wage and can dismiss, if it is another one (C-610/18). */
  readonly effectiveEmployer?: string;
}

export interface ActivityFacts {
  readonly kind: 'employed' | 'self_employed' | 'civil_servant';
  readonly employer?: string;
  readonly country: string;
  /** Of all working time of the next twelve months, third countries included. */
  readonly timeShare?: Decimal;
  /** Of all pay, where known. */
  readonly payShare?: Decimal;
  readonly regularity: 'habitual' | 'occasional';
}

export interface StayFacts {
  readonly host?: string;
  readonly first: string;
  readonly last: string;
}

export interface MissionFacts {
  readonly host: string;
  /** Either the length in months, or the days themselves, from which the length follows. */
  readonly plannedMonths?: Decimal;
  readonly first?: string;
  readonly last?: string;
  readonly earlierPostings?: readonly EarlierPostingFacts[];
  /**
   * Days in the host state that other employers of the person count in the months over which postings add up: left out
   * when there are none, null while one of them has not answered.
   */
  readonly daysElsewhere?: number | null;

  readonly employer?: string;
  readonly directRelationshipKept?: boolean;
  readonly replacesPostedWorker?: boolean;
  readonly passedOnByHost?: boolean;
  readonly hiredForThisMission?: boolean;
  readonly subjectToSeatLegislationBeforeHire?: boolean;

  readonly selfEmployed?: boolean;
  readonly homeState?: string;
  readonly monthsActiveInHomeBefore?: Decimal;
  readonly similarActivity?: boolean;
}

export interface EarlierPostingFacts {
  readonly host: string;
  readonly sameUndertakings: boolean;
  readonly months: Decimal;
  /** The longest pause between this posting and the mission. */
  readonly gapMonths: Decimal;
}

export interface TeleworkFacts {
  readonly shareInResidence?: Decimal;
  readonly requestedByBoth?: boolean;
  /** As the depositary's list says it, where somebody has looked; left out, our own list of signatories answers. */
  readonly bothStatesSigned?: boolean;
  readonly onlyTeleworkInResidence?: boolean;
}

export interface ExistingA1Facts {
  readonly issuer: string;
  readonly withdrawn?: boolean;
  readonly fraudEstablishedByCourtAfterDialogue?: boolean;
  /** Left out, the certificate is taken to cover the day asked for. */
  readonly first?: string;
  readonly last?: string;
}
