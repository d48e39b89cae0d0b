import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SandboxClock1767225500003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sandbox_clock (
        only_one boolean primary key default true check (only_one),
        now      timestamptz not null
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
