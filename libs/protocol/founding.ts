import { type CurrencyCode, type PlainDate, type Result, decimalsOf, monthOf, ok, refuse } from '@passerelle/values';
import type { Signature } from './fields.js';
import { quorumOf } from './quorum.js';
import { usualCalendar } from './roster-calendar.js';
import type { RosterContent, RosterMember, SignedRoster } from './roster-schema.js';
import { rosterText, signText, signersOf } from './roster.js';
import type { SigningKey } from './signature.js';

/** What cooperatives agree on when they found a federation; later versions of the roster may change it. */
export interface FoundingTerms {
  readonly from: PlainDate;
  readonly founders: readonly Pick<RosterMember, 'id' | 'currency'>[];
  /** How much each may owe each other one, in minor units by currency. */
  readonly caps: Readonly<Partial<Record<CurrencyCode, string>>>;
  readonly stakes: NonNullable<RosterContent['fund']>['stakes'];
  readonly lateInterestPercent: string;
}

/** The numbers of the first roster: who coordinates in which order, when cycles are cut and paid, and what a delay costs. */
export function foundingTerms({
  from,
  founders,
  caps,
  stakes,
  lateInterestPercent,
}: FoundingTerms): Omit<RosterContent, 'kind' | 'net' | 'version' | 'prev' | 'members'> {
  const ids = founders.map(({ id }) => id);
  const currencies = [...new Set(founders.map(({ currency }) => currency))].sort();
  const limits = Object.entries(caps).toSorted(([a], [b]) => a.localeCompare(b)) as [CurrencyCode, string][];
  return {
    from,
    coordinators: ids,
    currencies: Object.fromEntries(currencies.map((code) => [code, decimalsOf(code)])),
    quorum: quorumOf(ids.length),
    computations: [{ from: monthOf(from), netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
    calendar: usualCalendar(monthOf(from)),
    caps: limits.flatMap(([currency, max]) => mutual(ids).map((pair) => ({ ...pair, currency, max }))),
    fund: { stakes: [...stakes], eventSharePercent: '50' },
    lateInterestPercent,
  };
}

/** Everybody trusts everybody with the same. */
const mutual = (ids: readonly string[]) =>
  ids.flatMap((creditor) => ids.filter((debtor) => debtor !== creditor).map((debtor) => ({ creditor, debtor })));

/** A first roster on its way from founder to founder. */
export interface FoundingDraft {
  readonly version: SignedRoster;
  readonly signers: readonly string[];
  /** Every founder signs: nobody is bound by what she has not seen. */
  readonly needed: number;
}

export type FoundingRefusal =
  /** What the founder before has signed is not what these requests and terms make. */
  { readonly kind: 'another-draft' } | { readonly kind: 'not-a-founder'; readonly node: string };

/** Signs the first roster as one of its founders; `signed` are those who have signed the same before. */
export function signFounding(
  { members, terms, net }: Founding,
  before: SignedRoster | null,
  key: SigningKey,
): Result<FoundingDraft, FoundingRefusal> {
  const content: RosterContent = { kind: 'roster', net, version: 1, prev: '', members: [...members], ...terms };
  const m = rosterText(content);
  if (before && before.m !== m) return refuse({ kind: 'another-draft' });
  const own = members
    .find(({ id }) => id === key.node)
    ?.signingKeys.find(({ publicKey }) => publicKey === key.publicKey);
  if (!own) return refuse({ kind: 'not-a-founder', node: key.node });
  const others: readonly Signature[] = (before?.sigs ?? []).filter(({ by }) => by !== key.node);
  const sigs = [...others, signText(m, { ...key, kid: own.kid })];
  return ok({ version: { m, sigs }, signers: signersOf(m, sigs, content), needed: members.length });
}

export interface Founding {
  readonly net: string;
  readonly members: readonly RosterMember[];
  readonly terms: ReturnType<typeof foundingTerms>;
}
