import { type Work, managerOf } from '@passerelle/doors';
import type { TransactionId } from '@passerelle/ledger';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { ClientId } from '../../clients/client.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLine, BankLineId } from './bank-line.js';
import type { Movement } from './movement.js';

export interface LinesPage {
  readonly after: BankLineId | null;
  /** Null for all. */
  readonly limit: number | null;
  readonly state: 'open' | 'explained' | 'all';
}

/** What tells a line from all others of its account, and where it was read first. */
export interface LineOrigin extends Pick<Movement, 'identity' | 'account' | 'entryReference'> {
  readonly statement: string;
}

/** What is kept of a movement, whether a statement told of it or a notice. */
export interface MovedRow {
  readonly entity: EntityId;
  readonly booked_on: PlainDate;
  readonly value_on: PlainDate | null;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly bank_reference: string | null;
  readonly counterparty_name: string | null;
  readonly counterparty_iban: string | null;
  readonly text: string;
  readonly line_references: string[];
  readonly is_reversal: boolean;
}

export interface LineRow extends MovedRow {
  readonly id: BankLineId;
  readonly part_of: BankLineId | null;
  readonly explained_by: TransactionId | null;
}

export const lineColumns = `l.id, l.entity, l.booked_on::text, l.value_on::text, l.amount, l.currency, l.bank_reference,
    l.counterparty_name, l.counterparty_iban, l.text, l.line_references, l.is_reversal, l.part_of,
    e.transaction as explained_by`;

const select = `select ${lineColumns} from bank_line l left join bank_line_explained e on e.line = l.id`;

/** Lines are only added; that one is explained is a row of its own. */
export class BankStore {
  async add(work: Work, line: BankLine, origin: LineOrigin): Promise<void> {
    await managerOf(work).query(
      `insert into bank_line (id, entity, identity, statement, booked_on, value_on, amount, currency, bank_reference,
         counterparty_name, counterparty_iban, text, line_references, is_reversal, account,
         entry_reference, part_of)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        line.id,
        line.entity,
        origin.identity,
        origin.statement,
        line.bookedOn,
        line.valueOn,
        line.amount.minor.toString(),
        line.amount.currency,
        line.bankReference,
        line.counterparty.name,
        line.counterparty.iban,
        line.text,
        line.references,
        line.isReversal,
        origin.account,
        origin.entryReference,
        line.partOf,
      ],
    );
  }

  async line(work: Work, id: BankLineId): Promise<BankLine | null> {
    const [row] = await managerOf(work).query<LineRow[]>(`${select} where l.id = $1`, [id]);
    return row ? lineOf(row) : null;
  }

  /** The line, which nobody else explains before the end of the transaction. */
  async hold(work: Work, id: BankLineId): Promise<BankLine | null> {
    // Read only after the lock is had, so that an explanation somebody else just committed is seen.
    await managerOf(work).query('select from bank_line where id = $1 for update', [id]);
    return this.line(work, id);
  }

  /** Of which statement it is. */
  async statementOf(work: Work, line: BankLineId): Promise<string> {
    const found = 'select statement from bank_line where id = $1';
    const [row] = await managerOf(work).query<{ statement: string }[]>(found, [line]);
    if (!row) throw new Error(`no line ${line}`);
    return row.statement;
  }

  async explained(work: Work, line: BankLineId, transaction: TransactionId): Promise<void> {
    await managerOf(work).query('insert into bank_line_explained (line, transaction) values ($1, $2)', [
      line,
      transaction,
    ]);
  }

  /** Where a statement's line is known by its payments, only they count. */
  async withReference(work: Work, entity: EntityId, reference: string): Promise<readonly BankLine[]> {
    const rows = await managerOf(work).query<LineRow[]>(
      `${select} where l.entity = $1 and l.line_references @> array[$2::text]
         and not exists (select from bank_line part where part.part_of = l.id) order by l.id`,
      [entity, reference],
    );
    return rows.map(lineOf);
  }

  /** The account from which a client paid an invoice last, or null where the bank did not tell it. */
  async lastPaidFrom(work: Work, client: ClientId): Promise<string | null> {
    const [row] = await managerOf(work).query<{ iban: string }[]>(
      `select l.counterparty_iban as iban from invoice_payment p
       join invoice i on i.id = p.invoice join bank_line l on l.id = p.line
       where i.client = $1 and l.counterparty_iban is not null order by l.booked_on desc, l.id desc limit 1`,
      [client],
    );
    return row?.iban ?? null;
  }

  /** How many lines nobody has explained, by direction. */
  async open(work: Work): Promise<{ readonly in: number; readonly out: number }> {
    const [row] = await managerOf(work).query<[{ in: number; out: number }]>(
      `select (count(*) filter (where l.amount > 0))::int as in, (count(*) filter (where l.amount < 0))::int as out
       from bank_line l where not exists (select from bank_line_explained e where e.line = l.id)`,
    );
    return row;
  }

  async page(work: Work, { after, limit, state }: LinesPage): Promise<readonly BankLine[]> {
    const rows = await managerOf(work).query<LineRow[]>(
      `${select} where ($1::uuid is null or l.id < $1)
         and ($2 = 'all' or (e.line is null) = ($2 = 'open')) order by l.id desc limit $3`,
      [after, state, limit],
    );
    return rows.map(lineOf);
  }
}

export const movedOf = (row: MovedRow): Omit<BankLine, 'id' | 'partOf' | 'explainedBy'> => ({
  entity: row.entity,
  bookedOn: row.booked_on,
  valueOn: row.value_on,
  amount: new Money(BigInt(row.amount), row.currency),
  bankReference: row.bank_reference,
  counterparty: { name: row.counterparty_name, iban: row.counterparty_iban },
  text: row.text,
  references: row.line_references,
  isReversal: row.is_reversal,
});

export const lineOf = (row: LineRow): BankLine => ({
  ...movedOf(row),
  id: row.id,
  partOf: row.part_of,
  explainedBy: row.explained_by,
});
