import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded about the formalities of missions: entries that follow each other and are never edited. */
export class Formalities1767225601230 implements MigrationInterface {
  readonly name = 'Formalities1767225601230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table formality (
        id        bigint generated always as identity primary key,
        mission   uuid not null references mission,
        terms     text not null,
        at        timestamptz not null,
        who       text not null,
        formality jsonb not null
      );
      create index formality_by_mission on formality (mission, id);
      create function formality_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'what was recorded about formalities is never edited';
      end $$;
      create trigger formality_is_kept before update or delete or truncate on formality
        for each statement execute function formality_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: formalities are not thrown away.');
  }
}
