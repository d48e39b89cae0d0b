import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a backup was made, and when one was last proven by restoring it. */
export class BackupRuns1767225601810 implements MigrationInterface {
  readonly name = 'BackupRuns1767225601810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table backup_run (
        id   bigint generated always as identity primary key,
        kind text not null check (kind in ('made', 'drilled')),
        file text not null,
        at   timestamptz not null default now()
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was proven is not forgotten.');
  }
}
