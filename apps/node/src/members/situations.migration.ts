import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where members live and what else they do, as stated from a day on. A statement is followed by another, never edited. */
export class Situations1767225601220 implements MigrationInterface {
  readonly name = 'Situations1767225601220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_situation (
        id        bigint generated always as identity primary key,
        member    uuid not null references member,
        from_day  date not null,
        situation jsonb not null,
        stated_by text not null,
        stated_at timestamptz not null
      );
      create index member_situation_by_day on member_situation (member, from_day, id);
      create function member_situation_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'what was stated of a member is never edited: state it anew';
      end $$;
      create trigger member_situation_is_kept before update or delete or truncate on member_situation
        for each statement execute function member_situation_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: answers about insurance rest on what was stated.');
  }
}
