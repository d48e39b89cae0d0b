import type { MoneyText } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MissionId } from '../missions/mission.js';
import type { BankLineId } from './bank/bank-line.js';
import type { DebitKind } from './bank/debit.js';
import type { CreditNoteId } from './invoices/credit-note.js';
import type { InvoiceId } from './invoices/invoice.js';

interface AboutInvoice {
  readonly invoice: InvoiceId;
  readonly mission: MissionId;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    /** The client is billed and the books say so. The subject is the invoice. */
    InvoiceIssued: AboutInvoice & { readonly gross: MoneyText };
    /** An invoice is taken back, whole or in part; `open` is what the client still owes of it. The subject is the note. */
    CreditNoteIssued: AboutInvoice & {
      readonly creditNote: CreditNoteId;
      readonly net: MoneyText;
      readonly gross: MoneyText;
      readonly open: MoneyText;
    };
    /** The invoice of a mission cannot be made as things are; finance sees why. The subject is the mission. */
    InvoiceHeld: { readonly mission: MissionId; readonly reason: string };
    /**
     * A line of our own bank statement pays an invoice, whole or in part: `open` is what is still to come, zero when
     * all is paid. The subject is the invoice.
     */
    ClientPaid: AboutInvoice & {
      readonly amount: MoneyText;
      readonly open: MoneyText;
      readonly statementLine: BankLineId;
    };
    /**
     * Money came in on our own account and lies in `suspense` unless an invoice took it in the same transaction.
     * `references` are all texts of the line that may be a reference, normalised by `normalReference`; `reference` is
     * the likeliest. The subject is the line.
     */
    BankCreditBooked: {
      readonly line: BankLineId;
      readonly entity: EntityId;
      readonly reference: string | null;
      readonly references: readonly string[];
      readonly amount: MoneyText;
    };
    /** A person says what money was that left without an order of ours, or what is left of a claim. The subject is the line. */
    DebitExplained: {
      readonly line: BankLineId;
      readonly entity: EntityId;
      readonly kind: DebitKind;
      readonly amount: MoneyText;
    };
    /** The bank gave back what was claimed of a debit, in whole or in part. The subject is the debit. */
    DebitReturned: {
      readonly debit: BankLineId;
      readonly line: BankLineId;
      readonly entity: EntityId;
      readonly amount: MoneyText;
    };
  }
}
