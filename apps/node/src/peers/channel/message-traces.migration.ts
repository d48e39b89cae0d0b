import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which request a message came, beside it: the signed words say nothing of it. */
export class MessageTraces1767225604120 implements MigrationInterface {
  readonly name = 'MessageTraces1767225604120';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['intent', 'outbox', 'parked'])
      await runner.query(`alter table ${table} add column trace text`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: messages keep the traces they have.');
  }
}
