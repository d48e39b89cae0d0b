import { type Work, managerOf } from '@passerelle/doors';
import type { InvoiceId } from './invoice.js';

/** Which invoice a link shows. */
export class InvoiceLinksStore {
  async add(work: Work, link: { tokenHash: Buffer; invoice: InvoiceId; madeAt: Date }): Promise<void> {
    const { tokenHash, invoice, madeAt } = link;
    await managerOf(work).query('insert into invoice_link (token_hash, invoice, made_at) values ($1, $2, $3)', [
      tokenHash,
      invoice,
      madeAt,
    ]);
  }

  async find(work: Work, tokenHash: Buffer): Promise<InvoiceId | null> {
    const [row] = await managerOf(work).query<{ invoice: InvoiceId }[]>(
      'select invoice from invoice_link where token_hash = $1',
      [tokenHash],
    );
    return row?.invoice ?? null;
  }
}
