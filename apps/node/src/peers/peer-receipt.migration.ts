import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last receipt of each peer as it was signed: what an auditor can show instead of our word. */
export class PeerReceipt1767225600480 implements MigrationInterface {
  readonly name = 'PeerReceipt1767225600480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table channel add column receipt jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what a peer has signed is not thrown away.');
  }
}
