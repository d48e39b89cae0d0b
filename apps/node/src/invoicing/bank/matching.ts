import type { Said } from './bank-line.js';
import { type Invoice, openOf } from '../invoices/invoice.js';
import type { TransferOrder } from './transfer-order.js';

export type ProposalReason = 'same-reference' | 'same-amount' | 'same-name';

/** An invoice that a person may recognise behind a line, and why. */
export interface Proposal {
  readonly invoice: Invoice;
  readonly reasons: readonly ProposalReason[];
}

export type OpenReason =
  | 'unknown-reference'
  | 'part-payment'
  | 'over-payment'
  | 'already-paid'
  /** It names an invoice to the cent that was issued only after the money came in. */
  | 'paid-before-invoice'
  | 'several-invoices'
  | 'returned'
  /** Money went out without an order of ours: an alarm until somebody explains it. */
  | 'no-instruction'
  | 'instruction-differs';

/** What a credit is: the payment of one invoice to the cent, or something a person looks at. */
export type Match =
  { readonly kind: 'pays'; readonly invoice: Invoice } | { readonly kind: 'open'; readonly reason: OpenReason };

/** Only a reference and the exact amount together say what a line is; everything else is a proposal, never a guess. */
export function matchOf(line: Said, invoices: readonly Invoice[]): Match {
  if (line.isReversal) return { kind: 'open', reason: 'returned' };
  const named = invoices.filter((invoice) => isNamed(line, invoice));
  const [invoice, another] = named;
  if (!invoice) return { kind: 'open', reason: 'unknown-reference' };
  if (another) return { kind: 'open', reason: 'several-invoices' };
  const open = openOf(invoice);
  if (open.isZero()) return { kind: 'open', reason: 'already-paid' };
  if (line.amount.equals(open)) return { kind: 'pays', invoice };
  return { kind: 'open', reason: line.amount.isLessThan(open) ? 'part-payment' : 'over-payment' };
}

/** The order that a debit carries out: the same reference and the same amount. */
export const orderOf = (line: Said, onTheWay: readonly TransferOrder[]): TransferOrder | undefined =>
  line.isReversal ? undefined : onTheWay.find(({ amount }) => amount.equals(line.amount.negated()));

/** Open invoices for a person to choose from, those with most reasons first. */
export const proposalsOf = (line: Said, invoices: readonly Invoice[]): readonly Proposal[] =>
  invoices
    .filter((invoice) => !openOf(invoice).isZero())
    .map((invoice) => ({ invoice, reasons: reasonsOf(line, invoice) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => other.reasons.length - one.reasons.length);

function reasonsOf(line: Said, invoice: Invoice): readonly ProposalReason[] {
  const reasons: ProposalReason[] = [];
  if (isNamed(line, invoice)) reasons.push('same-reference');
  if (line.amount.equals(openOf(invoice))) reasons.push('same-amount');
  if (sounds(line.counterparty.name) === sounds(invoice.buyer.name)) reasons.push('same-name');
  return reasons;
}

const isNamed = ({ references }: Said, { reference }: Invoice): boolean => references.includes(reference.value);

/** Banks write names in capitals and drop accents. */
const sounds = (name: string | null): string | null =>
  name === null
    ? null
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
