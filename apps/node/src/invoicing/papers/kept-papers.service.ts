import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Clock, Work } from '@passerelle/doors';
import { type InvoiceDocument, readUbl, ublOf } from '@passerelle/formats';
import { localeOf } from '@passerelle/i18n';
import type { Result } from '@passerelle/values';
import { invoicePaper } from '../../papers/invoice-paper.js';
import type { CreditNote } from '../invoices/credit-note.js';
import { mustSay } from '../invoices/document.js';
import type { DocumentRefusal, Invoice } from '../invoices/invoice.js';
import type { DocumentId, KeptPaper, PaperForm } from './kept-paper.js';
import type { KeptPapersStore } from './kept-papers.store.js';

/** Invoices and credit notes as bytes that never change: the XML from the moment of issue, the pages drawn from it. */
export class KeptPapers {
  constructor(
    private readonly store: KeptPapersStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps what programs read (UBL) in the transaction that issues the document. */
  async keep(work: Work, issued: Invoice | CreditNote, made: Result<InvoiceDocument, DocumentRefusal>): Promise<void> {
    assert(made.ok, `${issued.number} could be made with another number, so it can be made with its own`);
    mustSay(made.value, issued);
    await this.store.add(work, issued.id, paperOf('xml', this.clock.now(), Buffer.from(ublOf(made.value))));
  }

  /**
   * A document as it is kept. Pages take a tenth of a second, so they are drawn after the issue by whoever comes first,
   * the follower or a reader, from nothing but the kept XML and its instant: both would draw the same bytes.
   * Null for a document of a release that kept none.
   */
  async paper(work: Work, id: DocumentId, form: PaperForm, buyer: Invoice['buyer']): Promise<KeptPaper | null> {
    const kept = await this.store.find(work, id, form);
    if (kept || form === 'xml') return kept;
    const source = await this.store.find(work, id, 'xml');
    if (!source) return null;
    await this.store.add(work, id, paperOf('pdf', source.madeAt, await drawn(source, buyer)));
    return this.store.find(work, id, 'pdf');
  }
}

const paperOf = (form: PaperForm, madeAt: Date, content: Buffer): KeptPaper => ({
  form,
  madeAt,
  sha256: createHash('sha256').update(content).digest(),
  content,
});

async function drawn({ content, madeAt: made }: KeptPaper, { language, country }: Invoice['buyer']): Promise<Buffer> {
  const read = readUbl(content.toString('utf8'));
  if (!read.ok) assert.fail(`kept XML is not an invoice: ${read.refusal.detail}`);
  return Buffer.from(await invoicePaper({ invoice: read.value, language, locale: localeOf(language, country), made }));
}
