import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Client, ClientId } from '../clients/client.js';
import type { Clients } from '../clients/clients.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import type { ClientCredits } from '../invoicing/bank/client-credits.service.js';
import type { TransferOrder } from '../invoicing/bank/transfer-order.js';
import { type Transfers, transit } from '../invoicing/bank/transfers.service.js';
import { type Refund, type RefundId, causeOf, refundPostings, refundReference } from './refund.js';
import './refunds.facts.js';
import type { RefundsStore } from './refunds.store.js';

export interface RefundsParts {
  readonly store: RefundsStore;
  readonly credits: ClientCredits;
  readonly clients: Clients;
  readonly transfers: Transfers;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface WantedRefund {
  readonly client: ClientId;
  readonly amount: Money;
  readonly iban: string;
  readonly reason: string;
  readonly by: string;
}

export type RefundRefusal =
  | { readonly kind: 'no-such-client' }
  | { readonly kind: 'not-positive' }
  | { readonly kind: 'another-currency'; readonly expected: string }
  | { readonly kind: 'more-than-credit'; readonly credit: Money };

/** A refund with whom it pays and its transfer. */
export interface OrderedRefund {
  readonly refund: Refund;
  readonly client: Client;
  readonly transfer: TransferOrder;
}

/** What clients have with us goes back to them: by a transfer, which two people send to the bank as any other. */
export class Refunds {
  constructor(private readonly parts: RefundsParts) {}

  /** Orders a transfer to a client of at most what it has with us. */
  async order(work: Work, { by, ...wanted }: WantedRefund): Promise<Result<OrderedRefund, RefundRefusal>> {
    const { store, credits, transfers, cooperative, facts, clock, ids } = this.parts;
    const held = await credits.hold(work, wanted.client);
    if (!held) return refuse({ kind: 'no-such-client' });
    const { client, credit } = held;
    const { amount } = wanted;
    if (amount.currency !== credit.currency) return refuse({ kind: 'another-currency', expected: credit.currency });
    if (!amount.isPositive()) return refuse({ kind: 'not-positive' });
    if (amount.isMoreThan(credit)) return refuse({ kind: 'more-than-credit', credit });
    const { entity } = client;
    const id = ids.newId() as RefundId;
    const refund: Refund = { ...wanted, id, entity, orderedBy: by, orderedAt: clock.now() };
    await store.add(work, refund);
    const day = cooperative.today(await cooperative.entity(work, entity));
    const to = { name: client.name, iban: refund.iban };
    const order = { entity, reference: refundReference(refund), to, amount, cause: causeOf(refund) };
    const transfer = await transfers.order(work, order, refundPostings(refund, transit, { id: ids.newId(), day }));
    const body = { refund: id, client: client.id, amount: amount.toJSON() };
    await facts.record(work, { kind: 'ClientRefunded', subject: id, body });
    return ok({ refund, client, transfer });
  }

  async find(work: Work, id: RefundId): Promise<OrderedRefund | null> {
    const [refund] = await this.parts.store.several(work, [id]);
    return refund ? this.ordered(work, refund) : null;
  }

  /** Newest first. */
  async page(work: Work, page: Parameters<RefundsStore['page']>[1]): Promise<readonly OrderedRefund[]> {
    const refunds = await this.parts.store.page(work, page);
    return Promise.all(refunds.map((refund) => this.ordered(work, refund)));
  }

  private async ordered(work: Work, refund: Refund): Promise<OrderedRefund> {
    const { clients, transfers } = this.parts;
    const transfer = await transfers.causedBy(work, causeOf(refund));
    if (!transfer) throw new Error(`refund ${refund.id} was ordered with its transfer`);
    return { refund, client: await clients.client(work, refund.client), transfer };
  }
}
