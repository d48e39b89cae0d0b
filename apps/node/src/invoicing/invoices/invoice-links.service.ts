import { createHash, randomBytes } from 'node:crypto';
import type { Clock, ProgramAddress, Work } from '@passerelle/doors';
import type { InvoiceId } from './invoice.js';
import type { InvoiceLinksStore } from './invoice-links.store.js';

/** Links with which a client reads one invoice without an account: 256 bits of chance, for as long as it is kept. */
export class InvoiceLinks {
  constructor(
    private readonly store: InvoiceLinksStore,
    private readonly clock: Clock,
    private readonly address: ProgramAddress,
  ) {}

  /** The address of the invoice's page. Each letter has its own, because nobody can read an earlier one again. */
  async make(work: Work, invoice: InvoiceId): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.store.add(work, { tokenHash: hashOf(token), invoice, madeAt: this.clock.now() });
    return `${this.address.baseUrl}/c/${token}/invoice`;
  }

  invoiceOf(work: Work, token: string): Promise<InvoiceId | null> {
    return this.store.find(work, hashOf(token));
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
