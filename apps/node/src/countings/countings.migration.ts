import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who lets two of her cooperatives tell each other her days, and every question that was asked about it. */
export class Countings1767225601240 implements MigrationInterface {
  readonly name = 'Countings1767225601240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table counting_consent (
        member uuid not null references member,
        peer   text not null,
        code   text not null check (code ~ '^[A-Za-z0-9_-]{43}$'),
        since  timestamptz not null,
        primary key (member, peer),
        constraint counting_code_once unique (peer, code)
      );
      create table counting (
        id        uuid primary key,
        member    uuid not null references member,
        peer      text not null,
        direction text not null check (direction in ('asked', 'answered')),
        host      text not null,
        spans     jsonb not null,
        asked_at  timestamptz not null,
        answer    jsonb
      );
      create index counting_by_member on counting (member, id);
      create function counting_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if old.answer is null and new.answer is not null
            and (new.id, new.member, new.peer, new.direction, new.host, new.spans, new.asked_at)
              = (old.id, old.member, old.peer, old.direction, old.host, old.spans, old.asked_at) then
            return new;
          end if;
        end if;
        raise exception 'what was told of a member is kept as it was told';
      end $$;
      create trigger counting_is_kept before update or delete on counting
        for each row execute function counting_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: members may read what was told about them.');
  }
}
