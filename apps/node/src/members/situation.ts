import type { CountryCode, PlainDate } from '@passerelle/values';
import type { MemberId } from './member.js';

/** How a situation names the cooperative itself among the employers. */
export const cooperativeEmployer = 'cooperative';

/** Somebody else for whom she works. */
export interface OtherEmployer {
  /** What activities call it; never `cooperative`, which is us. */
  readonly id: string;
  readonly name: string;
  readonly seat: CountryCode;
  /** Whether it does real business where it is seated; unknown while nobody has said so. */
  readonly substantialActivityAtSeat?: boolean | undefined;
}

/** Work she does or plans in the next twelve months, apart from missions. */
export interface OtherActivity {
  readonly kind: 'employed' | 'self_employed' | 'civil_servant';
  /** `cooperative`, or one of the other employers; none for somebody who works for herself. */
  readonly employer?: string | undefined;
  readonly country: CountryCode;
  /** Part of all her working time, in every country, as a decimal from 0 to 1. */
  readonly timeShare: string;
  readonly payShare?: string | undefined;
  readonly regularity: 'habitual' | 'occasional';
}

/** What a certificate of insurance says of its holder. None of it ever leaves this node but on the request itself. */
export interface Identity {
  readonly surname?: string | undefined;
  readonly forenames?: string | undefined;
  readonly surnameAtBirth?: string | undefined;
  readonly sex?: 'F' | 'M' | 'X' | undefined;
  readonly bornOn?: PlainDate | undefined;
  readonly bornAt?: string | undefined;
  readonly address?: string | undefined;
  /** The number by which the institutions of her country know her. */
  readonly personalNumber?: string | undefined;
}

/**
 * What decides under which country's law she is insured, from a day on. What is not known is left out: nobody guesses,
 * and the answer that needs it says who can supply it.
 */
export interface Situation {
  readonly from: PlainDate;
  readonly nationality?: CountryCode | undefined;
  readonly residence?: CountryCode | undefined;
  /** Asked of people who are nationals of no country of the union. */
  readonly legallyResident?: boolean | undefined;
  readonly identity?: Identity | undefined;
  readonly employers: readonly OtherEmployer[];
  /** Unknown when left out; an empty list says that there is nothing else. */
  readonly activities?: readonly OtherActivity[] | undefined;
}

export interface StatedSituation extends Situation {
  readonly member: MemberId;
  readonly statedBy: string;
  readonly statedAt: Date;
}

export type SituationRefusal =
  | { readonly kind: 'employer-twice'; readonly at: number; readonly id: string }
  | { readonly kind: 'reserved-employer'; readonly at: number }
  | { readonly kind: 'unknown-employer'; readonly at: number; readonly id: string }
  | { readonly kind: 'employee-without-employer'; readonly at: number }
  | { readonly kind: 'more-than-all-time'; readonly field: 'timeShare' | 'payShare' };

/** The first thing in a situation that cannot be, or null. */
export function situationRefusal({ employers, activities = [] }: Situation): SituationRefusal | null {
  const ids = employers.map(({ id }) => id);
  for (const [at, id] of ids.entries()) {
    if (id === cooperativeEmployer) return { kind: 'reserved-employer', at };
    if (ids.indexOf(id) !== at) return { kind: 'employer-twice', at, id };
  }
  const known = new Set([cooperativeEmployer, ...ids]);
  for (const [at, { kind, employer }] of activities.entries()) {
    if (employer !== undefined && !known.has(employer)) return { kind: 'unknown-employer', at, id: employer };
    if (employer === undefined && kind === 'employed') return { kind: 'employee-without-employer', at };
  }
  for (const field of ['timeShare', 'payShare'] as const)
    if (millionthsOf(activities.map((each) => each[field] ?? '0')) > million)
      return { kind: 'more-than-all-time', field };
  return null;
}

const million = 1_000_000n;

/** Decimals of at most six places, summed exactly. */
const millionthsOf = (shares: readonly string[]): bigint =>
  shares.reduce((total, share) => {
    const [whole = '0', part = ''] = share.split('.');
    return total + BigInt(whole) * million + BigInt(part.padEnd(6, '0'));
  }, 0n);
