import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A start finds the few announcements of new keys among all that was ever said on a channel. */
export class Rotations1767225600490 implements MigrationInterface {
  readonly name = 'Rotations1767225600490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index outbox_rotations on outbox (peer, seq) where type = 'key.rotate'`);
    await runner.query(`create index inbox_rotations on inbox (peer, seq) where type = 'key.rotate'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
