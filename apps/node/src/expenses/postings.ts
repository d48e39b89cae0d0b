import assert from 'node:assert/strict';
import { type Account, type Transaction, account, transaction } from '@passerelle/ledger';
import type { PlainDate } from '@passerelle/values';
import { entryKinds } from '../activities/entries.js';
import type { Claim, Expense } from './expense.js';

/** What an expense is booked with, and when. */
interface Booking {
  readonly id: string;
  readonly day: PlainDate;
}

export const causeOf = ({ id }: Pick<Expense, 'id'>) => `expense:${id}` as const;

export const kindOf = (what: 'claimed' | 'approved' | 'refused' | 'paid'): string => `${entryKinds.expense}-${what}`;

/**
 * The promise of a claim: the cooperative will owe it to the worker and bear its cost, which the budget gives back of
 * the income that was shared with it; VAT that comes back is the State's debt.
 */
export function claimPostings(expense: Expense, budget: Account, { id, day }: Booking): Transaction {
  const { entity, member, form } = expense;
  const { refund, vat, cost } = claimIn(expense);
  const text = form.purpose ?? 'Expense';
  return transaction({ id, entity, day, kind: kindOf('claimed'), cause: causeOf(expense), text, phase: 'pending' })
    .debit(account('expense.cost'), cost)
    .debitUnlessZero(account('vat.input'), vat)
    .credit(account('expenses.payable', member), refund)
    .debit(budget, cost)
    .credit(account('mission.share'), cost)
    .mustBuild();
}

/** It leaves for the worker's account. */
export const paymentPostings = (expense: Expense, transit: Account, { id, day }: Booking): Transaction =>
  transaction({
    id,
    entity: expense.entity,
    day,
    kind: kindOf('paid'),
    cause: causeOf(expense),
    text: 'Expense',
  })
    .debit(account('expenses.payable', expense.member), claimIn(expense).refund)
    .credit(transit, claimIn(expense).refund)
    .mustBuild();

export function claimIn({ id, claim }: Expense): Claim {
  assert(claim, `expense ${id} was claimed`);
  return claim;
}
