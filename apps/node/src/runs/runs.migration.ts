import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payroll runs: what was done with each is only added to. Payslips that workers could already read stay readable. */
export class Runs1767225601410 implements MigrationInterface {
  readonly name = 'Runs1767225601410';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [published, runs, items, permanence]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: who approved what is not thrown away.');
  }
}

const published = `
  create table payslip_published (
    payslip uuid primary key references payslip,
    at      timestamptz not null
  );
  insert into payslip_published select id, issued_at from payslip;`;

const runs = `
  create table payroll_run (
    id     uuid primary key,
    entity uuid not null references legal_entity,
    period char(7) not null check (period ~ '^[0-9]{4}-[0-9]{2}$')
  );
  create table payroll_run_step (
    run    uuid not null references payroll_run,
    number int  not null check (number >= 1),
    act    text not null check (act in
      ('collected', 'computed', 'retried', 'approved', 'withdrawn', 'released', 'published')),
    by     text,
    at     timestamptz not null,
    reason text,
    primary key (run, number),
    check ((by is null) = (act in ('computed', 'published')))
  );`;

/** A payslip or a problem is in one run at a time. Amounts in minor units. */
const items = `
  create table payroll_run_item (
    run       uuid not null references payroll_run,
    number    int  not null,
    mission   uuid not null,
    member    uuid not null references member,
    reference text not null,
    payslip   uuid references payslip,
    problem   uuid references payroll_problem,
    state     text not null check (state in ('left', 'done', 'failed', 'dropped', 'published')),
    net       bigint,
    currency  char(3),
    findings  jsonb not null default '[]',
    failure   jsonb,
    primary key (run, number),
    check (payslip is not null or problem is not null),
    check ((net is null) = (currency is null)),
    check (state not in ('done', 'published') or payslip is not null and net is not null),
    check ((failure is null) or state in ('failed', 'left', 'dropped'))
  );
  create unique index payroll_run_item_of_payslip on payroll_run_item (payslip) where state <> 'dropped';
  create unique index payroll_run_item_of_problem on payroll_run_item (problem) where state <> 'dropped';
  create index payroll_run_item_open on payroll_run_item (run, state);`;

const permanence = `
  create function payroll_run_is_only_added_to() returns trigger language plpgsql as $$
  begin
    raise exception 'what was done with a payroll run is only added to'
      using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger payroll_run_is_only_added_to before update or delete or truncate on payroll_run
    for each statement execute function payroll_run_is_only_added_to();
  create trigger payroll_run_is_only_added_to before update or delete or truncate on payroll_run_step
    for each statement execute function payroll_run_is_only_added_to();
  create trigger payroll_run_is_only_added_to before update or delete or truncate on payslip_published
    for each statement execute function payroll_run_is_only_added_to();`;
