import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rosters that were in force, kept with their signatures. */
export class Directory1767225700100 implements MigrationInterface {
  readonly name = 'Directory1767225700100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table roster_version (
        version bigint primary key,
        hash    text not null unique,
        signed  jsonb not null,
        at      timestamptz not null default now()
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
