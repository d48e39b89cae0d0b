import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits that creditors grant, partners that are suspended or leave, pairs that settle by themselves, defaults. */
export class Partners1767225601050 implements MigrationInterface {
  readonly name = 'Partners1767225601050';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [partners, pairs, calls]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what branches said to each other is not thrown away.');
  }
}

const partners = `
  create table partner (
    node      text primary key,
    suspended jsonb,
    left_us   boolean not null default false,
    left_them boolean not null default false,
    defaulted text
  );
  create table cap_granted (
    creditor text not null,
    debtor   text not null,
    currency char(3) not null,
    max      bigint not null check (max >= 0),
    at       timestamptz not null default now(),
    primary key (creditor, debtor, currency)
  );`;

const pairs = `
  create table pair_settlement (
    cycle  text not null,
    peer   text not null,
    words  jsonb not null,
    status text not null check (status in ('offered', 'settled', 'closed')),
    label  text unique,
    primary key (cycle, peer)
  );`;

const calls = `
  create table fund_call (
    result    text primary key,
    cycle     text not null,
    event     jsonb not null,
    call      jsonb not null,
    ids       text[] not null,
    approvals jsonb not null,
    status    text not null check (status in ('open', 'standing', 'repaid')),
    rest      jsonb not null
  );
  create index fund_call_by_cycle on fund_call (cycle);
  create table fund_word (
    id        bigint generated always as identity primary key,
    by_node   text not null,
    kind      text not null check (kind in ('call', 'repay')),
    waits_for text not null,
    body      jsonb not null
  );
  create index fund_word_by_what on fund_word (waits_for);
  create function fund_call_stands() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or new.event is distinct from old.event or new.call is distinct from old.call then
      raise exception 'what members computed of a default is kept: % of fund call % is refused', tg_op, old.result;
    end if;
    return new;
  end $$;
  create trigger fund_call_stands before update or delete on fund_call
    for each row execute function fund_call_stands();`;
