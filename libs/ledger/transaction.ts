import assert from 'node:assert/strict';
import { type CurrencyCode, type Money, type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { Account } from './account.js';

declare const brand: unique symbol;
declare const sealed: unique symbol;

export type TransactionId = string & { readonly [brand]: 'TransactionId' };

/** What a transaction was made for, as `noun:reference`: `obligation:0198…`, `cycle:2026-04`, `fact:12`. */
export type Cause = `${string}:${string}`;

/**
 * `posted` counts at once. `pending` is promised but not settled; later exactly one `post` makes it count or one `void`
 * takes the promise back.
 */
export type Phase = 'posted' | 'pending' | 'post' | 'void';

/** One line of a transaction: positive is a debit, negative a credit. */
export interface Posting {
  readonly account: Account;
  readonly amount: Money;
}

/** What is said about a transaction besides its postings. */
export interface Entry {
  /** A UUID. */
  readonly id: string;
  /** The legal entity whose book this is. */
  readonly entity: string;
  readonly day: PlainDate;
  /** What happened, in words joined by hyphens: `invoice-issued`. */
  readonly kind: string;
  readonly cause: Cause;
  /** For the people who read the book. */
  readonly text: string;
}

/** Postings that belong together and sum to zero in each currency. Only this library can make one. */
export interface Transaction extends Entry {
  readonly id: TransactionId;
  readonly phase: Phase;
  /** The pending transaction that a `post` or `void` settles; null in the other phases. */
  readonly resolves: TransactionId | null;
  readonly postings: readonly Posting[];
  readonly [sealed]: true;
}

export type TransactionRefusal =
  | { readonly kind: 'unbalanced'; readonly currency: CurrencyCode; readonly difference: Money }
  | { readonly kind: 'too-few-postings'; readonly count: number }
  | { readonly kind: 'zero-posting'; readonly account: Account }
  | { readonly kind: 'negative-amount'; readonly account: Account; readonly amount: Money }
  | { readonly kind: 'no-cause'; readonly cause: string }
  | { readonly kind: 'nothing-to-resolve'; readonly phase: Phase };

export interface PhasedEntry extends Entry {
  readonly phase?: Phase;
  readonly resolves?: string | null;
}

/** The transaction of these postings, or why it cannot be one. Without a phase it is posted. */
export function transactionOf(
  { phase = 'posted', resolves = null, ...entry }: PhasedEntry,
  postings: readonly Posting[],
): Result<Transaction, TransactionRefusal> {
  const refusal = refusalOf(entry.cause, phase, resolves, postings);
  if (refusal) return refuse(refusal);
  return ok({ ...entry, phase, resolves, postings: [...postings] } as unknown as Transaction);
}

/** The same for code in which an imbalance is a bug: throws AssertionError with the reason. */
export const mustBeTransaction = (entry: PhasedEntry, postings: readonly Posting[]): Transaction =>
  must(entry, transactionOf(entry, postings));

/** The transaction that was built, or an AssertionError that says for what and why not. */
export function must(entry: Entry, built: Result<Transaction, TransactionRefusal>): Transaction {
  if (!built.ok) assert.fail(`${entry.kind} for ${entry.cause}: ${reasonOf(built.refusal)}`);
  return built.value;
}

/** What is wrong, in a sentence for the log. */
export function reasonOf(refusal: TransactionRefusal): string {
  switch (refusal.kind) {
    case 'unbalanced':
      return `debits and credits differ by ${refusal.difference} (debits less credits)`;
    case 'too-few-postings':
      return `a transaction has at least two postings, this one has ${refusal.count}`;
    case 'zero-posting':
      return `the posting on ${refusal.account} is zero`;
    case 'negative-amount':
      return `${refusal.amount} on ${refusal.account} is negative: name the other side instead`;
    case 'no-cause':
      return `"${refusal.cause}" is not a cause such as obligation:0198f3c2`;
    case 'nothing-to-resolve':
      return `${refusal.phase} must name a pending transaction, and only post and void may`;
  }
}

function refusalOf(
  cause: string,
  phase: Phase,
  resolves: string | null,
  postings: readonly Posting[],
): TransactionRefusal | null {
  if (!/^[a-z][a-z-]*:\S+$/.test(cause)) return { kind: 'no-cause', cause };
  if ((phase === 'post' || phase === 'void') !== (resolves !== null)) return { kind: 'nothing-to-resolve', phase };
  if (postings.length < 2) return { kind: 'too-few-postings', count: postings.length };
  const zero = postings.find((posting) => posting.amount.isZero());
  if (zero) return { kind: 'zero-posting', account: zero.account };
  for (const difference of totalsOf(postings))
    if (!difference.isZero()) return { kind: 'unbalanced', currency: difference.currency, difference };
  return null;
}

function totalsOf(postings: readonly Posting[]): Iterable<Money> {
  const totals = new Map<CurrencyCode, Money>();
  for (const { amount } of postings) totals.set(amount.currency, totals.get(amount.currency)?.plus(amount) ?? amount);
  return totals.values();
}
