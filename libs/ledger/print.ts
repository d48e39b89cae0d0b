import type { Posting, Transaction } from './transaction.js';

/**
 * The transactions as an aligned text table, for tests, stories and terminals:
 *
 *     2026-03-27  invoice-issued · Invoice 2026-001
 *       client:lille  1200.00 EUR
 *       sales                      1000.00 EUR
 *       vat.output                  200.00 EUR
 */
export function printPostings(transactions: Iterable<Transaction>): string {
  const all = [...transactions];
  const postings = all.flatMap((transaction) => transaction.postings);
  const widths: Widths = {
    account: widest(postings.map(({ account }) => account)),
    debit: widest(postings.map(debitOf)),
    credit: widest(postings.map(creditOf)),
  };
  return all.flatMap((transaction) => [head(transaction), ...transaction.postings.map(row(widths))]).join('\n');
}

interface Widths {
  readonly account: number;
  readonly debit: number;
  readonly credit: number;
}

const head = ({ day, kind, phase, text }: Transaction): string =>
  `${day}  ${kind}${phase === 'posted' ? '' : ` (${phase})`} · ${text}`;

const row =
  (widths: Widths) =>
  (posting: Posting): string =>
    [
      `  ${posting.account.padEnd(widths.account)}`,
      debitOf(posting).padStart(widths.debit),
      creditOf(posting).padStart(widths.credit),
    ]
      .join('  ')
      .trimEnd();

const debitOf = ({ amount }: Posting): string => (amount.isPositive() ? amount.toString() : '');

const creditOf = ({ amount }: Posting): string => (amount.isNegative() ? amount.negated().toString() : '');

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
