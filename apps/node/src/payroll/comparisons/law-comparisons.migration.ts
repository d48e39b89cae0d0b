import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What payslips come to by the rules as they stand, or by the law of a day to come: asked for, worked in parts, kept. */
export class LawComparisons1767225762000 implements MigrationInterface {
  readonly name = 'LawComparisons1767225762000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table law_comparison (
        id        uuid primary key,
        law_from  date,
        since     date not null,
        release   text not null,
        asked_by  text not null,
        asked_at  timestamptz not null,
        payslips  int  not null check (payslips >= 0),
        last      uuid references payslip,
        upto      uuid references payslip,
        countries jsonb not null default '[]',
        widest    jsonb not null default '[]',
        done_at   timestamptz,
        check ((last is null) = (payslips = 0))
      )`);
    // What is under way is not begun a second time.
    await runner.query(`
      create unique index law_comparison_under_way on law_comparison (coalesce(law_from, '-infinity'))
        where done_at is null`);
    await runner.query('create index payslip_by_issue on payslip (issued_on, id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
