import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { CreditNote, CreditNoteId, CreditedSoFar } from './credit-note.js';
import type { Invoice, InvoiceId } from './invoice.js';
import type { Ordinal } from './numbers.js';

interface CreditNoteRow {
  readonly id: CreditNoteId;
  readonly entity: EntityId;
  readonly number: string;
  readonly invoice: InvoiceId;
  readonly issued_on: PlainDate;
  readonly reason: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly rounding: string;
  readonly set_off: string;
  readonly currency: CurrencyCode;
}

const select = `select n.id, n.entity, n.number, n.invoice, n.issued_on::text, n.reason, n.net, n.vat, n.gross,
    n.rounding, n.set_off, n.currency from credit_note n`;

/** Which credit notes somebody asks for: of one invoice, of one member, or all. */
export interface CreditNotesSearch {
  readonly after: CreditNoteId | null;
  readonly limit: number;
  readonly invoice: InvoiceId | null;
  readonly member: string | null;
}

/** Credit notes are only added. */
export class CreditNotesStore {
  async add(work: Work, note: CreditNote, { year, ordinal }: Ordinal, by: string | null): Promise<void> {
    const { net, vat, gross, rounding, setOff } = note;
    await managerOf(work).query(
      `insert into credit_note (id, entity, year, ordinal, number, invoice, issued_on, reason, net, vat, gross, rounding,
         set_off, currency, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[note.id, note.entity, year, ordinal, note.number, note.invoice, note.issuedOn, note.reason],
        ...[net, vat, gross, rounding, setOff].map(({ minor }) => minor.toString()),
        ...[net.currency, by],
      ],
    );
  }

  async find(work: Work, id: CreditNoteId): Promise<CreditNote | null> {
    const [row] = await managerOf(work).query<CreditNoteRow[]>(`${select} where n.id = $1`, [id]);
    return row ? noteOf(row) : null;
  }

  /** Newest first. */
  async page(work: Work, { after, limit, invoice, member }: CreditNotesSearch): Promise<readonly CreditNote[]> {
    const rows = await managerOf(work).query<CreditNoteRow[]>(
      `${select} join invoice i on i.id = n.invoice where ($1::uuid is null or n.id < $1)
         and ($2::uuid is null or n.invoice = $2) and ($3::uuid is null or i.member = $3)
       order by n.id desc limit $4`,
      [after, invoice, member, limit],
    );
    return rows.map(noteOf);
  }

  async soFar(work: Work, { id, gross: { currency } }: Invoice): Promise<CreditedSoFar> {
    const [row] = await managerOf(work).query<[{ net: string; due: string }]>(
      `select coalesce(sum(net), 0) as net, coalesce(sum(gross + rounding), 0) as due
       from credit_note where invoice = $1`,
      [id],
    );
    return { net: new Money(BigInt(row.net), currency), due: new Money(BigInt(row.due), currency) };
  }
}

function noteOf(row: CreditNoteRow): CreditNote {
  const money = (minor: string): Money => new Money(BigInt(minor), row.currency);
  return {
    id: row.id,
    entity: row.entity,
    number: row.number,
    invoice: row.invoice,
    issuedOn: row.issued_on,
    reason: row.reason,
    net: money(row.net),
    vat: money(row.vat),
    gross: money(row.gross),
    rounding: money(row.rounding),
    setOff: money(row.set_off),
  };
}
