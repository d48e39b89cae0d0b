import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which request or message a fact came, so that what follows from it can be found in the logs. */
export class FactTraces1767225604020 implements MigrationInterface {
  readonly name = 'FactTraces1767225604020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table fact add column trace text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: facts keep the traces they have.');
  }
}
