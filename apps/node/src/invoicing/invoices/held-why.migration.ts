import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why an invoice is held is kept as a code with its values, so that everybody reads it in her language. `detail` stays:
 * it is all that older rows have, and what the release before this one reads.
 */
export class HeldWhy1767225765010 implements MigrationInterface {
  readonly name = 'HeldWhy1767225765010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invoice_held add column why jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
