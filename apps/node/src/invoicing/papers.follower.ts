import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type { CreditNotes } from './credit-notes.service.js';
import type { ClientLetters } from './client-letters.service.js';
import type { DocumentId } from './kept-paper.js';
import type { Invoices } from './invoices.service.js';
import './invoicing.facts.js';
import type { KeptPapers } from './kept-papers.service.js';

type Issued = 'InvoiceIssued' | 'CreditNoteIssued';

/**
 * Draws the pages of what was issued, apart from the transaction that numbered it: others wait for their number. Then
 * the client hears of it.
 */
export class PapersFollower extends Follower<Issued> {
  readonly name = 'invoice-papers';
  readonly kinds = ['InvoiceIssued', 'CreditNoteIssued'] as const;

  constructor(
    private readonly invoices: Invoices,
    private readonly papers: KeptPapers,
    private readonly letters: ClientLetters,
    private readonly creditNotes: CreditNotes,
  ) {
    super();
  }

  async follow(work: Work, { kind, body }: Fact<Issued>): Promise<void> {
    const invoice = await this.invoices.find(work, body.invoice);
    if (!invoice) return;
    const document: DocumentId = kind === 'CreditNoteIssued' ? body.creditNote : body.invoice;
    await this.papers.paper(work, document, 'pdf', invoice.buyer);
    if (kind === 'InvoiceIssued') return this.letters.write(work, 'issued', invoice);
    const note = await this.creditNotes.find(work, body.creditNote);
    if (note) await this.letters.credited(work, note, invoice);
  }
}
