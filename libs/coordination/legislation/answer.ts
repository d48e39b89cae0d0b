import type { CountryCode, Rate } from '@passerelle/values';
import type { MissingFact } from '../refusal.js';
import type { Reason } from '../words.js';

/** What a person who reads the answer must know; each has its sentence among the reasons. */
export const flags = [
  'POSTING_OVER_24_MONTHS',
  'REPLACES_POSTED_WORKER',
  'EMPLOYER_NOT_SUBSTANTIAL',
  'NO_PRIOR_AFFILIATION',
  'NO_DIRECT_RELATIONSHIP',
  'PASSED_ON_BY_HOST',
  'GAP_UNDER_TWO_MONTHS',
  'NOT_HABITUALLY_SELF_EMPLOYED',
  'NOT_SIMILAR_ACTIVITY',
  'ART16_OPTION',
  'NO_ART16_UNDER_TCA',
  'EFFECTIVE_EMPLOYER_DIFFERS',
  'MARGINAL_DISREGARDED',
  'THIRD_COUNTRY_TIME_COUNTED',
  'SELF_EMPLOYED_IGNORED_FOR_25',
  'TELEWORK_AGREEMENT',
  'TCN_VIA_1231_2010',
  'A1_BINDING_UNTIL_WITHDRAWN',
  'OUT_OF_SCOPE_CHECK_BILATERAL',
  'PROVISIONAL_DETERMINATION',
  'FOREIGN_EMPLOYER_REGISTERS',
] as const;

export type Flag = (typeof flags)[number];

/** How the certificate is asked for: Art. 15 for postings, 16 for work in several states, 18 for agreements. */
export type A1Procedure = '987:15' | '987:16' | '987:18';

export interface A1Needed {
  readonly required: boolean;
  readonly issuerState: CountryCode | null;
  readonly applyToState: CountryCode | null;
  readonly procedure: A1Procedure | null;
}

/** Why a person must look at the answer before anybody relies on it. */
export interface HumanQuestion {
  readonly threshold: Threshold | null;
  readonly reason: Reason;
}

/** A number of law to which a share of the person's work comes within three points. */
export interface Threshold {
  readonly name: 'substantial-share' | 'marginal-share' | 'telework-share';
  readonly at: Rate;
  readonly share: Rate;
  readonly of: 'time' | 'pay';
}

/**
 * One proposal with its reasons; the institution decides. `legislation` is null in two cases only: the situation is out of
 * scope, or `missing` lists the facts on which the answer depends.
 */
export interface LegislationAnswer {
  /** Null while a fact that decides the scope is missing. */
  readonly inScope: boolean | null;
  readonly legislation: CountryCode | null;
  /** The article that decides, such as `883:12(1)` or `TCA:SSC.11(1)(a)`. */
  readonly basis: string | null;
  readonly a1: A1Needed;
  readonly flags: readonly Flag[];
  readonly reasons: readonly Reason[];
  readonly askHuman: readonly HumanQuestion[];
  readonly missing: readonly MissingFact[];
}
