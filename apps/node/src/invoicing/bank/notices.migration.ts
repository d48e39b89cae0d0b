import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bank announces before its statement does, and the lines in which statements show it. */
export class Notices1767225604210 implements MigrationInterface {
  readonly name = 'Notices1767225604210';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [lines, notices, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what a bank said is not thrown away.');
  }
}

/** Lines read by earlier releases do not say on which account of their entity they are. */
const lines = `
  alter table bank_line
    add column account         text,
    add column entry_reference text,
    add column part_of         uuid references bank_line;
  create index bank_line_by_day on bank_line (entity, booked_on);
  create index bank_line_by_whole on bank_line (part_of) where part_of is not null;`;

const notices = `
  create table bank_notice (
    id      uuid primary key,
    file    uuid not null references bank_file,
    entity  uuid not null references legal_entity,
    bank_id text not null
  );
  create table bank_announced (
    id                uuid primary key,
    entity            uuid not null references legal_entity,
    identity          text not null,
    notice            uuid not null references bank_notice,
    place             int not null check (place >= 0),
    account           text not null,
    entry_reference   text,
    booked_on         date not null,
    value_on          date,
    amount            bigint not null check (amount <> 0),
    currency          char(3) not null,
    bank_reference    text,
    counterparty_name text,
    counterparty_iban text,
    text              text not null,
    line_references   text[] not null,
    is_reversal       boolean not null,
    unique (entity, identity)
  );
  create index bank_announced_by_day on bank_announced (entity, booked_on);
  create table bank_announced_seen (
    announced  uuid not null references bank_announced,
    line       uuid not null references bank_line,
    recognised text not null check (recognised in ('whole', 'part', 'sum')),
    primary key (announced, line)
  );
  create index bank_announced_seen_by_line on bank_announced_seen (line);`;

const guards = ['bank_notice', 'bank_announced', 'bank_announced_seen']
  .map(
    (table) => `create trigger ${table}_is_only_added before update or delete or truncate on ${table}
    for each statement execute function invoicing_is_only_added();`,
  )
  .join('\n  ');
