import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What nodes reported, with their signatures, and what was refused, without its content. */
export class Reports1767225700200 implements MigrationInterface {
  readonly name = 'Reports1767225700200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [reports, cycles, refusals]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}

const reports = `
  create table report (
    node        text primary key,
    number      bigint not null,
    kid         text not null,
    content     jsonb not null,
    received_at timestamptz not null default now()
  );
  create table report_page (
    node   text not null,
    number bigint not null,
    page   int not null,
    kid    text not null,
    hash   text not null,
    m      text not null,
    sig    text not null,
    primary key (node, number, page)
  );`;

const cycles = `
  create table cycle_step (
    node  text not null,
    cycle text not null,
    round bigint not null,
    state text not null,
    since timestamptz not null,
    primary key (node, cycle, round, state)
  );`;

const refusals = `
  create table refusal (
    id            bigint generated always as identity primary key,
    at            timestamptz not null default now(),
    by_node       text,
    report_number bigint,
    from_slot     text,
    reason        text not null,
    count         int not null check (count > 0),
    bytes         int,
    hash          text,
    constraint refused_here_or_reported check ((by_node is null) <> (from_slot is null))
  );
  create index refusal_by_node on refusal (by_node, id);
  create index refusal_from_slot on refusal (from_slot, id);
  create table refused_count (
    slot   text not null,
    reason text not null,
    count  bigint not null,
    primary key (slot, reason)
  );`;
