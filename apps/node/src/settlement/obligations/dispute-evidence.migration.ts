import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a dispute rests on, in the words of whoever disputes: its code alone is too short for people. */
export class DisputeEvidence1767225750000 implements MigrationInterface {
  readonly name = 'DisputeEvidence1767225750000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table obligation add column evidence text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what branches owe each other is not thrown away.');
  }
}
