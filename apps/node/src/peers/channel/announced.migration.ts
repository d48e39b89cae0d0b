import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the program of each peer has announced last: versions, abilities and release, as its greeting says them. */
export class Announced1767225730000 implements MigrationInterface {
  readonly name = 'Announced1767225730000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table channel add column announced jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
