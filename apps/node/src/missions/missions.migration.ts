import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Missions, what happened to them, and the links with which clients answer. */
export class Missions1767225600600 implements MigrationInterface {
  readonly name = 'Missions1767225600600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [missions, links, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: missions are not thrown away.');
  }
}

const missions = `
  create table mission (
    id                  uuid primary key,
    reference           text not null unique,
    role                text not null check (role in ('home', 'host', 'both')),
    entity              uuid not null references legal_entity,
    member              uuid references member,
    client              uuid not null references client,
    state               text not null check (state in ('draft', 'branch_check', 'changes_requested', 'offered',
                          'client_confirmation', 'active', 'completed', 'refused', 'cancelled')),
    terms               jsonb not null,
    terms_hash          text not null,
    home_signature      text,
    host_signature      text,
    reason              text,
    client_confirmed_at timestamptz,
    registered_at       timestamptz not null,
    check ((role = 'host') = (member is null))
  );
  create index mission_by_member on mission (member, id);
  create table mission_number (year int primary key, last int not null);
  create table mission_event (
    id      bigint generated always as identity primary key,
    mission uuid not null references mission,
    at      timestamptz not null,
    who     text not null,
    what    text not null,
    text    text
  );
  create index mission_event_by_mission on mission_event (mission, id);`;

const links = `
  create table confirmation_link (
    id          uuid primary key,
    mission     uuid not null references mission,
    token_hash  bytea not null unique,
    terms_hash  text not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    withdrawn   boolean not null default false,
    answered_at timestamptz,
    answer      text check (answer in ('accept', 'changes', 'refuse')),
    text        text,
    evidence    jsonb,
    check ((answered_at is null) = (answer is null))
  );
  create index confirmation_link_by_mission on confirmation_link (mission);`;

const guards = `
  create function mission_event_is_kept() returns trigger language plpgsql as $$
  begin
    raise exception 'what happened to a mission is never edited';
  end $$;
  create trigger mission_event_is_kept before update or delete or truncate on mission_event
    for each statement execute function mission_event_is_kept();`;
