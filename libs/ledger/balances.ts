import assert from 'node:assert/strict';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { Account } from './account.js';
import type { Phase, Posting, Transaction } from './transaction.js';

/** What an account holds in one currency: `posted` counts, `pending` is promised and not in `posted`. Debit is positive. */
export interface Balance {
  readonly account: Account;
  readonly currency: CurrencyCode;
  readonly posted: Money;
  readonly pending: Money;
}

/** How often a posting of each phase counts in the two sums of an account. */
export const weightOf: Record<Phase, { readonly posted: bigint; readonly pending: bigint }> = {
  posted: { posted: 1n, pending: 0n },
  pending: { posted: 0n, pending: 1n },
  post: { posted: 1n, pending: -1n },
  void: { posted: 0n, pending: -1n },
};

/** The balances of one book, by account and currency; what is zero in both sums is left out. */
export function balances(transactions: Iterable<Transaction>): Balance[] {
  const sums = new Map<string, Balance>();
  let book: string | undefined;
  for (const transaction of transactions) {
    assert.equal(transaction.entity, (book ??= transaction.entity), 'balances are those of one book');
    for (const posting of transaction.postings) add(sums, transaction.phase, posting);
  }
  return [...sums.values()].filter(({ posted, pending }) => !posted.isZero() || !pending.isZero()).sort(inOrder);
}

/** The balance of one account in one currency; zero where it was never posted to. */
export function balanceOf(all: readonly Balance[], account: Account, currency: CurrencyCode): Balance {
  const zero = Money.zero(currency);
  return (
    all.find((balance) => balance.account === account && balance.currency === currency) ?? {
      account,
      currency,
      posted: zero,
      pending: zero,
    }
  );
}

function add(sums: Map<string, Balance>, phase: Phase, { account, amount }: Posting): void {
  const { currency, minor } = amount;
  const key = `${account} ${currency}`;
  const zero = Money.zero(currency);
  const { posted, pending } = sums.get(key) ?? { posted: zero, pending: zero };
  sums.set(key, {
    account,
    currency,
    posted: posted.plus(new Money(minor * weightOf[phase].posted, currency)),
    pending: pending.plus(new Money(minor * weightOf[phase].pending, currency)),
  });
}

const inOrder = (a: Balance, b: Balance): number =>
  a.account === b.account ? compare(a.currency, b.currency) : compare(a.account, b.account);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
