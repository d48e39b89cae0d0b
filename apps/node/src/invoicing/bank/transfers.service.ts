import assert from 'node:assert/strict';
import type { Ids, Work } from '@passerelle/doors';
import { type Transaction, account } from '@passerelle/ledger';
import { sum } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import { normalReference } from './bank-line.js';
import type { TransferId, TransferOrder } from './transfer-order.js';
import type { TransfersStore } from './transfers.store.js';

export const transit = account('bank.transit');

export type NewTransfer = Omit<TransferOrder, 'id' | 'day' | 'transaction' | 'seenOn'>;

/** Orders of money out. The rooms that owe it decide; here it is ordered once and found again on the statement. */
export class Transfers {
  constructor(
    private readonly store: TransfersStore,
    private readonly books: Books,
    private readonly ids: Ids,
  ) {}

  /**
   * Orders a transfer together with its transaction, which credits `bank.transit` with exactly the amount in the same
   * book. Ordering the same cause again changes nothing, books nothing, and answers with the order there is.
   */
  async order(work: Work, wanted: NewTransfer, booking: Transaction): Promise<TransferOrder> {
    const order: TransferOrder = {
      ...wanted,
      reference: normalReference(wanted.reference),
      id: this.ids.newId() as TransferId,
      day: booking.day,
      transaction: booking.id,
      seenOn: null,
    };
    mustFit(order, booking);
    if (await this.store.add(work, order)) {
      await this.books.post(work, booking);
      return order;
    }
    const known = await this.store.causedBy(work, wanted.cause);
    assert(known, `an order for ${wanted.cause} is known`);
    assert(
      known.amount.equals(order.amount) && known.reference === order.reference,
      `${wanted.cause} was ordered as ${known.amount} with ${known.reference}, not ${order.amount} with ${order.reference}`,
    );
    return known;
  }

  /** The order for a cause, or null. */
  causedBy(work: Work, cause: TransferOrder['cause']): Promise<TransferOrder | null> {
    return this.store.causedBy(work, cause);
  }

  /** All that no statement shows yet, of every entity, oldest first. */
  onTheWay(work: Work): Promise<readonly TransferOrder[]> {
    return this.store.allOnTheWay(work);
  }

  /** Those of the ids that are known, oldest first. */
  several(work: Work, ids: readonly TransferId[]): Promise<readonly TransferOrder[]> {
    return this.store.several(work, ids);
  }

  /** Nobody else decides about these, nor does a statement show them, before the end of this work. */
  hold(work: Work, ids: readonly TransferId[]): Promise<void> {
    return this.store.hold(work, ids);
  }

  /** Newest first; with `onTheWay` only those that no statement shows yet. */
  page(
    work: Work,
    page: { readonly after: TransferId | null; readonly limit: number; readonly onTheWay: boolean },
  ): Promise<readonly TransferOrder[]> {
    return this.store.page(work, page);
  }
}

function mustFit({ entity, amount, reference, cause }: TransferOrder, booking: Transaction): void {
  assert(amount.isPositive(), `the transfer for ${cause} is of ${amount}`);
  assert(/^[A-Z0-9]{1,35}$/.test(reference), `"${reference}" is no end-to-end reference`);
  assert.equal(booking.entity, entity, 'a transfer is booked in the book of the entity that pays');
  assert.equal(booking.phase, 'posted', 'a transfer is ordered for good');
  const onTransit = booking.postings.filter((posting) => posting.account === transit);
  const sent = sum(
    onTransit.map((posting) => posting.amount),
    amount.currency,
  ).negated();
  assert(sent.equals(amount), `${booking.kind} credits ${transit} with ${sent}, the transfer is of ${amount}`);
}
