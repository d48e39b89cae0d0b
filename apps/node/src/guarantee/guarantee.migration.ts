import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wages owed and paid, the money of missions that came, and every change of the guarantee fund. Only added to. */
export class Guarantee1767225600900 implements MigrationInterface {
  readonly name = 'Guarantee1767225600900';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [wages, fund, permanence]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was paid is not thrown away.');
  }
}

/** Amounts in minor units. A payslip is owed once and paid once. */
const wages = `
  create table wage (
    payslip  uuid primary key,
    mission  uuid not null,
    member   uuid not null,
    entity   uuid not null references legal_entity,
    amount   bigint not null check (amount > 0),
    currency char(3) not null,
    pay_on   date not null
  );
  create index wage_by_pay_day on wage (pay_on);
  create index wage_by_mission on wage (mission);
  create table wage_payment (
    payslip    uuid primary key references wage,
    paid_on    date not null,
    received   bigint not null check (received >= 0),
    advanced   bigint not null check (advanced >= 0),
    shortfall  bigint not null check (shortfall between 0 and advanced),
    reason     text check (reason in ('cash', 'limit')),
    transfer   uuid not null,
    check ((reason is null) = (shortfall = 0))
  );
  create index wage_payment_by_day on wage_payment (paid_on);`;

const fund = `
  create table mission_receipt (
    mission  uuid not null,
    cause    text not null check (cause <> ''),
    day      date not null,
    amount   bigint not null check (amount > 0),
    currency char(3) not null,
    primary key (mission, cause)
  );
  create table fund_entry (
    id        uuid primary key,
    entity    uuid not null references legal_entity,
    day       date not null,
    kind      text not null check (kind in ('endowed', 'advanced', 'repaid', 'lost', 'recovered')),
    mission   uuid,
    currency  char(3) not null,
    cash      bigint not null,
    advanced  bigint not null,
    shortfall bigint not null,
    text      text not null check (text <> ''),
    check ((kind = 'endowed') = (mission is null))
  );
  create index fund_entry_by_day on fund_entry (entity, day);
  create index fund_entry_by_mission on fund_entry (mission);`;

const permanence = `
  create function guarantee_is_only_added_to() returns trigger language plpgsql as $$
  begin
    raise exception 'wages and the fund are only added to: record what mends it'
      using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger guarantee_is_only_added_to before update or delete or truncate on wage
    for each statement execute function guarantee_is_only_added_to();
  create trigger guarantee_is_only_added_to before update or delete or truncate on wage_payment
    for each statement execute function guarantee_is_only_added_to();
  create trigger guarantee_is_only_added_to before update or delete or truncate on mission_receipt
    for each statement execute function guarantee_is_only_added_to();
  create trigger guarantee_is_only_added_to before update or delete or truncate on fund_entry
    for each statement execute function guarantee_is_only_added_to();`;
