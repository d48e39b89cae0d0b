import { type Money, type PlainDate, type Result, day, percent, refuse } from '@passerelle/values';
import type { InvoiceDocument, InvoiceDraft, InvoiceProfile, LineVat, VatExemption } from './invoice-document.js';
import { makeInvoice } from './make-invoice.js';
import { profiles } from './ubl.js';
import { Reading, Unreadable } from './reading.js';
import { readXml } from './xml.js';

/** Why a document is not read, and where in it. */
export interface InvoiceReadRefusal {
  readonly kind: 'not-xml' | 'not-an-invoice' | 'says-otherwise';
  readonly detail: string;
}

/** `2026-04-01` or `20260401`. */
export const dayIn = (text: string): PlainDate =>
  day(/^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text);

export const profileOf = (specification: string, process: string | null): InvoiceProfile => {
  const found = (Object.keys(profiles) as InvoiceProfile[]).find(
    (profile) => profiles[profile].specification === specification && profiles[profile].process === process,
  );
  if (!found) throw new Unreadable(`The specification "${specification}" with process "${process}" is not known.`);
  return found;
};

/** The reason for no tax stands at the total of its category and belongs to each line of it. */
export function lineVatOf(category: string, rate: string | null, reasons: ReadonlyMap<string, VatExemption>): LineVat {
  if (!['S', 'Z', 'E', 'AE', 'O'].includes(category)) throw new Unreadable(`VAT category "${category}" is not known.`);
  return {
    category: category as LineVat['category'],
    rate: rate === null ? null : percent(rate),
    exemption: reasons.get(category) ?? null,
  };
}

export const unitOf = (code: string | undefined): 'DAY' | 'HUR' | 'C62' | 'LS' => {
  if (code === 'DAY' || code === 'HUR' || code === 'C62' || code === 'LS') return code;
  throw new Unreadable(`Unit "${code ?? ''}" is not known.`);
};

/** What the text says beside what follows from its lines. */
export interface Said {
  readonly draft: InvoiceDraft;
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
  readonly due: Money;
}

/** Reads a document with one of the two syntaxes' readers and asks whether its own totals follow from its lines. */
export function readWith(text: string, read: (root: Reading) => Said): Result<InvoiceDocument, InvoiceReadRefusal> {
  const document = readXml(text);
  if (!document.ok) return refuse({ kind: 'not-xml', detail: document.refusal.detail });
  try {
    return checked(read(new Reading(document.value.root)));
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError)
      return refuse({ kind: 'not-an-invoice', detail: error.message });
    throw error;
  }
}

function checked({ draft, net, vat, gross, due }: Said): Result<InvoiceDocument, InvoiceReadRefusal> {
  const made = makeInvoice(draft);
  if (!made.ok) {
    const detail = made.refusal.faults.map((fault) => `${fault.rule}: ${fault.detail}`).join(' ');
    return refuse({ kind: 'not-an-invoice', detail });
  }
  const { totals } = made.value;
  const isSame = [totals.net.equals(net), totals.vat.equals(vat), totals.gross.equals(gross), totals.due.equals(due)];
  if (isSame.every(Boolean)) return made;
  const detail = `The lines make ${totals.net} without and ${totals.gross} with VAT, the document says ${net} and ${gross}.`;
  return refuse({ kind: 'says-otherwise', detail });
}
