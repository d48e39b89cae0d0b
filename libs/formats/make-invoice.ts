import { type Result, ok, refuse } from '@passerelle/values';
import type { InvoiceDocument, InvoiceDraft, InvoiceNote, InvoiceProfile } from './invoice-document.js';
import { type InvoiceFault, type InvoiceRule, coreRules, frenchRules, peppolRules, vatRules } from './invoice-rules.js';
import { breakdownOf, invoiceTotals, linesOf, priceOf } from './invoice-totals.js';

export interface InvoiceRefusal {
  readonly kind: 'not-an-invoice';
  readonly faults: readonly InvoiceFault[];
}

/** What each network asks beyond EN 16931. */
const networkRules: Readonly<Record<InvoiceProfile, readonly InvoiceRule[]>> = {
  core: [],
  peppol: peppolRules,
  'xp-z12-012': frenchRules,
};

/** The document with its prices, taxes and totals, or all the rules that it breaks, by name. */
export function makeInvoice(draft: InvoiceDraft): Result<InvoiceDocument, InvoiceRefusal> {
  const unreadable = [...textFaults(draft), ...amountFaults(draft)];
  if (unreadable.length > 0) return refuse({ kind: 'not-an-invoice', faults: unreadable });
  const invoice = computed(draft);
  const faults = [...coreRules, ...vatRules, ...networkRules[draft.profile]]
    .filter(({ holds }) => !holds(invoice))
    .map(({ rule, term, detail }) => ({ rule, term, detail }));
  return faults.length === 0 ? ok(invoice) : refuse({ kind: 'not-an-invoice', faults });
}

function computed(draft: InvoiceDraft): InvoiceDocument {
  const lines = linesOf(draft.lines);
  const vatBreakdown = breakdownOf(lines, draft.currency);
  return { ...draft, notes: notesOf(draft), lines, vatBreakdown, totals: invoiceTotals(vatBreakdown, draft) };
}

/** Peppol carries one note without a subject, so that several mentions become one text there. */
function notesOf({ profile, notes }: InvoiceDraft): readonly InvoiceNote[] {
  if (profile !== 'peppol' || notes.length === 0) return notes;
  return [{ code: null, text: notes.map(({ text }) => text).join(' ') }];
}

/** A sum in several currencies has no meaning, and a price that needs more decimals than there are cannot be written. */
function amountFaults({ lines, currency, prepaid, rounding }: InvoiceDraft): readonly InvoiceFault[] {
  const amounts = [...lines.map(({ net }) => net), prepaid, rounding];
  if (amounts.some((amount) => amount && amount.currency !== currency))
    return [{ rule: 'BR-CO-10', term: 'BT-131', detail: 'An amount is not in the currency of the document.' }];
  return lines.flatMap(({ name, net, quantity }) => {
    if (priceOf(net, quantity) !== undefined) return [];
    const detail = `No price with six decimals times ${quantity} makes the ${net} of "${name}".`;
    return [{ rule: 'PEPPOL-EN16931-R120', term: 'BT-146', detail }];
  });
}

/** XML knows no control characters, and no network takes an empty element. */
function textFaults(draft: InvoiceDraft): readonly InvoiceFault[] {
  return textsIn(draft, 'document').flatMap(([place, text]) => {
    const isWritable = text.trim() === text && text !== '' && !/[^\P{Cc}\n]|\p{Cs}|[\uFFFE\uFFFF]/u.test(text);
    if (isWritable) return [];
    const detail = `${place} is empty, has spaces around it, or characters that XML does not know.`;
    return [{ rule: 'PEPPOL-EN16931-R008', term: place, detail }];
  });
}

function textsIn(value: unknown, place: string): readonly (readonly [place: string, text: string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, `${place}.${name}`));
}
