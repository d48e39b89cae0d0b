import {
  type Account,
  type Balance,
  type Cause,
  type Phase,
  type Posting,
  type Transaction,
  type TransactionId,
  mustBeTransaction,
} from '@passerelle/ledger';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import { type StatementLine, keyOf } from './statement.js';

/** A posting joined with its transaction, as PostgreSQL gives it: whole numbers as text, days as ISO text. */
export interface LedgerRow {
  readonly id: string;
  readonly entity: string;
  readonly day: string;
  readonly kind: string;
  readonly cause: string;
  readonly text: string;
  readonly phase: string;
  readonly resolves: string | null;
  readonly lines: number;
  readonly line: number;
  readonly account: string;
  readonly currency: string;
  readonly amount: string;
}

export interface BalanceRow {
  readonly account: string;
  readonly currency: string;
  readonly posted: string;
  readonly pending: string;
}

export type StatementRow = LedgerRow & { readonly balance: string };

/** Rows ordered by transaction and line, put together again. Throws when what is kept is not a transaction. */
export function transactionsOf(rows: readonly LedgerRow[]): Transaction[] {
  const byId = new Map<string, LedgerRow[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  return [...byId.values()].map(transactionOfRows);
}

function transactionOfRows(rows: readonly LedgerRow[]): Transaction {
  const { id, entity, day, kind, cause, text, phase, resolves } = rows[0]!;
  return mustBeTransaction(
    { id, entity, day: day as PlainDate, kind, cause: cause as Cause, text, phase: phase as Phase, resolves },
    rows.map(postingOf),
  );
}

export const balanceOfRow = ({ account, currency, posted, pending }: BalanceRow): Balance => ({
  account: account as Account,
  currency: currency as CurrencyCode,
  posted: moneyOf(posted, currency),
  pending: moneyOf(pending, currency),
});

export const statementLineOf = (row: StatementRow): StatementLine => ({
  key: keyOf({ day: row.day as PlainDate, transaction: row.id, line: row.line }),
  transaction: row.id as TransactionId,
  day: row.day as PlainDate,
  kind: row.kind,
  cause: row.cause as Cause,
  text: row.text,
  phase: row.phase as Phase,
  amount: moneyOf(row.amount, row.currency),
  balance: moneyOf(row.balance, row.currency),
});

export const moneyOf = (minor: string, currency: string): Money => new Money(BigInt(minor), currency as CurrencyCode);

const postingOf = ({ account, amount, currency }: LedgerRow): Posting => ({
  account: account as Account,
  amount: moneyOf(amount, currency),
});
