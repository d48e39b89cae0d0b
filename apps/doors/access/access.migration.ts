import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Access1767225500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id            uuid primary key,
        email         text not null unique check (email = lower(email)),
        password_hash text not null,
        roles         text[] not null check (cardinality(roles) > 0),
        subject       text,
        language      text not null,
        created_at    timestamptz not null default now(),
        constraint worker_has_subject check (roles <> array['worker'] or subject is not null)
      )`);
    await runner.query(`
      create table session (
        token_hash bytea primary key,
        account    uuid not null references account on delete cascade,
        created_at timestamptz not null default now(),
        seen_at    timestamptz not null default now(),
        ends_at    timestamptz not null
      )`);
    await runner.query('create index session_account on session (account)');
    await runner.query('create index session_ends_at on session (ends_at)');
    await runner.query(`
      create table sign_in_attempt (
        key    varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
