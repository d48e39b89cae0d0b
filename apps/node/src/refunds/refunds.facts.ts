import type { MoneyText } from '@passerelle/values';
import type { ClientId } from '../clients/client.js';
import type { RefundId } from './refund.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** A client gets back what it has with us: the transfer is ordered. The subject is the refund. */
    ClientRefunded: { readonly refund: RefundId; readonly client: ClientId; readonly amount: MoneyText };
  }
}
