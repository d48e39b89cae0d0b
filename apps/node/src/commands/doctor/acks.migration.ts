import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings of the doctor that an operator knows of, with the reason and the last day on which that counts. */
export class DoctorAcks1767225603620 implements MigrationInterface {
  readonly name = 'DoctorAcks1767225603620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table doctor_ack (
        id     bigint generated always as identity primary key,
        what   text not null,
        reason text not null,
        until  date not null,
        at     timestamptz not null default now()
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what operators decided is not forgotten.');
  }
}
