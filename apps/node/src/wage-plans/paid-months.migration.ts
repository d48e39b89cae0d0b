import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which months payroll paid, once each. Plans that are there already were promised to move no money, and move none. */
export class PaidMonths1767225602515 implements MigrationInterface {
  readonly name = 'PaidMonths1767225602515';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table wage_plan add column is_paid boolean not null default false;
      alter table wage_plan alter column is_paid set default true;
      create table wage_month (
        member  uuid not null references member,
        month   text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
        payslip uuid not null unique,
        primary key (member, month)
      );
      create trigger wage_month_is_only_added before update or delete or truncate on wage_month
        for each statement execute function wage_plans_are_only_added()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: a month that was paid stays paid.');
  }
}
