import type { CountryCode, PlainDate } from '@passerelle/values';
import type { MissingFact } from '../refusal.js';
import type { Source } from '../source.js';
import type { Reason } from '../words.js';

/** What the worker does at the host, as far as host states tell kinds of work apart. */
export const workKinds = [
  'live-performance',
  'film-or-audiovisual',
  'phonographic-publishing',
  'show-crew',
  'sport',
  'scientific-congress',
  'meeting',
  'occasional-teaching',
  'assembly',
  'stand-building',
  'construction',
  'hospitality',
  'passenger-transport',
  'logistics',
  'fairground',
  'forestry',
  'cleaning',
  'meat',
  'security',
  'prostitution',
  'other-listed-trade',
  'other',
] as const;

export type WorkKind = (typeof workKinds)[number];

/** Days in a host state, first and last included. */
export interface Stay {
  readonly host: CountryCode;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** Whole months, first and last day included. Counts are asked of nothing shorter, so that no single day can be told. */
export interface Span {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The days in the host state that everybody else together counts in a span; null while somebody has not answered. */
export interface CountedSpan extends Span {
  readonly days: number | null;
}

/** What must be known to say whether a notice is due. A yes or no left out is unknown. */
export interface NoticeQuestion {
  readonly today: PlainDate;
  readonly home: CountryCode;
  readonly stay: Stay;
  readonly work: WorkKind;
  readonly selfEmployed: boolean;
  /** Other stays of the same worker, past and planned: windows are counted over all of them. */
  readonly otherStays: readonly Stay[];
  /** What other employers of hers count in this host state; left out when she has none. */
  readonly elsewhere?: readonly CountedSpan[];
  readonly agencyWork?: boolean;
  readonly thirdCountryNational?: boolean;
  readonly internationalRenown?: boolean;
  /** A tour in which this host is a minor part and the worker does most of the tour. */
  readonly minorPartOfTour?: boolean;
  /** Sent on the home cooperative's own account, without a service to anybody at the host. */
  readonly ownAccount?: boolean;
}

/** A warning about time or about what else the host asks for. */
export interface NoticeWarning {
  readonly reason: Reason;
  /** The day by which it must be done, where there is one. */
  readonly dueOn?: PlainDate;
  readonly overdue: boolean;
}

export type NoticeAnswer =
  | {
      readonly kind: 'required';
      readonly system: string;
      readonly url: string | null;
      readonly by: 'home' | 'host';
      /** The last day on which the notice is in time. */
      readonly dueOn: PlainDate;
      readonly reason: Reason;
      readonly warnings: readonly NoticeWarning[];
      readonly source: Source;
    }
  | {
      readonly kind: 'exempt';
      readonly rule: string;
      readonly reason: Reason;
      /** Days counted in the fullest window, this stay included, and the most the rule allows. */
      readonly days: number | null;
      readonly most: number | null;
      readonly warnings: readonly NoticeWarning[];
      readonly source: Source;
    }
  | {
      /** Not a posting in the sense of Directive 96/71, or a host that knows no such notice. */
      readonly kind: 'not-applicable';
      readonly reason: Reason;
      readonly warnings: readonly NoticeWarning[];
      readonly source: Source | null;
    }
  | {
      /** No rule is known for this host, or a fact on which an exemption depends is missing. */
      readonly kind: 'ask-human';
      readonly reason: Reason;
      readonly missing: readonly MissingFact[];
      readonly warnings: readonly NoticeWarning[];
      readonly source: Source | null;
    };
