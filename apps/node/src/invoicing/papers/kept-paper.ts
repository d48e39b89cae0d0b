import type { CreditNoteId } from '../invoices/credit-note.js';
import type { InvoiceId } from '../invoices/invoice.js';

/** For programs, or for people. */
export type PaperForm = 'xml' | 'pdf';

/** An invoice or a credit note. */
export type DocumentId = InvoiceId | CreditNoteId;

/** A document as it was made, to the byte. */
export interface KeptPaper {
  readonly form: PaperForm;
  readonly madeAt: Date;
  readonly sha256: Buffer;
  readonly content: Buffer;
}
