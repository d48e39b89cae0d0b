import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When something did not serve as it should, and when the program was last seen alive. */
export class Incidents1767225604720 implements MigrationInterface {
  readonly name = 'Incidents1767225604720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table incident (
        id       bigint generated always as identity primary key,
        service  text not null,
        began_at timestamptz not null,
        ended_at timestamptz
      )`);
    await runner.query('create unique index incident_open on incident (service) where ended_at is null');
    await runner.query(`
      create table heartbeat (
        only_one boolean primary key default true check (only_one),
        at       timestamptz not null
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
