import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payslips, the state of each member's year, and what payroll must look at. Payslips are never edited. */
export class Payroll1767225600800 implements MigrationInterface {
  readonly name = 'Payroll1767225600800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [payslips, problems, permanence]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: payslips are not thrown away.');
  }
}

/** Everything asked of the rules and everything they answered is kept, so that a payslip can always be proven. */
const payslips = `
  create table payslip (
    id        uuid primary key,
    member    uuid not null references member,
    mission   uuid not null unique references mission,
    reference text not null,
    entity    uuid not null references legal_entity,
    issued_on date not null,
    pay_on    date not null,
    request   jsonb not null,
    payslip   jsonb not null,
    budget    jsonb not null,
    rights    jsonb not null,
    issued_at timestamptz not null default now()
  );
  create index payslip_by_member on payslip (member, id);
  create table year_to_date (
    member  uuid not null references member,
    entity  uuid not null references legal_entity,
    year    int  not null,
    version int  not null check (version >= 1),
    payslip uuid not null unique references payslip,
    state   jsonb not null,
    primary key (member, entity, year, version)
  );`;

const problems = `
  create table payroll_problem (
    id        uuid primary key,
    mission   uuid not null unique references mission,
    member    uuid not null references member,
    days      int  not null,
    refusal   jsonb not null,
    attempts  int  not null check (attempts >= 1),
    raised_at timestamptz not null,
    tried_at  timestamptz not null,
    payslip   uuid references payslip
  );
  create index payroll_problem_open on payroll_problem (id) where payslip is null;`;

const permanence = `
  create function payslip_is_not_edited() returns trigger language plpgsql as $$
  begin
    raise exception 'an issued payslip never changes: correct it with a new one'
      using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger payslip_is_not_edited before update or delete or truncate on payslip
    for each statement execute function payslip_is_not_edited();
  create trigger payslip_is_not_edited before update or delete or truncate on year_to_date
    for each statement execute function payslip_is_not_edited();`;
