import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKeys1767225500005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_key (
        id         uuid primary key,
        name       text not null,
        prefix     text not null,
        hash       bytea not null unique,
        scopes     text[] not null check (cardinality(scopes) > 0),
        made_at    timestamptz not null default now(),
        ends_at    timestamptz not null,
        revoked_at timestamptz,
        used_at    timestamptz
      )`);
    await runner.query('create unique index api_key_name on api_key (name) where revoked_at is null');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
