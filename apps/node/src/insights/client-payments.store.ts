import { type Work, managerOf } from '@passerelle/doors';
import type { BankLineId } from '../invoicing/bank/bank-line.js';
import type { InvoiceId } from '../invoicing/invoices/invoice.js';

/** Lines of the bank that paid an invoice, from the facts that invoicing recorded. */
export class ClientPaymentsStore {
  async linesFor(work: Work, invoice: InvoiceId): Promise<readonly BankLineId[]> {
    const rows = await managerOf(work).query<{ line: BankLineId }[]>(
      `select body ->> 'statementLine' as line from fact
       where kind = 'ClientPaid' and subject = $1 and position is not null order by position`,
      [invoice],
    );
    return rows.map(({ line }) => line);
  }
}
