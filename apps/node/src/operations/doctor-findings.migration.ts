import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the doctor found last about each thing, and when it last looked at everything: replaced at each look. */
export class DoctorFindings1767225604710 implements MigrationInterface {
  readonly name = 'DoctorFindings1767225604710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table doctor_finding (
        what       text primary key,
        check_name text not null,
        result     text not null check (result in ('ok', 'warn', 'fail')),
        says       text not null,
        remedy     text,
        ends_at    timestamptz,
        looked_at  timestamptz not null default now()
      )`);
    await runner.query(`
      create table doctor_round (
        only_one boolean primary key default true check (only_one),
        night    date not null,
        at       timestamptz not null
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
