import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Idempotency1767225500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        owner      text not null,
        key        text not null,
        route      text not null,
        body_hash  bytea not null,
        status     integer not null,
        body       jsonb not null,
        created_at timestamptz not null default now(),
        primary key (owner, key)
      )`);
    await runner.query('create index idempotency_key_created_at on idempotency_key (created_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
