import { type Work, managerOf } from '@passerelle/doors/at-rest';
import type { BookFinding } from './audit.js';
import { moneyOf } from './books.rows.js';

/** The questions of `audit.ts`, asked of PostgreSQL: see there what each finding means. */
export async function findingsIn(work: Work): Promise<BookFinding[]> {
  return [
    ...(await unbalancedBooks(work)),
    ...(await unbalancedTransactions(work)),
    ...(await missingLines(work)),
    ...(await resolvedTwice(work)),
    ...(await resolvingOthers(work)),
  ];
}

async function unbalancedBooks(work: Work): Promise<BookFinding[]> {
  const rows = await managerOf(work).query<{ entity: string; currency: string; sum: string }[]>(
    `select entity, currency, sum(posted) as sum from balance group by entity, currency having sum(posted) <> 0`,
  );
  return rows.map(({ entity, currency, sum }) => ({
    kind: 'unbalanced-book',
    entity,
    difference: moneyOf(sum, currency),
  }));
}

async function unbalancedTransactions(work: Work): Promise<BookFinding[]> {
  const rows = await managerOf(work).query<{ transaction: string; currency: string; sum: string }[]>(
    `select transaction, currency, sum(amount) as sum from posting
     group by transaction, currency having sum(amount) <> 0`,
  );
  return rows.map(({ transaction, currency, sum }) => ({
    kind: 'unbalanced-transaction',
    transaction,
    difference: moneyOf(sum, currency),
  }));
}

async function missingLines(work: Work): Promise<BookFinding[]> {
  const rows = await managerOf(work).query<{ transaction: string; declared: number; found: number }[]>(
    `select t.id as transaction, t.lines as declared, count(p.line)::int as found
     from ledger_transaction t left join posting p on p.transaction = t.id
     group by t.id having count(p.line) <> t.lines`,
  );
  return rows.map((row) => ({ kind: 'lines-missing', ...row }));
}

async function resolvedTwice(work: Work): Promise<BookFinding[]> {
  const rows = await managerOf(work).query<{ transaction: string; times: number }[]>(
    `select resolves as transaction, count(*)::int as times from ledger_transaction
     where resolves is not null group by resolves having count(*) > 1`,
  );
  return rows.map((row) => ({ kind: 'resolved-twice', ...row }));
}

async function resolvingOthers(work: Work): Promise<BookFinding[]> {
  const rows = await managerOf(work).query<{ transaction: string; resolves: string }[]>(
    `select t.id as transaction, t.resolves from ledger_transaction t
       left join ledger_transaction p on p.id = t.resolves
     where t.resolves is not null and (
       p.phase is distinct from 'pending' or p.entity <> t.entity or exists (
         select from (select * from posting where transaction = t.id) a
           full join (select * from posting where transaction = p.id) b on a.line = b.line
         where (a.account, a.currency, a.amount) is distinct from (b.account, b.currency, b.amount)))`,
  );
  return rows.map((row) => ({ kind: 'resolves-another', ...row }));
}
