import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { InvoiceId } from '../invoicing/invoices/invoice.js';
import type { RecordedEvent, RecoveryEvent } from './recovery.js';

interface EventRow {
  readonly invoice: InvoiceId;
  readonly day: PlainDate;
  readonly who: string;
  readonly kind: RecoveryEvent['kind'];
  readonly reason: string | null;
  readonly amount: string | null;
  readonly currency: CurrencyCode | null;
}

/** What happened to claims, in PostgreSQL. Rows are only added. */
export class RecoveryStore {
  async add(work: Work, invoice: InvoiceId, { day, who, event }: RecordedEvent): Promise<void> {
    const reason = 'reason' in event ? event.reason : null;
    const amount = 'amount' in event ? event.amount : null;
    await managerOf(work).query(
      `insert into recovery_event (invoice, day, who, kind, reason, amount, currency) values ($1, $2, $3, $4, $5, $6, $7)`,
      [invoice, day, who, event.kind, reason, amount?.minor.toString() ?? null, amount?.currency ?? null],
    );
  }

  async of(work: Work, invoice: InvoiceId): Promise<readonly RecordedEvent[]> {
    return (await this.ofAll(work, [invoice])).get(invoice) ?? [];
  }

  /** By invoice, oldest first; nothing is said of one to which nothing happened. */
  async ofAll(work: Work, invoices: readonly InvoiceId[]): Promise<ReadonlyMap<InvoiceId, readonly RecordedEvent[]>> {
    return this.select(work, 'invoice = any($1)', [invoices]);
  }

  /** The same of all that were disputed or had their last notice once, and were never given up. */
  async withPeople(work: Work): Promise<ReadonlyMap<InvoiceId, readonly RecordedEvent[]>> {
    return this.select(
      work,
      `invoice in (select invoice from recovery_event where kind in ('disputed', 'notice'))
       and not exists (select from recovery_event lost where lost.invoice = recovery_event.invoice and lost.kind = 'lost')`,
      [],
    );
  }

  private async select(
    work: Work,
    where: string,
    values: readonly unknown[],
  ): Promise<ReadonlyMap<InvoiceId, readonly RecordedEvent[]>> {
    const rows = await managerOf(work).query<EventRow[]>(
      `select invoice, day::text, who, kind, reason, amount, currency from recovery_event where ${where} order by id`,
      [...values],
    );
    const all = new Map<InvoiceId, RecordedEvent[]>();
    for (const row of rows) all.set(row.invoice, [...(all.get(row.invoice) ?? []), eventOf(row)]);
    return all;
  }
}

/** The columns of a row are those that its kind needs: the table sees to it. */
function eventOf({ day, who, kind, reason, amount, currency }: EventRow): RecordedEvent {
  const parts = {
    ...(reason === null ? {} : { reason }),
    ...(amount === null || currency === null ? {} : { amount: new Money(BigInt(amount), currency) }),
  };
  return { day, who, event: { kind, ...parts } as RecoveryEvent };
}
