import type { Ids, Work } from '@passerelle/doors';
import { account, transaction } from '@passerelle/ledger';
import { type Money, type Result, max, min, ok, refuse } from '@passerelle/values';
import type { Facts } from '../../facts/facts.service.js';
import type { BankLine, BankLineId, Said } from './bank-line.js';
import { type Bank, type ExplainRefusal, suspense } from './bank.service.js';
import { receivable } from '../invoices/billing.js';
import { type Invoice, type InvoiceId, openOf } from '../invoices/invoice.js';
import '../invoicing.facts.js';
import type { InvoicesStore } from '../invoices/invoices.store.js';
import { type Proposal, matchOf, type OpenReason, orderOf, proposalsOf } from './matching.js';
import type { TransfersStore } from './transfers.store.js';

export interface PaymentsParts {
  readonly bank: Bank;
  readonly invoices: InvoicesStore;
  readonly transfers: TransfersStore;
  readonly facts: Facts;
  readonly ids: Ids;
}

export type MatchRefusal =
  | ExplainRefusal
  | { readonly kind: 'no-such-invoice' }
  | { readonly kind: 'not-money-in' }
  | { readonly kind: 'invoice-of-another-entity' }
  | { readonly kind: 'invoice-paid'; readonly number: string }
  | { readonly kind: 'more-than-open'; readonly amount: Money; readonly open: Money };

/** What an announced movement will be on its statement: the payment of an invoice, a transfer of ours, or a question. */
export type Expectation =
  | { readonly kind: 'pays'; readonly invoice: Invoice }
  | { readonly kind: 'ordered' }
  | { readonly kind: 'open'; readonly question: Question };

/** What somebody who looks at an open line is told. */
export interface Question {
  readonly reason: OpenReason;
  readonly proposals: readonly Proposal[];
}

/** Who paid what: lines of the bank and invoices brought together. */
export class Payments {
  constructor(private readonly parts: PaymentsParts) {}

  /** Lets a new credit pay the invoice it names to the cent; anything else stays in suspense. The invoice, or null. */
  async settle(work: Work, line: BankLine): Promise<Invoice | null> {
    const { invoices } = this.parts;
    const match = matchOf(line, await invoices.candidates(work, line));
    if (match.kind === 'open') return null;
    const invoice = await invoices.hold(work, match.invoice.id);
    // Somebody may have booked another payment since the candidates were read.
    if (!invoice || !openOf(invoice).equals(line.amount)) return null;
    const paid = await this.pay(work, line, invoice);
    return paid.ok ? invoice : null;
  }

  /**
   * A person says that a line pays an invoice, whole or in part. What is more than open is kept as the client's money
   * when she says so (`keepExcess`), else refused.
   */
  async match(
    work: Work,
    { line: lineId, invoice: invoiceId, keepExcess }: { line: BankLineId; invoice: InvoiceId; keepExcess: boolean },
  ): Promise<Result<BankLine, MatchRefusal>> {
    const line = await this.parts.bank.line(work, lineId);
    if (!line) return refuse({ kind: 'no-such-line' });
    if (!line.amount.isPositive()) return refuse({ kind: 'not-money-in' });
    const invoice = await this.parts.invoices.hold(work, invoiceId);
    if (!invoice) return refuse({ kind: 'no-such-invoice' });
    if (invoice.entity !== line.entity) return refuse({ kind: 'invoice-of-another-entity' });
    const open = openOf(invoice);
    if (open.isZero()) return refuse({ kind: 'invoice-paid', number: invoice.number });
    if (line.amount.isMoreThan(open) && !keepExcess)
      return refuse({ kind: 'more-than-open', amount: line.amount, open });
    return this.pay(work, line, invoice);
  }

  /** What will happen to a movement as things are, told before it is booked. */
  async expectationOf(work: Work, movement: Said): Promise<Expectation> {
    const { invoices, transfers } = this.parts;
    if (movement.amount.isPositive()) {
      const match = matchOf(movement, await invoices.candidates(work, movement));
      if (match.kind === 'pays') return match;
    } else if (orderOf(movement, await transfers.onTheWay(work, movement.entity, movement.references)))
      return { kind: 'ordered' };
    return { kind: 'open', question: await this.questionOf(work, movement) };
  }

  /** Why a line is open, and what it could be. */
  async questionOf(work: Work, line: Said): Promise<Question> {
    if (!line.amount.isPositive()) return { reason: await this.whyDebitIsOpen(work, line), proposals: [] };
    const invoices = await this.parts.invoices.candidates(work, line);
    const match = matchOf(line, invoices);
    // An invoice issued after the money came: nothing is booked without a person any more.
    const reason = match.kind === 'open' ? match.reason : 'paid-before-invoice';
    return { reason, proposals: proposalsOf(line, invoices) };
  }

  private async whyDebitIsOpen(work: Work, line: Said): Promise<OpenReason> {
    if (line.isReversal) return 'returned';
    const named = await this.parts.transfers.onTheWay(work, line.entity, line.references);
    return named.length > 0 && !orderOf(line, named) ? 'instruction-differs' : 'no-instruction';
  }

  private async pay(work: Work, line: BankLine, invoice: Invoice): Promise<Result<BankLine, ExplainRefusal>> {
    const { bank, invoices, facts, ids } = this.parts;
    const open = openOf(invoice);
    const amount = min(line.amount, open);
    const zero = open.minus(open);
    const paid = transaction({
      id: ids.newId(),
      entity: line.entity,
      day: line.bookedOn,
      kind: 'client-paid',
      cause: `bank-line:${line.id}`,
      text: `${invoice.buyer.name} pays invoice ${invoice.number}`,
    })
      .debit(suspense, line.amount)
      .credit(receivable(invoice.client), amount)
      .creditUnlessZero(account('client.credit', invoice.client), max(zero, line.amount.minus(open)))
      .mustBuild();
    const explained = await bank.explain(work, line.id, paid);
    if (!explained.ok) return explained;
    await invoices.addPayment(work, invoice.id, line.id, amount);
    await facts.record(work, {
      kind: 'ClientPaid',
      subject: invoice.id,
      body: {
        invoice: invoice.id,
        mission: invoice.mission,
        amount: amount.toJSON(),
        open: open.minus(amount).toJSON(),
        statementLine: line.id,
      },
    });
    return ok(explained.value);
  }
}
