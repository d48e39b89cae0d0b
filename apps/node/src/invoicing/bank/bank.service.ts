import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import { type Transaction, account } from '@passerelle/ledger';
import { type Result, ok, refuse, sum } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import { type BankLine, type BankLineId, normalReference } from './bank-line.js';
import type { BankStore, LinesPage } from './bank.store.js';

export const suspense = account('suspense');

export type ExplainRefusal =
  | { readonly kind: 'no-such-line' }
  /** Somebody, or another room, was first: `by` is the transaction. */
  | { readonly kind: 'line-explained'; readonly by: string };

/** What our own bank statements say, and what each line turned out to be. */
export class Bank {
  constructor(
    private readonly store: BankStore,
    private readonly books: Books,
  ) {}

  /** The line of that id, or null. */
  line(work: Work, id: BankLineId): Promise<BankLine | null> {
    return this.store.line(work, id);
  }

  /** Lines on the account of an entity, in and out, that carry this reference in whatever way people write it. */
  withReference(work: Work, entity: EntityId, reference: string): Promise<readonly BankLine[]> {
    return this.store.withReference(work, entity, normalReference(reference));
  }

  /** Newest first; `open` ones are those that nobody has explained. */
  page(work: Work, page: LinesPage): Promise<readonly BankLine[]> {
    return this.store.page(work, page);
  }

  /**
   * Says what a line was: posts the transaction that takes all of it out of `suspense`, and remembers that. A line is
   * explained once; whoever comes second is refused and decides what that means. The transaction debits `suspense`
   * for money that came in, credits it for money that went out, and may have any number of other sides.
   */
  async explain(work: Work, id: BankLineId, transaction: Transaction): Promise<Result<BankLine, ExplainRefusal>> {
    const line = await this.store.hold(work, id);
    if (!line) return refuse({ kind: 'no-such-line' });
    if (line.explainedBy !== null) return refuse({ kind: 'line-explained', by: line.explainedBy });
    mustEmpty(line, transaction);
    await this.books.post(work, transaction);
    await this.store.explained(work, id, transaction.id);
    return ok({ ...line, explainedBy: transaction.id });
  }
}

function mustEmpty({ id, entity, amount }: BankLine, { kind, entity: book, postings }: Transaction): void {
  assert.equal(book, entity, 'a line is explained in the book of the entity whose account it is on');
  const onSuspense = postings.filter((posting) => posting.account === suspense);
  const taken = sum(
    onSuspense.map((posting) => posting.amount),
    amount.currency,
  );
  assert(taken.equals(amount), `${kind} takes ${taken} out of suspense, line ${id} has ${amount} there`);
}
