import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The workers of the cooperative. Their data stays in this database. */
export class Members1767225600400 implements MigrationInterface {
  readonly name = 'Members1767225600400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member (
        id         uuid primary key,
        entity     uuid not null references legal_entity,
        name       text not null check (name <> ''),
        email      text not null unique check (email = lower(email)),
        language   text not null check (language in ('en', 'fr', 'nl', 'sv', 'de')),
        role       text not null,
        iban       text not null,
        facts      jsonb not null,
        created_at timestamptz not null default now()
      );`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: members are not thrown away.');
  }
}
