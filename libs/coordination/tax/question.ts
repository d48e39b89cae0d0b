import type { CountryCode, Money, PlainDate, Rate } from '@passerelle/values';
import type { CountedSpan } from '../posting/question.js';
import type { MissingFact } from '../refusal.js';
import type { Source } from '../source.js';
import type { Reason } from '../words.js';

export const taxFlags = [
  'ART17_PERFORMER',
  'DAYS_OVER_183',
  'COST_BORNE_IN_HOST',
  'SPLIT_FEE',
  'TAX_CERTIFICATE_MISSING',
] as const;

export type TaxFlag = (typeof taxFlags)[number];

/** What the worker does at the host, as the tax treaties tell it apart. */
export type TaxedWork = 'performance' | 'sport' | 'teaching' | 'technical' | 'design' | 'management' | 'other';

/** What must be known about a stay abroad to warn of income tax at the host. A yes or no left out is unknown. */
export interface TaxQuestion {
  readonly date: PlainDate;
  /** Where the worker lives. */
  readonly home: CountryCode;
  readonly host: CountryCode;
  /** Everything the contract asks for: a concert and a class are two. */
  readonly work: readonly TaxedWork[];
  /** All stays in the host state, this one and planned ones included; each first and last day counts. */
  readonly stays: readonly { readonly first: PlainDate; readonly last: PlainDate }[];
  /** What other employers of hers count in the host state; left out when she has none. */
  readonly elsewhere?: readonly CountedSpan[];
  readonly employerState: CountryCode;
  /** The host cooperative or the client bears the wage, or directs the work so that it may count as employer. */
  readonly borneInHost?: boolean;
  /** A certificate of residence, of exemption or of tax withheld is in the mission's papers. */
  readonly certificateReceived?: boolean;
}

/** The tax a host takes from visiting performers. */
export interface HostWithholding {
  readonly host: CountryCode;
  /** Null where the host takes none from residents of treaty states. */
  readonly rate: Rate | null;
  /** Taken off the gross before the rate, where the host grants it. */
  readonly flatDeduction: Rate | null;
  /** Nothing is taken from a performance paid up to this amount. */
  readonly freeUpTo: Money | null;
  readonly withheldBy: 'organiser' | 'payer' | 'nobody';
  readonly reason: Reason;
  readonly source: Source;
}

/** What the software warns of and records; it decides nothing about tax. */
export interface TaxAnswer {
  readonly flags: readonly TaxFlag[];
  readonly reasons: readonly Reason[];
  /** The most days of our own in the host state within any twelve months, or null when no stay was given. */
  readonly mostDays: number | null;
  /** May the host tax: yes, no, or not known while facts are missing. */
  readonly hostMayTax: 'yes' | 'no' | 'unknown';
  readonly withholding: HostWithholding | null;
  readonly missing: readonly MissingFact[];
}
