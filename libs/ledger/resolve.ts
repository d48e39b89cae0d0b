import assert from 'node:assert/strict';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import { type Entry, type Phase, type Transaction, mustBeTransaction } from './transaction.js';

export type Outcome = 'post' | 'void';

export type ResolveRefusal =
  | { readonly kind: 'not-pending'; readonly phase: Phase }
  | { readonly kind: 'already-resolved'; readonly outcome: Outcome; readonly day: PlainDate };

/**
 * The transaction that makes a pending one count (`post`) or takes it back (`void`). It repeats the postings of the
 * pending one, so that a book can be read line by line. `resolvedBy` is what resolved it before, if anything did.
 */
export function resolve(
  pending: Transaction,
  resolvedBy: Transaction | null,
  outcome: Outcome,
  entry: Omit<Entry, 'entity'>,
): Result<Transaction, ResolveRefusal> {
  if (pending.phase !== 'pending') return refuse({ kind: 'not-pending', phase: pending.phase });
  if (resolvedBy) {
    assert.equal(resolvedBy.resolves, pending.id, 'the earlier resolution belongs to another transaction');
    return refuse({ kind: 'already-resolved', outcome: resolvedBy.phase as Outcome, day: resolvedBy.day });
  }
  const { id, day, kind, cause, text } = entry;
  return ok(
    mustBeTransaction(
      { id, day, kind, cause, text, entity: pending.entity, phase: outcome, resolves: pending.id },
      pending.postings,
    ),
  );
}

export interface Reversal {
  readonly id: string;
  readonly day: PlainDate;
  readonly text: string;
  /** Without it the kind of the reversed transaction followed by `-reversed`. */
  readonly kind?: string;
  /** Without it the cause of the reversed transaction, so that a book refuses to reverse it twice. */
  readonly cause?: Entry['cause'];
}

/**
 * The entry that answers a mistake: the same postings with the sides exchanged. Only what counts is reversed; a pending
 * transaction is voided instead, and trying to reverse it is a bug that throws AssertionError.
 */
export function reverse(mistaken: Transaction, { id, day, text, kind, cause }: Reversal): Transaction {
  assert(
    mistaken.phase === 'posted' || mistaken.phase === 'post',
    `${mistaken.kind} is ${mistaken.phase}: only posted transactions are reversed, a pending one is voided`,
  );
  return mustBeTransaction(
    {
      id,
      day,
      text,
      entity: mistaken.entity,
      kind: kind ?? `${mistaken.kind}-reversed`,
      cause: cause ?? mistaken.cause,
    },
    mistaken.postings.map((posting) => ({ account: posting.account, amount: posting.amount.negated() })),
  );
}
