import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decided about messages that rooms failed on, and proofs that other members have shown. */
export class Stuck1767225600460 implements MigrationInterface {
  readonly name = 'Stuck1767225600460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stuck_decision (
        id         bigint generated always as identity primary key,
        peer       text not null,
        seq        bigint not null,
        action     text not null check (action in ('retry', 'pause', 'resume', 'park')),
        reason     text not null,
        by_account uuid,
        at         timestamptz not null default now()
      );
      create trigger history_is_kept before update or delete or truncate on stuck_decision
        for each statement execute function history_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what people decided is not thrown away.');
  }
}
