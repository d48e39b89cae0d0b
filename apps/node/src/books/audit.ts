import { type Phase, type Posting, type Transaction, weightOf } from '@passerelle/ledger';
import { type CurrencyCode, Money } from '@passerelle/values';

/** Something the books say about themselves that must never be so. */
export type BookFinding =
  | { readonly kind: 'unbalanced-book'; readonly entity: string; readonly difference: Money }
  | { readonly kind: 'unbalanced-transaction'; readonly transaction: string; readonly difference: Money }
  | { readonly kind: 'lines-missing'; readonly transaction: string; readonly declared: number; readonly found: number }
  | { readonly kind: 'resolved-twice'; readonly transaction: string; readonly times: number }
  | { readonly kind: 'resolves-another'; readonly transaction: string; readonly resolves: string };

/** A transaction as it is kept: what was declared, and the postings that are there. */
export type Kept = Pick<Transaction, 'entity' | 'phase' | 'postings'> & {
  readonly id: string;
  readonly resolves: string | null;
  readonly lines: number;
};

/**
 * The questions asked of the books: is each book zero in each currency, is each transaction, has each its declared lines,
 * is no pending transaction resolved twice, and does each resolution repeat the pending one it names?
 */
export const audit = (kept: readonly Kept[]): BookFinding[] => [
  ...unbalancedBooks(kept),
  ...kept.flatMap(unbalancedTransactions),
  ...kept.flatMap(missingLines),
  ...resolvedTwice(kept),
  ...resolvingOthers(kept),
];

function unbalancedBooks(kept: readonly Kept[]): BookFinding[] {
  const entities = new Set(kept.map(({ entity }) => entity));
  return [...entities].flatMap((entity) =>
    differencesOf(kept.filter((each) => each.entity === entity).flatMap(counting)).map((difference): BookFinding => ({
      kind: 'unbalanced-book',
      entity,
      difference,
    })),
  );
}

const counting = ({ phase, postings }: { phase: Phase; postings: readonly Posting[] }): readonly Posting[] =>
  weightOf[phase].posted === 1n ? postings : [];

const unbalancedTransactions = ({ id, postings }: Kept): BookFinding[] =>
  differencesOf(postings).map((difference) => ({ kind: 'unbalanced-transaction', transaction: id, difference }));

const missingLines = ({ id, lines, postings }: Kept): BookFinding[] =>
  lines === postings.length
    ? []
    : [{ kind: 'lines-missing', transaction: id, declared: lines, found: postings.length }];

function resolvedTwice(kept: readonly Kept[]): BookFinding[] {
  const times = new Map<string, number>();
  for (const { resolves } of kept) if (resolves !== null) times.set(resolves, (times.get(resolves) ?? 0) + 1);
  return [...times].flatMap(([transaction, count]) =>
    count > 1 ? [{ kind: 'resolved-twice', transaction, times: count }] : [],
  );
}

function resolvingOthers(kept: readonly Kept[]): BookFinding[] {
  const byId = new Map(kept.map((each) => [each.id, each]));
  return kept.flatMap((each) =>
    each.resolves === null || repeats(each, byId.get(each.resolves))
      ? []
      : [{ kind: 'resolves-another', transaction: each.id, resolves: each.resolves }],
  );
}

/** Whether a resolution is made of the same postings, in the same book, as a transaction that is pending. */
export const repeats = (
  resolution: Pick<Kept, 'entity' | 'postings'>,
  pending: Omit<Kept, 'lines'> | undefined,
): boolean =>
  pending?.phase === 'pending' &&
  pending.entity === resolution.entity &&
  pending.postings.length === resolution.postings.length &&
  pending.postings.every(({ account, amount }, line) => {
    const other = resolution.postings[line]!;
    return other.account === account && other.amount.equals(amount);
  });

function differencesOf(postings: readonly Posting[]): Money[] {
  const sums = new Map<CurrencyCode, bigint>();
  for (const { amount } of postings) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  return [...sums].filter(([, minor]) => minor !== 0n).map(([currency, minor]) => new Money(minor, currency));
}
