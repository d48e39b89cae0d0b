import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What authorities are told: declarations, the steps that follow each other, and the pay that waits for its period. */
export class Declarations1767225601810 implements MigrationInterface {
  readonly name = 'Declarations1767225601810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence declaration_number;
      create table declaration (
        id        uuid primary key,
        number    bigint not null unique,
        form      text not null,
        country   text not null,
        entity    uuid not null references legal_entity,
        member    uuid not null references member,
        mission   uuid references mission,
        first_day date not null,
        last_day  date not null check (last_day >= first_day),
        due_on    date not null,
        known     jsonb not null
      );
      create index declaration_by_due_day on declaration (due_on, id);
      create index declaration_by_mission on declaration (mission) where mission is not null;
      create index declaration_by_member on declaration (member);
      create table declaration_step (
        id          bigint generated always as identity primary key,
        declaration uuid not null references declaration,
        at          timestamptz not null,
        who         text not null,
        step        jsonb not null
      );
      create index declaration_step_by_declaration on declaration_step (declaration, id);
      -- A payslip is declared once by each form: while it waits there is no declaration yet.
      create table declared_pay (
        form        text not null,
        payslip     uuid not null references payslip,
        entity      uuid not null references legal_entity,
        member      uuid not null references member,
        first_day   date not null,
        last_day    date not null,
        declaration uuid references declaration,
        primary key (form, payslip)
      );
      create index declared_pay_that_waits on declared_pay (last_day) where declaration is null;
      create function declaration_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'what authorities are told is never edited: a step follows';
      end $$;
      create trigger declaration_is_kept before update or delete or truncate on declaration
        for each statement execute function declaration_is_kept();
      create trigger declaration_step_is_kept before update or delete or truncate on declaration_step
        for each statement execute function declaration_is_kept();
      create function pay_is_declared_once() returns trigger language plpgsql as $$
      begin
        if old.declaration is not null then
          raise exception 'this pay is declared already';
        end if;
        return new;
      end $$;
      create trigger pay_is_declared_once before update on declared_pay
        for each row execute function pay_is_declared_once();
      create trigger declared_pay_is_kept before delete or truncate on declared_pay
        for each statement execute function declaration_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what authorities were told must be kept for years.');
  }
}
