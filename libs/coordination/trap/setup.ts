import type { CountryCode, PlainDate, Rate } from '@passerelle/values';
import type { MissingFact } from '../refusal.js';
import type { Reason } from '../words.js';

/** How home and host share a worker between them, as it is recorded in the terms of the mission. */
export interface FederationSetup {
  readonly home: CountryCode;
  readonly host: CountryCode;
  /** Who directs the work, pays and can dismiss. Left out: unknown. */
  readonly directedBy?: 'home' | 'host';
  /** The host receives the worker and places her with its client, instead of only finding and billing the client. */
  readonly placedByHost?: boolean;
  /** The host employs the worker locally as well. */
  readonly hiredByHost?: boolean;
}

/** Somebody with the right to do so has let host cooperatives place workers, and said why. */
export interface RecordedOpening {
  readonly by: string;
  readonly on: PlainDate;
  readonly reason: string;
  /** For workers sent from one country to another, or everywhere by an administrator of the federation. */
  readonly scope:
    { readonly kind: 'pair'; readonly home: CountryCode; readonly host: CountryCode } | { readonly kind: 'federation' };
  /** Last day, where the opening ends. */
  readonly last?: PlainDate;
}

export type SetupReading =
  | { readonly kind: 'posting-possible'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'refused'; readonly flag: 'PASSED_ON_BY_HOST'; readonly reasons: readonly Reason[] }
  | {
      readonly kind: 'opened';
      readonly flag: 'PASSED_ON_BY_HOST';
      readonly opening: RecordedOpening;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'two-employers'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[]; readonly missing: readonly MissingFact[] };

/** How much of a home cooperative's turnover is made at home, beside the pointer it is usually held against. */
export interface HomeShare {
  readonly share: Rate | null;
  readonly pointer: Rate;
  readonly belowPointer: boolean;
  readonly reasons: readonly Reason[];
}
