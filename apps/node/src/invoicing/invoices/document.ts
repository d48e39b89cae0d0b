import assert from 'node:assert/strict';
import { type DraftLine, type InvoiceDocument, makeInvoice } from '@passerelle/formats';
import { type Result, refuse } from '@passerelle/values';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import type { MissionTerms } from '../../missions/mission.js';
import { type Bill, type BilledSide, invoiceDraft } from '../../papers/invoice-draft.js';
import type { CreditNote } from './credit-note.js';
import { type DocumentRefusal, type Invoice, dueOf } from './invoice.js';

/** Who issues a document, and the mission it is about. */
export interface Issuing {
  readonly entity: LegalEntity;
  readonly terms: MissionTerms;
}

/** The invoice as one value for programs and people, or every rule of EN 16931 and of its network that it breaks. */
export function documentOf(invoice: Invoice, issuing: Issuing): Result<InvoiceDocument, DocumentRefusal> {
  const { entity } = issuing;
  const { lines } = invoice;
  return documentFrom({
    ...sharedOf(invoice, issuing),
    kind: 'invoice',
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    preceding: [],
    rounding: orNone(invoice.rounding),
    payment: {
      account: { kind: 'iban', iban: entity.iban, bic: entity.bic },
      reference: invoice.reference,
    },
    lines: lines.map((line) => ({
      ...whatOf(issuing),
      quantity: String(line.days),
      unit: 'DAY',
      ...taxOf(invoice, line),
    })),
  });
}

/** The credit note that takes back an invoice, whole in the lines of the invoice or in part in one of its own. */
export function creditDocumentOf(
  note: CreditNote,
  invoice: Invoice,
  issuing: Issuing,
): Result<InvoiceDocument, DocumentRefusal> {
  const isWhole = note.net.equals(invoice.net);
  const [line] = invoice.lines;
  const quantity = isWhole
    ? { quantity: String(line!.days), unit: 'DAY' as const }
    : { quantity: '1', unit: 'LS' as const };
  return documentFrom({
    ...sharedOf(invoice, issuing),
    kind: 'credit-note',
    number: note.number,
    issuedOn: note.issuedOn,
    dueOn: null,
    preceding: [{ number: invoice.number, issuedOn: invoice.issuedOn }],
    rounding: orNone(note.rounding),
    payment: null,
    lines: [{ ...whatOf(issuing), description: note.reason, ...quantity, ...taxOf(invoice, note) }],
  });
}

type Shared = Omit<Bill, 'kind' | 'number' | 'issuedOn' | 'dueOn' | 'preceding' | 'rounding' | 'payment' | 'lines'>;

function sharedOf({ buyer, gross }: Invoice, { entity, terms }: Issuing): Shared {
  const { name, vatNumber, address } = entity;
  return {
    currency: gross.currency,
    order: null,
    period: { first: terms.first, last: terms.last },
    paymentTerms: null,
    prepaid: null,
    // A node bills in the currency of its books only, so that the VAT is in it already.
    vatInBooks: null,
    agreement: terms.reference,
    language: buyer.language,
    seller: { name, vatNumber, address, email: null, legalForm: null },
    buyer: buyerOf(buyer, terms),
  };
}

const buyerOf = ({ name, vatNumber, address }: Invoice['buyer'], { client }: MissionTerms): BilledSide => ({
  name,
  vatNumber,
  address,
  email: client.email,
});

const whatOf = ({ terms }: Issuing): Pick<DraftLine, 'name' | 'description' | 'period'> => ({
  name: terms.work,
  description: `${terms.worker.name} · ${terms.place.town}`,
  period: { first: terms.first, last: terms.last },
});

const taxOf = ({ tax }: Invoice, { net }: Pick<Invoice, 'net'>): Pick<Bill['lines'][number], 'net' | 'treatment'> => ({
  net,
  treatment: tax,
});

const orNone = (rounding: Invoice['rounding']): Bill['rounding'] => (rounding.isZero() ? null : rounding);

function documentFrom(bill: Bill): Result<InvoiceDocument, DocumentRefusal> {
  const made = makeInvoice(invoiceDraft(bill));
  return made.ok ? made : refuse({ kind: 'not-a-document', faults: made.refusal.faults });
}

/** A document never asks for, or gives back, another amount than the books say. */
export function mustSay(document: InvoiceDocument, booked: Pick<Invoice, 'net' | 'vat' | 'gross' | 'rounding'>): void {
  const { net, vat, due } = document.totals;
  const says = [net, vat, due].map(String).join(', ');
  assert.equal(says, [booked.net, booked.vat, dueOf(booked)].map(String).join(', '), `document ${document.number}`);
}
