import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links with which people choose their password, and who has asked for one and waits for the letter. */
export class PasswordLinks1767225761010 implements MigrationInterface {
  readonly name = 'PasswordLinks1767225761010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table password_link (
        id           uuid primary key,
        account      uuid not null references account on delete cascade,
        token_hash   bytea not null unique,
        reason       text not null check (reason in ('invitation', 'forgotten')),
        made_at      timestamptz not null,
        ends_at      timestamptz not null check (ends_at > made_at),
        used_at      timestamptz,
        is_withdrawn boolean not null default false,
        check (used_at is null or not is_withdrawn)
      );
      create index password_link_of_account on password_link (account);
      create unique index password_link_one_open on password_link (account)
        where used_at is null and not is_withdrawn;

      create table password_link_asked (
        id       uuid primary key,
        email    text not null,
        asked_at timestamptz not null default now()
      );`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
