import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the doctor found is kept as what it is, for readers of five languages, and each machine of a node has its own disk
 * and clock. The English words stay beside: the release before reads and writes nothing else.
 */
export class FindingWords1767225730010 implements MigrationInterface {
  readonly name = 'FindingWords1767225730010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('delete from doctor_finding');
    await runner.query(`
      alter table doctor_finding
        add column words jsonb,
        add column machine text not null default '',
        drop constraint doctor_finding_pkey,
        add primary key (what, machine)`);
    await runner.query('alter table doctor_ack add column machine text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
