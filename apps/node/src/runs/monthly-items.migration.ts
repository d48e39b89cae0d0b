import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A monthly wage is in a run as well, and belongs to no mission. */
export class MonthlyItems1767225602540 implements MigrationInterface {
  readonly name = 'MonthlyItems1767225602540';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payroll_run_item alter column mission drop not null');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: who approved what is not thrown away.');
  }
}
