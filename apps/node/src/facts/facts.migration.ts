import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The record of facts and the cursors of its followers.
 *
 * Values of a sequence become visible out of order when transactions overlap, and a follower that has passed position 8
 * would never see a 7 committed later. So a fact gets its position at the very end of its transaction, by a deferred
 * trigger, under a lock that is held until the commit is visible. Taking the lock that late also means that its holder
 * waits for nothing else: recording facts cannot deadlock with the row locks of use cases.
 */
export class Facts1767225600100 implements MigrationInterface {
  readonly name = 'Facts1767225600100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, placing, guard]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: the record of facts is not thrown away.');
  }
}

const tables = `
  create sequence fact_position;
  create table fact (
    id          bigint generated always as identity primary key,
    position    bigint unique,
    recorded_at timestamptz not null default clock_timestamp(),
    kind        text not null check (kind <> ''),
    subject     text not null check (subject <> ''),
    body        jsonb not null
  );
  create index fact_by_kind on fact (kind, position);
  create table follower (
    name text primary key,
    upto bigint not null default 0
  );`;

/** 7_083 is this program's number for the lock; advisory locks are separate for each database. */
const placing = `
  create function fact_takes_its_place() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(7083);
    update fact set position = nextval('fact_position') where id = new.id;
    perform pg_notify('fact', '');
    return null;
  end $$;
  create constraint trigger fact_takes_its_place after insert on fact
    deferrable initially deferred for each row execute function fact_takes_its_place();`;

const guard = `
  create function fact_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if old.position is null and new.position is not null
         and (new.id, new.recorded_at, new.kind, new.subject, new.body)
           = (old.id, old.recorded_at, old.kind, old.subject, old.body) then
        return new;
      end if;
    elsif tg_op = 'INSERT' then
      if new.position is null then
        return new;
      end if;
    end if;
    raise exception 'facts are only added: record another fact that says what happened since';
  end $$;
  create trigger fact_stays before insert or update or delete on fact for each row execute function fact_stays();
  create trigger fact_stays_whole before truncate on fact for each statement execute function fact_stays();`;
