import type { VatTreatment } from '@passerelle/coordination';
import type { InvoiceFault, PaymentReference } from '@passerelle/formats';
import type { Money, PlainDate, Rate } from '@passerelle/values';
import type { Client, ClientId } from '../../clients/client.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { MemberId } from '../../members/member.js';
import type { MissionId } from '../../missions/mission.js';

export type InvoiceId = string & { readonly __invoice: true };

/** One thing that is billed, with its VAT, rounded half up to the smallest unit of the currency. */
export interface InvoiceLine {
  readonly text: string;
  readonly days: number;
  readonly net: Money;
  /** Null where the invoice carries no VAT. */
  readonly vatRate: Rate | null;
  readonly vat: Money;
}

/** Who is billed, as the document says it: later changes of the client's record do not reach it. */
export type Buyer = Pick<Client, 'name' | 'country' | 'vatNumber' | 'address' | 'language'>;

/** How the document is taxed, by which law, and under which number of the seller; the buyer's is the buyer's. */
export interface InvoiceTax extends VatTreatment {
  readonly sellerVatNumber: string;
}

/** A document that bills a client. It is never edited: what becomes of it is derived from payments and credit notes. */
export interface Invoice {
  readonly id: InvoiceId;
  readonly entity: EntityId;
  /** Without a gap within the entity, the kind of document and the year: `2026-0001`. */
  readonly number: string;
  readonly mission: MissionId;
  readonly client: ClientId;
  readonly buyer: Buyer;
  /** The worker, when she is a member here. */
  readonly member: MemberId | null;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly lines: readonly InvoiceLine[];
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
  /** What a sum in kronor is rounded by so that it can be paid in whole ones; zero elsewhere, negative when rounded down. */
  readonly rounding: Money;
  readonly tax: InvoiceTax;
  /** What the client writes on the transfer. */
  readonly reference: PaymentReference;
  /** What has been paid of it so far. */
  readonly paid: Money;
  /** What credit notes have set off against what was open. */
  readonly setOff: Money;
  /** Credit notes take back all of it. */
  readonly isTakenBack: boolean;
  /** The invoice of the same mission that was taken back before this one was issued. */
  readonly replaces: InvoiceId | null;
}

/** What stands against a document that programs of buyers and authorities would take, rule by rule. */
export interface DocumentRefusal {
  readonly kind: 'not-a-document';
  readonly faults: readonly InvoiceFault[];
}

export type InvoiceState = 'issued' | 'partly_paid' | 'paid' | 'credited';

/** What the client was asked for. */
export const dueOf = ({ gross, rounding }: Pick<Invoice, 'gross' | 'rounding'>): Money => gross.plus(rounding);

type Settled = Pick<Invoice, 'gross' | 'rounding' | 'paid' | 'setOff'>;

/** What the client still has to pay. */
export const openOf = (invoice: Settled): Money => dueOf(invoice).minus(invoice.paid).minus(invoice.setOff);

export function stateOf(invoice: Settled & Pick<Invoice, 'isTakenBack'>): InvoiceState {
  if (invoice.isTakenBack) return 'credited';
  if (openOf(invoice).isZero()) return 'paid';
  return invoice.paid.isZero() ? 'issued' : 'partly_paid';
}
