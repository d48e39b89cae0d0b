import { type Account, type Entry, type Transaction, account, transaction } from '@passerelle/ledger';
import type { Money } from '@passerelle/values';
import type { ClientId } from '../clients/client.js';
import type { EntityId } from '../cooperative/legal-entity.js';

export type RefundId = string & { readonly __refund: true };

/** Money of a client that goes back to it: paid too much, or credited after it was paid. Never edited. */
export interface Refund {
  readonly id: RefundId;
  readonly entity: EntityId;
  readonly client: ClientId;
  readonly amount: Money;
  /** The account that somebody said it goes to. */
  readonly iban: string;
  /** Why; the client reads it on its statement. */
  readonly reason: string;
  /** The account of the person. */
  readonly orderedBy: string;
  readonly orderedAt: Date;
}

export const causeOf = ({ id }: Pick<Refund, 'id'>) => `client-refund:${id}` as const;

/** How the transfer of a refund is found on a statement again: `R` and the refund's id. */
export const refundReference = ({ id }: Pick<Refund, 'id'>): string => `R${id.replaceAll('-', '').toUpperCase()}`;

/** What the client had with us is on its way to it. */
export const refundPostings = (refund: Refund, transit: Account, { id, day }: Pick<Entry, 'id' | 'day'>): Transaction =>
  transaction({
    id,
    day,
    entity: refund.entity,
    kind: 'client-refund-ordered',
    cause: causeOf(refund),
    text: refund.reason,
  })
    .debit(account('client.credit', refund.client), refund.amount)
    .credit(transit, refund.amount)
    .mustBuild();
