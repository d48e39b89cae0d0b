import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What workers are told of, and by which ways they want to hear it. */
export class Notifications1767225602510 implements MigrationInterface {
  readonly name = 'Notifications1767225602510';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, beginning]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what somebody was told is not taken back.');
  }
}

const tables = `
  create table notification (
    id      uuid primary key,
    member  uuid not null references member,
    kind    text not null,
    name    text not null,
    path    text not null,
    at      timestamptz not null,
    read_at timestamptz
  );
  create index notification_by_member on notification (member, id);
  create table notification_wish (
    member uuid not null references member,
    kind   text not null,
    in_app boolean not null,
    mail   boolean not null,
    primary key (member, kind)
  );`;

/** Nobody is told of years that are past: the follower begins with what happens from now on. */
const beginning = `
  insert into follower (name, upto) select 'notifications', coalesce(max(position), 0) from fact;`;
