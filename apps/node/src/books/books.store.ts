import { Held, type Work, managerOf } from '@passerelle/doors';
import type { Account, Balance, Cause, Transaction, TransactionId } from '@passerelle/ledger';
import { QueryFailedError } from 'typeorm';
import type { BookFinding } from './audit.js';
import { findingsIn } from './findings.store.js';
import {
  type BalanceRow,
  type LedgerRow,
  type StatementRow,
  balanceOfRow,
  statementLineOf,
  transactionsOf,
} from './books.rows.js';
import {
  type AccountOf,
  AlreadyBooked,
  type BalancesOf,
  type Booking,
  BooksStore,
  type TransactionsAfter,
} from './books.service.js';
import { type StatementLine, type StatementPage, placeOf } from './statement.js';

/** Transactions inserted by one statement; arrays of this size keep the database busy and the messages small. */
const chunk = 1000;

const columns = `t.id, t.entity, t.day::text, t.kind, t.cause, t.text, t.phase, t.resolves, t.lines,
  p.line, p.account, p.currency, p.amount`;

/** Books in PostgreSQL, with the guards of `books.migration.ts`. */
export class PostgresBooksStore extends BooksStore {
  async insert(work: Work, transactions: readonly Transaction[]): Promise<void> {
    await later.written(work);
    await insertAll(work, transactions);
  }

  async insertLater(work: Work, transaction: Transaction): Promise<void> {
    const held = later.of(work);
    if (!held) return insertAll(work, [transaction]);
    held.push(transaction);
    if (held.length >= chunk) await later.written(work);
  }

  async lock(work: Work, id: TransactionId): Promise<Transaction | null> {
    await later.written(work);
    await managerOf(work).query('select from ledger_transaction where id = $1 for update', [id]);
    return one(await select(work, 't.id = $1', [id]));
  }

  async resolutionOf(work: Work, pending: TransactionId): Promise<Transaction | null> {
    return one(await select(work, 't.resolves = $1', [pending]));
  }

  async booked(work: Work, { entity, cause, kind }: Booking): Promise<Transaction | null> {
    return one(await select(work, 't.entity = $1 and t.cause = $2 and t.kind = $3', [entity, cause, kind]));
  }

  causedBy(work: Work, cause: Cause): Promise<Transaction[]> {
    return select(work, 't.cause = $1', [cause]);
  }

  around(work: Work, account: Account, { after, limit }: TransactionsAfter): Promise<Transaction[]> {
    return select(
      work,
      `t.id in (
         select each.id from ledger_transaction each
         where each.cause in (
             select touching.cause from posting on_account join ledger_transaction touching
               on touching.id = on_account.transaction
             where on_account.account = $1)
           and ($2::uuid is null or each.id > $2::uuid)
         order by each.id limit $3::int)`,
      [account, after ?? null, String(limit)],
      't.id, p.line',
    );
  }

  async balances(work: Work, { entity, account, kind }: BalancesOf): Promise<Balance[]> {
    await later.written(work);
    const rows = await managerOf(work).query<BalanceRow[]>(
      `select account, currency, posted, pending from balance
       where entity = $1 and ($2::text is null or account = $2)
         and ($3::text is null or split_part(account, ':', 1) = $3) and (posted <> 0 or pending <> 0)
       order by account collate "C", currency`,
      [entity, account ?? null, kind ?? null],
    );
    return rows.map(balanceOfRow);
  }

  async statement(work: Work, of: AccountOf, { after, limit }: StatementPage): Promise<StatementLine[]> {
    const place = after === undefined ? null : placeOf(after);
    await later.written(work);
    const rows = await managerOf(work).query<StatementRow[]>(
      `select * from (
         select ${columns}, coalesce(sum(p.amount) filter (where p.phase in ('posted', 'post'))
           over (order by t.day, t.id, p.line), 0) as balance
         from posting p join ledger_transaction t on t.id = p.transaction
         where p.entity = $1 and p.account = $2 and p.currency = $3
       ) s
       where $4::text is null or (day, id, line) > ($4::text, $5::uuid, $6::int)
       order by day, id, line limit $7`,
      [of.entity, of.account, of.currency, place?.day, place?.transaction, place?.line, limit],
    );
    return rows.map(statementLineOf);
  }

  async findings(work: Work): Promise<BookFinding[]> {
    await later.written(work);
    return findingsIn(work);
  }
}

const later = new Held<Transaction[]>(
  () => [],
  async (work, transactions) => {
    if (transactions.length > 0) await insertAll(work, transactions.splice(0));
  },
);

async function insertAll(work: Work, transactions: readonly Transaction[]): Promise<void> {
  for (let from = 0; from < transactions.length; from += chunk) {
    const some = transactions.slice(from, from + chunk);
    await insertTransactions(work, some);
    await insertPostings(work, some);
  }
}

async function select(
  work: Work,
  where: string,
  values: readonly (string | null)[],
  order = 't.recorded_at, t.id, p.line',
): Promise<Transaction[]> {
  await later.written(work);
  const rows = await managerOf(work).query<LedgerRow[]>(
    `select ${columns} from ledger_transaction t join posting p on p.transaction = t.id
     where ${where} order by ${order}`,
    [...values],
  );
  return transactionsOf(rows);
}

const one = (transactions: readonly Transaction[]): Transaction | null => transactions[0] ?? null;

async function insertTransactions(work: Work, all: readonly Transaction[]): Promise<void> {
  try {
    await managerOf(work).query(
      `insert into ledger_transaction (id, entity, day, kind, cause, text, phase, resolves, lines)
       select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::uuid[], $9::int[])`,
      [
        all.map(({ id }) => id),
        all.map(({ entity }) => entity),
        all.map(({ day }) => day),
        all.map(({ kind }) => kind),
        all.map(({ cause }) => cause),
        all.map(({ text }) => text),
        all.map(({ phase }) => phase),
        all.map(({ resolves }) => resolves),
        all.map(({ postings }) => postings.length),
      ],
    );
  } catch (error) {
    throw alreadyBooked(error) ?? error;
  }
}

async function insertPostings(work: Work, all: readonly Transaction[]): Promise<void> {
  const rows = all.flatMap(({ id, entity, phase, postings }) =>
    postings.map(({ account, amount }, index) => ({ id, line: index + 1, entity, phase, account, amount })),
  );
  await managerOf(work).query(
    `insert into posting (transaction, line, entity, phase, account, currency, amount)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ line }) => line),
      rows.map(({ entity }) => entity),
      rows.map(({ phase }) => phase),
      rows.map(({ account }) => account),
      rows.map(({ amount }) => amount.currency),
      rows.map(({ amount }) => amount.minor),
    ],
  );
}

function alreadyBooked(error: unknown): AlreadyBooked | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, detail } = error.driverError as { readonly code?: string; readonly detail?: string };
  return code === '23505' ? new AlreadyBooked(`it is in the books already: ${detail}`, { cause: error }) : null;
}
