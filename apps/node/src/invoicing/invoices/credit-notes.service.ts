import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Money, type Result, ok, refuse, yearOf } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { Facts } from '../../facts/facts.service.js';
import type { Missions } from '../../missions/missions.service.js';
import {
  type CreditNote,
  type CreditNoteId,
  type CreditRefusal,
  credit,
  creditNoteOf,
  creditPostings,
} from './credit-note.js';
import type { CreditNotesSearch, CreditNotesStore } from './credit-notes.store.js';
import { type Issuing, creditDocumentOf } from './document.js';
import type { HeldStore } from './held.store.js';
import { type DocumentRefusal, type Invoice, type InvoiceId, openOf } from './invoice.js';
import '../invoicing.facts.js';
import type { InvoicesStore } from './invoices.store.js';
import type { KeptPapers } from '../papers/kept-papers.service.js';

export interface CreditNotesParts {
  readonly store: CreditNotesStore;
  readonly invoices: InvoicesStore;
  readonly held: HeldStore;
  readonly papers: KeptPapers;
  readonly books: Books;
  readonly facts: Facts;
  readonly cooperative: Cooperative;
  readonly missions: Missions;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface WantedCredit {
  readonly invoice: InvoiceId;
  /** Without VAT; null takes back all that is left. */
  readonly net: Money | null;
  readonly reason: string;
  /** The mission is billed anew once somebody has mended what was wrong. */
  readonly billAgain: boolean;
  readonly by: string;
}

export type CreditNoteRefusal =
  CreditRefusal | DocumentRefusal | { readonly kind: 'no-such-invoice' } | { readonly kind: 'part-stays-billed' };

/** Invoices are taken back: by a document, never by editing. */
export class CreditNotes {
  constructor(private readonly parts: CreditNotesParts) {}

  /** Issues a credit note with its postings, its kept document and its fact. */
  async issue(work: Work, wanted: WantedCredit): Promise<Result<CreditNote, CreditNoteRefusal>> {
    const { store, invoices, cooperative, missions } = this.parts;
    const invoice = await invoices.hold(work, wanted.invoice);
    if (!invoice) return refuse({ kind: 'no-such-invoice' });
    const entity = await cooperative.entity(work, invoice.entity);
    const { terms } = await missions.mission(work, invoice.mission);
    const soFar = await store.soFar(work, invoice);
    const decided = credit({ ...wanted, invoice, soFar, issuedOn: cooperative.today(entity) });
    if (!decided.ok) return decided;
    const isLast = soFar.net.plus(decided.value.net).equals(invoice.net);
    if (wanted.billAgain && !isLast) return refuse({ kind: 'part-stays-billed' });
    const id = this.parts.ids.newId() as CreditNoteId;
    // Made once before a number is taken, so that none is lost to a document that cannot be made.
    const first = creditNoteOf(decided.value, id, { year: yearOf(decided.value.issuedOn), ordinal: 1 });
    const possible = creditDocumentOf(first, invoice, { entity, terms });
    if (!possible.ok) return possible;
    const note = await this.numbered(work, first, { invoice, issuing: { entity, terms }, by: wanted.by });
    if (wanted.billAgain) await this.holdForBilling(work, invoice, note);
    return ok(note);
  }

  page(work: Work, page: CreditNotesSearch): Promise<readonly CreditNote[]> {
    return this.parts.store.page(work, page);
  }

  find(work: Work, id: CreditNoteId): Promise<CreditNote | null> {
    return this.parts.store.find(work, id);
  }

  private async numbered(
    work: Work,
    unnumbered: CreditNote,
    { invoice, issuing, by }: { readonly invoice: Invoice; readonly issuing: Issuing; readonly by: string },
  ): Promise<CreditNote> {
    const { store, invoices, papers, books, facts, ids } = this.parts;
    const ordinal = await invoices.nextOrdinal(work, invoice.entity, 'credit-note', yearOf(unnumbered.issuedOn));
    const note = creditNoteOf(unnumbered, unnumbered.id, ordinal);
    await store.add(work, note, ordinal, by);
    await books.post(work, creditPostings(note, invoice, ids.newId()));
    await papers.keep(work, note, creditDocumentOf(note, invoice, issuing));
    const open = openOf(invoice).minus(note.setOff).toJSON();
    const about = { invoice: invoice.id, mission: invoice.mission };
    const body = { ...about, creditNote: note.id, net: note.net.toJSON(), gross: note.gross.toJSON(), open };
    await facts.record(work, { kind: 'CreditNoteIssued', subject: note.id, body });
    return note;
  }

  private async holdForBilling(work: Work, { mission, number }: Invoice, note: CreditNote): Promise<void> {
    const { held, clock } = this.parts;
    const why = { kind: 'taken-back', creditNote: note.number, invoice: number } as const;
    await held.hold(work, { mission, since: clock.now(), why, report: null });
  }
}
