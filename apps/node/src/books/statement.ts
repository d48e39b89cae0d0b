import type { Cause, Phase, TransactionId } from '@passerelle/ledger';
import { type Money, type PlainDate, day } from '@passerelle/values';

/** One posting as a line of an account's statement. */
export interface StatementLine {
  /** Where the line stands: lines are in the order of their keys, and a page begins after one. */
  readonly key: string;
  readonly transaction: TransactionId;
  readonly day: PlainDate;
  readonly kind: string;
  readonly cause: Cause;
  readonly text: string;
  readonly phase: Phase;
  /** Positive is a debit, negative a credit. */
  readonly amount: Money;
  /** Posted balance after this line; a `pending` or `void` line does not change it. */
  readonly balance: Money;
}

export interface StatementPage {
  /** Key of the last line of the page before; without it the first page. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The place of a line within its account: by day, then transaction, then line. */
export interface StatementPlace {
  readonly day: PlainDate;
  readonly transaction: string;
  readonly line: number;
}

/** The place as text whose alphabetical order is the order of the statement. */
export const keyOf = ({ day, transaction, line }: StatementPlace): string =>
  `${day}/${transaction}/${String(line).padStart(6, '0')}`;

/** The place of a key; RangeError when the text is no key. */
export function placeOf(key: string): StatementPlace {
  const [date, transaction, line] = /^([\d-]{10})\/([0-9a-f-]{36})\/(\d{6})$/.exec(key)?.slice(1) ?? [];
  if (!date || !transaction || !line) throw new RangeError(`"${key}" is not the key of a statement line`);
  return { day: day(date), transaction, line: Number(line) };
}
