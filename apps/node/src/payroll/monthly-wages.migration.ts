import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payslips of months, the missions whose money is kept for them, and what each of those gave. Never edited. */
export class MonthlyWages1767225602520 implements MigrationInterface {
  readonly name = 'MonthlyWages1767225602520';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [months, kept, permanence]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: payslips are not thrown away.');
  }
}

const months = `
  alter table payslip alter column mission drop not null;
  create unique index payslip_of_month on payslip (member, (rights->>'monthOfWork')) where mission is null;
  alter table payroll_problem alter column mission drop not null;
  alter table payroll_problem add column month text check (month ~ '^[0-9]{4}-[0-9]{2}$');
  alter table payroll_problem add check ((mission is null) <> (month is null));
  create unique index payroll_problem_of_month on payroll_problem (member, month);`;

/** Amounts in minor units. What a mission gives for a wage may be given before its work is reported. */
const kept = `
  create table income_kept (
    mission      uuid primary key references mission,
    member       uuid not null references member,
    kept_on      date not null,
    currency     char(3) not null,
    contribution bigint not null check (contribution >= 0),
    wage         bigint not null check (wage >= 0),
    budget       jsonb not null
  );
  create index income_kept_by_member on income_kept (member);
  create table wage_draw (
    payslip  uuid not null references payslip,
    mission  uuid not null references mission,
    currency char(3) not null,
    amount   bigint not null check (amount > 0),
    primary key (payslip, mission)
  );
  create index wage_draw_by_mission on wage_draw (mission);`;

const permanence = `
  create trigger payslip_is_not_edited before update or delete or truncate on income_kept
    for each statement execute function payslip_is_not_edited();
  create trigger payslip_is_not_edited before update or delete or truncate on wage_draw
    for each statement execute function payslip_is_not_edited();`;
