import type { MoneyText } from '@passerelle/values';
import type { InvoiceId } from '../invoicing/invoices/invoice.js';
import type { MissionId } from '../missions/mission.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** A person gave up what a client owes of an invoice. The subject is the invoice. */
    ClaimLost: { readonly invoice: InvoiceId; readonly mission: MissionId; readonly amount: MoneyText };
  }
}
