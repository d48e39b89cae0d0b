import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who saw and did what. Nobody edits it, and nobody takes an entry out before it is old. */
export class Trail1767225500006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table trail_entry (
        number   bigint generated always as identity primary key,
        at       timestamptz not null,
        who      uuid,
        name     text not null,
        roles    text[] not null,
        act      text not null,
        things   uuid[] not null,
        status   int,
        trace_id text
      );
      create index trail_entry_things on trail_entry using gin (things);
      create index trail_entry_name on trail_entry (name, number);
      create index trail_entry_at on trail_entry (at);
      create function trail_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and old.at < now() - interval '2 years' then return old; end if;
        raise exception 'the trail is only added to, and forgotten after two years';
      end $$;
      create trigger trail_is_kept before update or delete on trail_entry for each row execute function trail_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
