import { type CurrencyCode, type Money, type Result, ok, refuse, sum } from '@passerelle/values';
import type { BankStatement, StatementEntry } from './bank-statement.js';

/** A statement whose balances add up: opening and what was booked make the closing balance. */
export interface CheckedStatement {
  readonly statement: BankStatement;
  readonly opening: Money;
  readonly closing: Money;
  /** Only these have moved money. */
  readonly booked: readonly StatementEntry[];
}

export interface StatementRefusal {
  readonly kind: 'wrong-account' | 'wrong-currency' | 'missing-balance' | 'sums-differ';
  readonly line: number | null;
  readonly detail: string;
  /** How far the stated closing balance is from what adds up. */
  readonly difference?: Money;
}

type ImportedFor = { readonly iban: string; readonly currency: CurrencyCode };

/** Checks a notice against the account it is imported for. It has no balances, so no sums. */
export function checkedNotice(
  notice: BankStatement,
  account: ImportedFor,
): Result<Pick<CheckedStatement, 'statement' | 'booked'>, StatementRefusal> {
  if (notice.account.number.replaceAll(' ', '') !== account.iban)
    return refuse({
      kind: 'wrong-account',
      line: null,
      detail: `The statement is of account ${notice.account.number}, not of ${account.iban}.`,
    });
  if (notice.currency !== account.currency) return refuse(wrongCurrency(null, notice.currency, account.currency));
  return ok({ statement: notice, booked: notice.entries.filter(({ isBooked }) => isBooked) });
}

/** Checks a statement against the account it is imported for, and its sums. */
export function checkedStatement(
  statement: BankStatement,
  account: ImportedFor,
): Result<CheckedStatement, StatementRefusal> {
  const checked = checkedNotice(statement, account);
  if (!checked.ok) return checked;
  const { booked } = checked.value;
  const { opening, closing, currency } = statement;
  if (opening === null || closing === null)
    return refuse({
      kind: 'missing-balance',
      line: (opening ?? closing)?.line ?? null,
      detail: `The ${opening === null ? 'opening' : 'closing'} booked balance is missing; ask the bank for a full statement.`,
    });
  for (const { amount, line } of [opening, closing])
    if (amount.currency !== currency) return refuse(wrongCurrency(line, amount.currency, currency));
  const total = opening.amount.plus(
    sum(
      booked.map(({ amount }) => amount),
      currency,
    ),
  );
  if (!total.equals(closing.amount))
    return refuse({
      kind: 'sums-differ',
      line: closing.line,
      difference: closing.amount.minus(total),
      detail: `The opening balance and what was booked make ${total}, but the closing balance is ${closing.amount}.`,
    });
  return ok({ statement, opening: opening.amount, closing: closing.amount, booked });
}

const wrongCurrency = (line: number | null, found: CurrencyCode, expected: CurrencyCode): StatementRefusal => ({
  kind: 'wrong-currency',
  line,
  detail: `The statement speaks of ${found}, but the account is in ${expected}.`,
});
