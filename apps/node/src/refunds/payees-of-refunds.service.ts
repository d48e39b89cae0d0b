import type { Work } from '@passerelle/doors';
import type { Clients } from '../clients/clients.service.js';
import { type PayeeNow, PayeeSource } from '../payouts/payee-source.js';
import type { RefundId } from './refund.js';
import type { RefundsStore } from './refunds.store.js';

/** Tells payment files to which accounts money of clients goes back. */
export class PayeesOfRefunds extends PayeeSource {
  override readonly of = 'client-refund';
  override readonly purpose = 'SUPP';

  constructor(
    private readonly store: RefundsStore,
    private readonly clients: Clients,
  ) {
    super();
  }

  override async payees(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PayeeNow>> {
    const payees = new Map<string, PayeeNow>();
    for (const { id, client, iban, reason } of await this.store.several(work, ids as readonly RefundId[])) {
      const { name } = await this.clients.client(work, client);
      payees.set(id, { to: { name, iban }, text: reason });
    }
    return payees;
  }
}
