import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal entities, and the decisions of their members: a decision is never edited, a new one follows it. */
export class Cooperative1767225600300 implements MigrationInterface {
  readonly name = 'Cooperative1767225600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table legal_entity (
        id              uuid primary key,
        name            text not null check (name <> ''),
        country         char(2) not null,
        currency        char(3) not null,
        vat_number      text not null unique,
        iban            text not null unique,
        bic             text not null,
        street          text not null,
        postcode        text not null,
        town            text not null,
        address_country char(2) not null,
        created_at      timestamptz not null default now()
      );
      create table policy (
        entity      uuid not null references legal_entity,
        policy      text not null,
        from_day    date not null,
        value       text not null,
        decision    text not null check (decision <> ''),
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        primary key (entity, policy, from_day)
      );
      create function policy_is_not_edited() returns trigger language plpgsql as $$
      begin
        raise exception 'a policy is never edited: record a new decision from a later day';
      end $$;
      create trigger policy_is_not_edited before update or delete or truncate on policy
        for each statement execute function policy_is_not_edited();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: decisions of members are not thrown away.');
  }
}
