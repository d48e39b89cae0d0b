import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who orders and pays work. */
export class Clients1767225600500 implements MigrationInterface {
  readonly name = 'Clients1767225600500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table client (
        id              uuid primary key,
        entity          uuid not null references legal_entity,
        name            text not null check (name <> ''),
        country         char(2) not null,
        vat_number      text,
        email           text not null,
        street          text not null,
        postcode        text not null,
        town            text not null,
        address_country char(2) not null,
        language        text not null check (language in ('en', 'fr', 'nl', 'sv', 'de')),
        brought_by      uuid references member,
        created_at      timestamptz not null default now()
      );
      create unique index client_by_vat_number on client (entity, vat_number) where vat_number is not null;
      create index client_by_member on client (brought_by);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: clients are not thrown away.');
  }
}
