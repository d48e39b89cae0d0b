import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Debts between branches, the cycles that settle them, and the payments that follow. */
export class Settlement1767225601000 implements MigrationInterface {
  readonly name = 'Settlement1767225601000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [obligations, cycles, legs, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what branches owe each other is not thrown away.');
  }
}

const obligations = `
  create table pair (
    peer     text primary key,
    said     int not null default 0,
    heard    bigint not null default 0,
    seen     int not null default 0,
    cuts     jsonb not null default '{}',
    account  jsonb,
    numbered bigint not null default 0
  );
  create table pair_word (peer text not null, seq bigint not null, primary key (peer, seq));
  create table obligation (
    id          uuid primary key,
    peer        text not null,
    entity      uuid not null references legal_entity,
    mission     uuid,
    state       text not null check (state in ('proposed', 'agreed', 'held', 'rejected', 'withdrawn', 'settled', 'void')),
    cycle       text,
    settled_in  text,
    record      jsonb not null,
    code        text,
    proposed_at timestamptz not null
  );
  create index obligation_by_peer on obligation (peer, cycle);
  create index obligation_by_mission on obligation (mission) where mission is not null;
  create index obligation_by_settlement on obligation (settled_in) where settled_in is not null;
  create table obligation_blocked (
    mission uuid primary key,
    code    text not null,
    detail  text not null,
    since   timestamptz not null default now()
  );`;

const cycles = `
  create table cycle (
    id     text primary key,
    state  jsonb not null,
    notes  jsonb not null,
    status text not null check (status in ('running', 'applied', 'closed'))
  );
  create table cycle_vote (
    cycle  text not null,
    round  int not null,
    vote   text not null check (vote in ('lock', 'skip')),
    result text not null,
    sig    text not null,
    at     timestamptz not null default now(),
    primary key (cycle, round)
  );
  create table cycle_final (
    cycle  text primary key,
    result text not null,
    doc    jsonb not null,
    at     timestamptz not null default now()
  );
  create table cycle_evidence (
    id    bigint generated always as identity primary key,
    cycle text not null,
    node  text not null,
    proof jsonb not null,
    at    timestamptz not null default now()
  );`;

const legs = `
  create table leg (
    id     text primary key,
    cycle  text not null,
    role   text not null check (role in ('payer', 'payee')),
    peer   text not null,
    entity uuid not null references legal_entity,
    record jsonb not null
  );
  create index leg_by_cycle on leg (cycle);
  create table payment_word (
    leg     text not null,
    by_node text not null,
    kind    text not null check (kind in ('sent', 'received', 'unpaid')),
    amount  bigint not null,
    primary key (leg, by_node, kind)
  );`;

const guards = `
  create function settlement_is_kept() returns trigger language plpgsql as $$
  begin
    raise exception 'votes, finals and proofs are only added: % of % is refused', tg_op, tg_table_name;
  end $$;
  create trigger settlement_is_kept before update or delete or truncate on cycle_vote
    for each statement execute function settlement_is_kept();
  create trigger settlement_is_kept before update or delete or truncate on cycle_final
    for each statement execute function settlement_is_kept();
  create trigger settlement_is_kept before update or delete or truncate on cycle_evidence
    for each statement execute function settlement_is_kept();
  create function obligation_terms_stay() returns trigger language plpgsql as $$
  begin
    if old.state <> 'proposed' and new.record -> 'terms' is distinct from old.record -> 'terms' then
      raise exception 'the terms of obligation % are agreed: propose a correction', old.id;
    end if;
    return new;
  end $$;
  create trigger obligation_terms_stay before update on obligation
    for each row execute function obligation_terms_stay();`;
