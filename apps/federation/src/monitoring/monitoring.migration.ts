import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said about alarms. */
export class Monitoring1767225700300 implements MigrationInterface {
  readonly name = 'Monitoring1767225700300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table alarm_acknowledgement (
        id         bigint generated always as identity primary key,
        alarm      text not null,
        reason     text not null check (reason <> ''),
        until      timestamptz not null,
        by_account uuid,
        at         timestamptz not null default now()
      );
      create index alarm_acknowledgement_by_alarm on alarm_acknowledgement (alarm, id);`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
