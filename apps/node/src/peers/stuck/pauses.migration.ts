import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who told the node to say nothing new to a peer for a while, and why. */
export class Pauses1767225603610 implements MigrationInterface {
  readonly name = 'Pauses1767225603610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table peer_pause (
        id     bigint generated always as identity primary key,
        peer   text not null,
        action text not null check (action in ('pause', 'resume')),
        reason text not null,
        at     timestamptz not null default now()
      );
      create index peer_pause_by_peer on peer_pause (peer, id desc);
      create trigger history_is_kept before update or delete or truncate on peer_pause
        for each statement execute function history_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what people decided is not thrown away.');
  }
}
