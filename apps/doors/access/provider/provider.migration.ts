import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Provider1767225500007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pending_sign_in (
        key     bytea primary key,
        kind    text not null,
        content jsonb not null,
        made_at timestamptz not null default now()
      );
      create table provider_identity (
        issuer  text not null,
        subject text not null,
        account uuid not null references account on delete cascade,
        primary key (issuer, subject),
        constraint provider_identity_one unique (issuer, account)
      );
      alter table session add by_provider text not null default 'no' check (by_provider in ('no', 'yes', 'with-factor'));`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
