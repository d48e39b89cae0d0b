import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactor1767225500004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        account      uuid primary key references account on delete cascade,
        secret       text not null,
        confirmed_at timestamptz,
        last_step    bigint not null default 0
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
