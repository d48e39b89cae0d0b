import type { Work } from '@passerelle/doors';
import type { Fact, FactBodies } from '../../facts/fact.js';
import { Follower } from '../../facts/follower.js';
import type { Confirmations } from '../../missions/confirmations.service.js';
import type { CreditNotes } from '../invoices/credit-notes.service.js';
import type { ClientLetters } from '../client/client-letters.service.js';
import type { DocumentId } from './kept-paper.js';
import type { Invoices } from '../invoices/invoices.service.js';
import '../../missions/missions.facts.js';
import '../invoicing.facts.js';
import type { KeptPapers } from './kept-papers.service.js';
import type { OrderPapers } from './order-papers.service.js';

type Issued = 'InvoiceIssued' | 'CreditNoteIssued';
type Followed = Issued | 'ClientAsked' | 'ClientConfirmed';

export interface PapersFollowerParts {
  readonly invoices: Invoices;
  readonly papers: KeptPapers;
  readonly letters: ClientLetters;
  readonly creditNotes: CreditNotes;
  readonly confirmations: Confirmations;
  readonly orders: OrderPapers;
}

/**
 * Draws the pages of what was issued, apart from the transaction that numbered it: others wait for their number. Then
 * the client hears of it. Orders are drawn when the client is asked, and with the proof when she has said yes.
 */
export class PapersFollower extends Follower<Followed> {
  readonly name = 'invoice-papers';
  readonly kinds = ['InvoiceIssued', 'CreditNoteIssued', 'ClientAsked', 'ClientConfirmed'] as const;

  constructor(private readonly parts: PapersFollowerParts) {
    super();
  }

  async follow(work: Work, fact: Fact<Followed>): Promise<void> {
    if (fact.kind === 'ClientAsked') return this.asked(work, fact.body);
    if (fact.kind === 'ClientConfirmed') return this.confirmed(work, fact.body);
    return this.issued(work, fact);
  }

  private async asked(work: Work, { link }: FactBodies['ClientAsked']): Promise<void> {
    const order = await this.parts.confirmations.linked(work, link);
    if (order) await this.parts.orders.shown(work, order);
  }

  /** At home of a mission that another node invoices there is no link, so nothing to draw. */
  private async confirmed(work: Work, { mission }: FactBodies['ClientConfirmed']): Promise<void> {
    const order = await this.parts.confirmations.accepted(work, mission);
    if (order) await this.parts.orders.signed(work, order);
  }

  private async issued(work: Work, { kind, body }: Fact<Issued>): Promise<void> {
    const invoice = await this.parts.invoices.find(work, body.invoice);
    if (!invoice) return;
    const document: DocumentId = kind === 'CreditNoteIssued' ? body.creditNote : body.invoice;
    await this.parts.papers.paper(work, document, 'pdf', invoice.buyer);
    if (kind === 'InvoiceIssued') return this.parts.letters.write(work, 'issued', invoice);
    const note = await this.parts.creditNotes.find(work, body.creditNote);
    if (note) await this.parts.letters.credited(work, note, invoice);
  }
}
