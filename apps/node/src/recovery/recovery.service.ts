import type { Ids, Work } from '@passerelle/doors';
import { type Cause, account, transaction } from '@passerelle/ledger';
import { type Money, type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import { receivable } from '../invoicing/invoices/billing.js';
import type { ClientLetters } from '../invoicing/client/client-letters.service.js';
import { type Invoice, type InvoiceId, openOf } from '../invoicing/invoices/invoice.js';
import type { Invoices } from '../invoicing/invoices/invoices.service.js';
import {
  type RecordedEvent,
  type RecoveryEvent,
  type RecoveryRefusal,
  decide,
  lostOf,
  reminderDue,
} from './recovery.js';
import './recovery.facts.js';
import type { RecoveryStore } from './recovery.store.js';

export interface RecoveryParts {
  readonly store: RecoveryStore;
  readonly invoices: Invoices;
  readonly letters: ClientLetters;
  readonly cooperative: Cooperative;
  readonly books: Books;
  readonly facts: Facts;
  readonly ids: Ids;
}

/** An invoice with what happened to it because it is not paid. */
export interface Recovering {
  readonly invoice: Invoice;
  readonly events: readonly RecordedEvent[];
}

export type SayRefusal = RecoveryRefusal | { readonly kind: 'no-such-invoice' };

type Said = Extract<RecoveryEvent, { readonly reason: string }>['kind'];

/** What a payment or a credit note leaves of an invoice. */
export interface Settled {
  readonly invoice: InvoiceId;
  readonly open: Money;
  readonly cause: Cause;
}

/** What is given up; negative when it came after all. */
interface Loss {
  readonly amount: Money;
  readonly day: PlainDate;
  readonly cause: Cause;
}

/** Clients who do not pay are reminded; what never comes a person gives up, with a reason. */
export class Recovery {
  constructor(private readonly parts: RecoveryParts) {}

  /** Writes the reminders of that day. Where the members decided no days, nobody is reminded. */
  async remind(work: Work, today: PlainDate): Promise<void> {
    const overdue = await this.overdue(work, { before: today, after: null, limit: null });
    for (const each of overdue) await this.remindOf(work, each, today);
  }

  async overdue(work: Work, page: Parameters<Invoices['overdue']>[1]): Promise<readonly Recovering[]> {
    const found = await this.parts.invoices.overdue(work, page);
    const events = await this.parts.store.ofAll(
      work,
      found.map(({ id }) => id),
    );
    return found.map((invoice) => ({ invoice, events: events.get(invoice.id) ?? [] }));
  }

  /** Claims that were disputed or had their last notice once, with all that happened to them. */
  async withPeople(work: Work): Promise<readonly Recovering[]> {
    const events = await this.parts.store.withPeople(work);
    const invoices = await this.parts.invoices.several(work, [...events.keys()]);
    return invoices.map((invoice) => ({ invoice, events: events.get(invoice.id)! }));
  }

  async find(work: Work, id: InvoiceId): Promise<Recovering | null> {
    const invoice = await this.parts.invoices.find(work, id);
    return invoice && { invoice, events: await this.parts.store.of(work, id) };
  }

  /** A person says that the client disputes an invoice, that this is resolved, or that what is open is given up. */
  async say(
    work: Work,
    id: InvoiceId,
    { kind, reason, who }: { readonly kind: Said; readonly reason: string; readonly who: string },
  ): Promise<Result<Recovering, SayRefusal>> {
    const { invoices, store, cooperative } = this.parts;
    const invoice = await invoices.hold(work, id);
    if (!invoice) return refuse({ kind: 'no-such-invoice' });
    const day = cooperative.today(await cooperative.entity(work, invoice.entity));
    const events = await store.of(work, id);
    const open = openOf(invoice);
    const said = kind === 'lost' ? ({ kind, reason, amount: open } as const) : { kind, reason };
    const decided = decide({ dueOn: invoice.dueOn, open, events }, said, day);
    if (!decided.ok) return decided;
    const event = { day, who, event: decided.value };
    await store.add(work, id, event);
    if (kind === 'lost') await this.giveUp(work, invoice, { amount: open, day });
    return ok({ invoice, events: [...events, event] });
  }

  /** A payment or a credit note leaves so much open: what was given up beyond it is no loss any more. */
  async settle(work: Work, { invoice: id, open, cause }: Settled): Promise<void> {
    const { invoices, store, cooperative } = this.parts;
    const amount = lostOf(await store.of(work, id))?.minus(open);
    const invoice = await invoices.find(work, id);
    if (!invoice || !amount?.isPositive()) return;
    const day = cooperative.today(await cooperative.entity(work, invoice.entity));
    await store.add(work, id, { day, who, event: { kind: 'recovered', amount } });
    await this.post(work, invoice, { amount: amount.negated(), day, cause });
  }

  private async remindOf(work: Work, { invoice, events }: Recovering, today: PlainDate): Promise<void> {
    const { cooperative, store, letters } = this.parts;
    const { reminderDays } = await cooperative.policies(work, invoice.entity);
    if (!reminderDays.hasValueOn(today)) return;
    const kind = reminderDue({ dueOn: invoice.dueOn, open: openOf(invoice), events }, reminderDays.on(today), today);
    if (kind === null) return;
    await store.add(work, invoice.id, { day: today, who, event: { kind } });
    await letters.write(work, kind, invoice);
  }

  private async giveUp(work: Work, invoice: Invoice, lost: Pick<Loss, 'amount' | 'day'>): Promise<void> {
    const { id, mission } = invoice;
    await this.post(work, invoice, { ...lost, cause: `invoice:${id}` });
    const body = { invoice: id, mission, amount: lost.amount.toJSON() };
    await this.parts.facts.record(work, { kind: 'ClaimLost', subject: id, body });
  }

  /** A loss is a cost of the cooperative and of nobody else; what comes after all makes it smaller. */
  private async post(work: Work, { entity, client, number }: Invoice, { amount, day, cause }: Loss): Promise<void> {
    const isLoss = amount.isPositive();
    const draft = transaction({
      id: this.parts.ids.newId(),
      entity,
      day,
      kind: isLoss ? 'claim-lost' : 'claim-recovered',
      cause,
      text: isLoss ? `Invoice ${number} was given up` : `Invoice ${number} was paid or taken back after all`,
    });
    const [cost, claim] = [account('bad-debts'), receivable(client)];
    const booked = isLoss
      ? draft.debit(cost, amount).credit(claim, amount)
      : draft.debit(claim, amount.negated()).credit(cost, amount.negated());
    await this.parts.books.post(work, booked.mustBuild());
  }
}

/** The room itself, where no person did it. */
const who = 'recovery';
