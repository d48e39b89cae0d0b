import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Transactions and their postings. What must never break is guarded here too, against a program that is wrong: postings
 * arrive whole and sum to zero in each currency, a resolution repeats the pending transaction it names, nothing is
 * booked twice and nothing is changed or removed.
 */
export class Books1767225600200 implements MigrationInterface {
  readonly name = 'Books1767225600200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, balances, wholeness, presence, permanence]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: the books are not thrown away.');
  }
}

/** A posting repeats book and phase of its transaction, so that balances are read from one index; a trigger compares. */
const tables = `
  create table ledger_transaction (
    id          uuid primary key,
    entity      uuid not null,
    day         date not null,
    kind        text not null check (kind <> ''),
    cause       text not null check (cause <> ''),
    text        text not null,
    phase       text not null check (phase in ('posted', 'pending', 'post', 'void')),
    resolves    uuid references ledger_transaction,
    lines       int  not null check (lines >= 2),
    recorded_at timestamptz not null default clock_timestamp(),
    constraint ledger_transaction_resolves_when_it_may check ((phase in ('post', 'void')) = (resolves is not null)),
    constraint ledger_transaction_once unique (entity, cause, kind),
    constraint ledger_transaction_resolved_once unique (resolves)
  );
  create index ledger_transaction_by_cause on ledger_transaction (cause);
  create table posting (
    transaction uuid    not null references ledger_transaction,
    line        int     not null check (line >= 1),
    entity      uuid    not null,
    phase       text    not null,
    account     text    not null check (account <> ''),
    currency    char(3) not null,
    amount      bigint  not null check (amount <> 0),
    primary key (transaction, line)
  );
  create index posting_by_account on posting (entity, account, currency) include (phase, amount);`;

/** The weights of the phases are those of \`weightOf\` in the ledger. */
const balances = `
  create view balance as
    select entity, account, currency,
      coalesce(sum(amount) filter (where phase in ('posted', 'post')), 0) as posted,
      coalesce(sum(case phase when 'pending' then amount when 'posted' then 0 else -amount end), 0) as pending
    from posting group by entity, account, currency;`;

/**
 * The plans of this function are made once for each connection, perhaps for one posting in an empty table, and then used
 * for thousands of postings in a full one or the other way round. `lateral … offset 0` leaves the planner no choice
 * but to look each transaction up by its key, which is right in every case.
 */
const wholeness = `
  create function postings_arrive_whole() returns trigger language plpgsql set enable_seqscan = off as $$
  declare
    wrong text;
  begin
    select format('transaction %s declares %s postings and got %s; all of them arrive in one statement, in its book and phase',
        transaction, lines, got) into wrong
      from (
        select a.transaction, t.lines, count(*) as got, min(a.line) as first, max(a.line) as last,
          bool_and(a.entity = t.entity and a.phase = t.phase) as same
        from arrived a
          cross join lateral (select * from ledger_transaction where id = a.transaction offset 0) t
        group by a.transaction, t.lines
      ) g
      where got <> lines or first <> 1 or last <> lines or not same limit 1;
    if wrong is not null then
      raise exception '%', wrong using errcode = 'integrity_constraint_violation';
    end if;

    select format('transaction %s does not sum to zero: debits and credits differ by %s minor units of %s',
        transaction, sum(amount), currency) into wrong
      from arrived group by transaction, currency having sum(amount) <> 0 limit 1;
    if wrong is not null then
      raise exception '%', wrong using errcode = 'integrity_constraint_violation';
    end if;

    select format('transaction %s does not repeat the pending transaction %s', t.id, t.resolves) into wrong
      from arrived a
        cross join lateral (
          select * from ledger_transaction where id = a.transaction and resolves is not null offset 0) t
        cross join lateral (select * from ledger_transaction where id = t.resolves offset 0) p
        left join lateral (select * from posting where transaction = p.id and line = a.line offset 0) q on true
      where p.phase <> 'pending' or p.entity <> t.entity or p.lines <> t.lines
        or (q.account, q.currency, q.amount) is distinct from (a.account, a.currency, a.amount) limit 1;
    if wrong is not null then
      raise exception '%', wrong using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
  create trigger postings_arrive_whole after insert on posting
    referencing new table as arrived for each statement execute function postings_arrive_whole();`;

const presence = `
  create function transaction_has_postings() returns trigger language plpgsql set enable_seqscan = off as $$
  begin
    if not exists (select from posting where transaction = new.id) then
      raise exception 'transaction % has no postings', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
  create constraint trigger transaction_has_postings after insert on ledger_transaction
    deferrable initially deferred for each row execute function transaction_has_postings();`;

const permanence = `
  create function books_are_only_added_to() returns trigger language plpgsql as $$
  begin
    raise exception 'books are only added to: answer a mistake with a reversing transaction'
      using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger books_are_only_added_to before update or delete or truncate on ledger_transaction
    for each statement execute function books_are_only_added_to();
  create trigger books_are_only_added_to before update or delete or truncate on posting
    for each statement execute function books_are_only_added_to();`;
