import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who is invited chooses her password herself: until then her account has none. */
export class ChosenPasswords1767225761000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account alter column password_hash drop not null');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
