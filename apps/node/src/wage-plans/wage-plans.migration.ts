import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which monthly wages members plan, and which warnings they were given. */
export class WagePlans1767225602410 implements MigrationInterface {
  readonly name = 'WagePlans1767225602410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wage_plan (
        number     bigint generated always as identity primary key,
        member     uuid not null references member,
        entity     uuid not null references legal_entity,
        month      text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
        gross      bigint check (gross > 0),
        currency   char(3) not null,
        decided_at timestamptz not null
      );
      create index wage_plan_by_member on wage_plan (member, number);
      create table wage_plan_warning (
        member    uuid not null references member,
        month     text not null,
        warned_at timestamptz not null,
        primary key (member, month)
      );
      create function wage_plans_are_only_added() returns trigger language plpgsql as $$
      begin
        raise exception 'a wage plan is never edited: decide another one from a month on';
      end $$;
      create trigger wage_plan_is_only_added before update or delete or truncate on wage_plan
        for each statement execute function wage_plans_are_only_added()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was promised for months to come is not forgotten.');
  }
}
