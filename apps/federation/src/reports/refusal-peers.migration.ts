import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From whom came what a node says that it refused; a row of before names nobody. */
export class RefusalPeers1767225700400 implements MigrationInterface {
  readonly name = 'RefusalPeers1767225700400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table refusal add column from_peer text;');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
