import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities that members share, and what of missions is set aside. Money is nowhere here: it is in the books. */
export class Activities1767225601310 implements MigrationInterface {
  readonly name = 'Activities1767225601310';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [activities, setAsides]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: the books name these activities.');
  }
}

const activities = `
  create table activity (
    id     uuid primary key,
    entity uuid not null references legal_entity,
    name   text not null check (name <> '')
  );
  create table activity_member (
    activity  uuid not null references activity,
    member    uuid not null references member,
    role      text not null check (role in ('lead', 'member')),
    joined_at timestamptz,
    invited   bigint generated always as identity,
    primary key (activity, member)
  );
  create index activity_member_by_member on activity_member (member);`;

/** The activity is a shared one or a member's own, so it cannot be a key of one table. */
const setAsides = `
  create table set_aside (
    mission    uuid primary key references mission,
    activity   uuid not null,
    amount     bigint not null check (amount > 0),
    currency   char(3) not null,
    decided_by text not null,
    decided_at timestamptz not null
  );
  create index set_aside_by_activity on set_aside (activity);`;
