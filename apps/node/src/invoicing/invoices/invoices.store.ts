import type { VatTreatment } from '@passerelle/coordination';
import { type Work, managerOf } from '@passerelle/doors';
import type { PaymentReference } from '@passerelle/formats';
import { type CurrencyCode, Money, type PlainDate, percent } from '@passerelle/values';
import type { ClientId } from '../../clients/client.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { MemberId } from '../../members/member.js';
import type { MissionId } from '../../missions/mission.js';
import type { BankLineId, Said } from '../bank/bank-line.js';
import type { Buyer, Invoice, InvoiceId, InvoiceTax } from './invoice.js';
import type { Ordinal } from './numbers.js';

interface LineDocument {
  readonly text: string;
  readonly days: number;
  /** In minor units. */
  readonly net: string;
  readonly vatPercent: string | null;
  readonly vat: string;
}

/** How the invoice is taxed, its rate as a text. */
type TaxDocument = Omit<InvoiceTax, 'rate'> & { readonly ratePercent: string | null };

interface InvoiceRow {
  readonly id: InvoiceId;
  readonly entity: EntityId;
  readonly number: string;
  readonly mission: MissionId;
  readonly client: ClientId;
  readonly buyer: Buyer;
  readonly member: MemberId | null;
  readonly issued_on: PlainDate;
  readonly due_on: PlainDate;
  readonly lines: readonly LineDocument[];
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly rounding: string;
  readonly tax: TaxDocument;
  readonly currency: CurrencyCode;
  readonly reference_kind: PaymentReference['kind'];
  readonly reference: string;
  readonly paid: string;
  readonly set_off: string;
  readonly is_taken_back: boolean;
  readonly replaces: InvoiceId | null;
}

const select = `select i.id, i.entity, i.number, i.mission, i.client, i.buyer, i.member, i.issued_on::text,
    i.due_on::text, i.lines, i.net, i.vat, i.gross, i.rounding, i.tax, i.currency, i.reference_kind, i.reference,
    i.replaces, p.paid, c.set_off, c.net = i.net as is_taken_back
  from invoice i cross join lateral (
    select coalesce(sum(amount), 0) as paid from invoice_payment where invoice = i.id) p cross join lateral (
    select coalesce(sum(set_off), 0) as set_off, coalesce(sum(net), 0) as net from credit_note where invoice = i.id) c`;

/** What is open of `i`, as `openOf` says it. */
const open = 'i.gross + i.rounding - p.paid - c.set_off';

/** Series of numbers, each without a gap within an entity and a year. */
export type Series = 'invoice' | 'credit-note';

/** A page of invoices. */
export interface InvoicesAsked {
  readonly after: InvoiceId | null;
  readonly limit: number;
  /** Only hers. */
  readonly member: string | null;
  /** Only those that wait for money. */
  readonly isOpen: boolean;
}

/** Invoices and what has been paid of them. */
export class InvoicesStore {
  /** The next place of a year. The counter's row is held until the end of the transaction, so that no place is lost. */
  async nextOrdinal(work: Work, entity: EntityId, series: Series, year: number): Promise<Ordinal> {
    const [row] = await managerOf(work).query<[{ last: number }]>(
      `insert into invoice_number (entity, series, year, last) values ($1, $2, $3, 1)
       on conflict (entity, series, year) do update set last = invoice_number.last + 1 returning last`,
      [entity, series, year],
    );
    return { year, ordinal: row.last };
  }

  async add(work: Work, invoice: Invoice, { year, ordinal }: Ordinal): Promise<void> {
    await managerOf(work).query(
      `insert into invoice (id, entity, year, ordinal, number, mission, client, buyer, member, issued_on, due_on, lines,
         net, vat, gross, currency, reference_kind, reference, tax, rounding, replaces)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        invoice.id,
        invoice.entity,
        year,
        ordinal,
        invoice.number,
        invoice.mission,
        invoice.client,
        JSON.stringify(invoice.buyer),
        invoice.member,
        invoice.issuedOn,
        invoice.dueOn,
        JSON.stringify(linesDocument(invoice)),
        invoice.net.minor.toString(),
        invoice.vat.minor.toString(),
        invoice.gross.minor.toString(),
        invoice.gross.currency,
        invoice.reference.kind,
        invoice.reference.value,
        JSON.stringify(taxDocument(invoice.tax)),
        invoice.rounding.minor.toString(),
        invoice.replaces,
      ],
    );
  }

  async find(work: Work, id: InvoiceId): Promise<Invoice | null> {
    return (await this.select(work, 'i.id = $1', [id]))[0] ?? null;
  }

  several(work: Work, ids: readonly InvoiceId[]): Promise<readonly Invoice[]> {
    return this.select(work, 'i.id = any($1) order by i.due_on, i.id', [ids]);
  }

  /** The latest invoice of a mission: the one before it was taken back. */
  async ofMission(work: Work, mission: MissionId): Promise<Invoice | null> {
    return (
      (
        await this.select(work, 'i.mission = $1 and not exists (select from invoice where replaces = i.id)', [mission])
      )[0] ?? null
    );
  }

  /** The invoice, of which nobody else books a payment before the end of the transaction. */
  async hold(work: Work, id: InvoiceId): Promise<Invoice | null> {
    // Payments are summed only after the lock is had, so that one somebody else just committed is counted.
    await managerOf(work).query('select from invoice where id = $1 for update', [id]);
    return this.find(work, id);
  }

  /** Invoices that a line may pay: those it names, and open ones of the same amount or the same payer. */
  async candidates(work: Work, { entity, references, amount, counterparty }: Said): Promise<readonly Invoice[]> {
    return this.select(
      work,
      `i.entity = $1 and (i.reference = any($2) or (${open} > 0 and (${open} = $3
         or lower(i.buyer->>'name') = lower($4)))) order by i.reference = any($2) desc, i.id desc limit 20`,
      [entity, references, amount.minor.toString(), counterparty.name],
    );
  }

  /** Newest first; only those of one member when `member` is given. */
  page(work: Work, { after, limit, member, isOpen }: InvoicesAsked): Promise<readonly Invoice[]> {
    return this.select(
      work,
      `($1::uuid is null or i.id < $1) and ($2::uuid is null or i.member = $2) and (not $4 or ${open} > 0)
         order by i.id desc limit $3`,
      [after, member, limit, isOpen],
    );
  }

  /** Invoices with something open that were due before that day, the longest overdue first. */
  overdue(
    work: Work,
    { before, after, limit }: { before: PlainDate; after: InvoiceId | null; limit: number | null },
  ): Promise<readonly Invoice[]> {
    return this.select(
      work,
      `i.due_on < $1 and ${open} > 0 and ($2::uuid is null
         or (i.due_on, i.id) > (select due_on, id from invoice where id = $2)) order by i.due_on, i.id limit $3`,
      [before, after, limit],
    );
  }

  async addPayment(work: Work, invoice: InvoiceId, line: BankLineId, amount: Money): Promise<void> {
    await managerOf(work).query('insert into invoice_payment (invoice, line, amount) values ($1, $2, $3)', [
      invoice,
      line,
      amount.minor.toString(),
    ]);
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<readonly Invoice[]> {
    const rows = await managerOf(work).query<InvoiceRow[]>(`${select} where ${where}`, [...values]);
    return rows.map(invoiceOf);
  }
}

const linesDocument = ({ lines }: Invoice): readonly LineDocument[] =>
  lines.map(({ text, days, net, vatRate, vat }) => ({
    text,
    days,
    net: net.minor.toString(),
    vatPercent: vatRate?.toPercent() ?? null,
    vat: vat.minor.toString(),
  }));

const taxDocument = ({ rate, ...tax }: InvoiceTax): TaxDocument => ({ ...tax, ratePercent: rate?.toPercent() ?? null });

const taxFrom = ({ ratePercent, ...tax }: TaxDocument): InvoiceTax => ({ ...tax, rate: rateFrom(ratePercent) });

const rateFrom = (text: string | null): VatTreatment['rate'] => (text === null ? null : percent(text));

function invoiceOf(row: InvoiceRow): Invoice {
  const money = (minor: string): Money => new Money(BigInt(minor), row.currency);
  return {
    id: row.id,
    entity: row.entity,
    number: row.number,
    mission: row.mission,
    client: row.client,
    buyer: row.buyer,
    member: row.member,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    lines: row.lines.map(({ text, days, net, vatPercent, vat }) => ({
      text,
      days,
      net: money(net),
      vatRate: rateFrom(vatPercent),
      vat: money(vat),
    })),
    net: money(row.net),
    vat: money(row.vat),
    gross: money(row.gross),
    rounding: money(row.rounding),
    tax: taxFrom(row.tax),
    reference: { kind: row.reference_kind, value: row.reference },
    paid: money(row.paid),
    setOff: money(row.set_off),
    isTakenBack: row.is_taken_back,
    replaces: row.replaces,
  };
}
