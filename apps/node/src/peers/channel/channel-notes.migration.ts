import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is noted beside a channel: the last receipt of the peer as it was signed, which an auditor can be shown instead of
 * our word; and whether this node begins anything new with it, which every room asks and the room of settlement decides.
 */
export class ChannelNotes1767225600480 implements MigrationInterface {
  readonly name = 'ChannelNotes1767225600480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table channel
        add column receipt jsonb,
        add column bar text check (bar in ('suspended', 'left', 'defaulted'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what a peer has signed is not thrown away.');
  }
}
