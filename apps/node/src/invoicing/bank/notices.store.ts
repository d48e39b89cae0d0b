import { type Work, managerOf } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { Announced, AnnouncedId, Recognised, StatedLine } from './announced.js';
import type { OwnNotice } from './bank-file.js';
import type { BankLineId } from './bank-line.js';
import { type LineRow, type MovedRow, lineColumns, lineOf, movedOf } from './bank.store.js';
import type { FileId } from './statements.store.js';

/** Movements of an account on some days: a statement and the notice of them meet on the same one. */
export interface AccountDays {
  readonly entity: EntityId;
  readonly account: string;
  readonly days: readonly PlainDate[];
}

/** Which announced movements are which lines, and how: `Recognition` by ids. */
export interface SeenTogether {
  readonly announced: readonly AnnouncedId[];
  readonly lines: readonly BankLineId[];
  readonly as: Recognised;
}

interface AnnouncedRow extends MovedRow {
  readonly id: AnnouncedId;
  readonly account: string;
  readonly entry_reference: string | null;
}

const select = `select a.id, a.entity, a.account, a.entry_reference, a.booked_on::text, a.value_on::text, a.amount,
    a.currency, a.bank_reference, a.counterparty_name, a.counterparty_iban, a.text, a.line_references, a.is_reversal
  from bank_announced a where not exists (select from bank_announced_seen s where s.announced = a.id)`;

/** What notices said, and on which line of a statement it was seen. All of it is only added. */
export class NoticesStore {
  async addNotice(work: Work, id: string, file: FileId, { entity, bankId }: OwnNotice): Promise<void> {
    await managerOf(work).query('insert into bank_notice (id, file, entity, bank_id) values ($1, $2, $3, $4)', [
      id,
      file,
      entity.id,
      bankId,
    ]);
  }

  /** Identities that were announced already, of those given. */
  async known(work: Work, entity: EntityId, identities: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await managerOf(work).query<{ identity: string }[]>(
      'select identity from bank_announced where entity = $1 and identity = any($2)',
      [entity, identities],
    );
    return new Set(rows.map(({ identity }) => identity));
  }

  async add(
    work: Work,
    announced: Announced,
    { identity, notice, place }: { identity: string; notice: string; place: number },
  ): Promise<void> {
    const { amount, counterparty } = announced;
    await managerOf(work).query(
      `insert into bank_announced (id, entity, identity, notice, place, account, entry_reference, booked_on, value_on,
         amount, currency, bank_reference, counterparty_name, counterparty_iban, text, line_references, is_reversal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        announced.id,
        announced.entity,
        identity,
        notice,
        place,
        announced.account,
        announced.entryReference,
        announced.bookedOn,
        announced.valueOn,
        amount.minor.toString(),
        amount.currency,
        announced.bankReference,
        counterparty.name,
        counterparty.iban,
        announced.text,
        announced.references,
        announced.isReversal,
      ],
    );
  }

  /** How many of those given no statement shows yet. */
  async countWaiting(work: Work, entity: EntityId, identities: readonly string[]): Promise<number> {
    const [row] = await managerOf(work).query<{ count: number }[]>(
      `select count(*)::int as count from (${select} and a.entity = $1 and a.identity = any($2)) waiting`,
      [entity, identities],
    );
    return row?.count ?? 0;
  }

  /** What no statement shows yet, newest first. */
  async waiting(work: Work, limit: number): Promise<readonly Announced[]> {
    const rows = await managerOf(work).query<AnnouncedRow[]>(`${select} order by a.notice desc, a.place limit $1`, [
      limit,
    ]);
    return rows.map(announcedOf);
  }

  /** The same of one account on these days, oldest first. */
  async waitingOn(work: Work, { entity, account, days }: AccountDays): Promise<readonly Announced[]> {
    const rows = await managerOf(work).query<AnnouncedRow[]>(
      `${select} and a.entity = $1 and a.account = $2 and a.booked_on = any($3::date[]) order by a.notice, a.place`,
      [entity, account, days],
    );
    return rows.map(announcedOf);
  }

  /** Lines of statements of the account on these days, oldest first. One that does not name its account may be on it. */
  async stated(work: Work, { entity, account, days }: AccountDays): Promise<readonly StatedLine[]> {
    const rows = await managerOf(work).query<
      (LineRow & { entry_reference: string | null; recognised: Recognised[] })[]
    >(
      `select ${lineColumns}, l.entry_reference,
         array(select s.recognised from bank_announced_seen s where s.line = l.id) as recognised
       from bank_line l left join bank_line_explained e on e.line = l.id
       where l.entity = $1 and coalesce(l.account, $2) = $2 and l.booked_on = any($3::date[]) order by l.id`,
      [entity, account, days],
    );
    return rows.map(({ entry_reference, recognised, ...row }) => ({
      ...lineOf(row),
      account,
      entryReference: entry_reference,
      recognised,
    }));
  }

  async seen(work: Work, { announced, lines, as }: SeenTogether): Promise<void> {
    await managerOf(work).query(
      `insert into bank_announced_seen (announced, line, recognised)
       select a, l, $3 from unnest($1::uuid[]) a, unnest($2::uuid[]) l`,
      [announced, lines, as],
    );
  }
}

const announcedOf = (row: AnnouncedRow): Announced => ({
  ...movedOf(row),
  id: row.id,
  account: row.account,
  entryReference: row.entry_reference,
});
