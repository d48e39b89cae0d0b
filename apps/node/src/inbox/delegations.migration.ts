import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has handed to a colleague, for as long as she does not take it back. */
export class Delegations1767225766000 implements MigrationInterface {
  readonly name = 'Delegations1767225766000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox_delegation (
        number        bigint generated always as identity primary key,
        kind          text not null,
        item          text not null,
        given_by      uuid not null references account on delete cascade,
        given_to      uuid not null references account on delete cascade,
        words         text not null check (btrim(words) <> ''),
        given_at      timestamptz not null,
        taken_back_at timestamptz,
        taken_back_by uuid,
        check (given_by <> given_to),
        check ((taken_back_at is null) = (taken_back_by is null))
      );
      create unique index inbox_delegation_open on inbox_delegation (kind, item) where taken_back_at is null;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
