import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The channels to other nodes. What was sent and received is the common history of a pair: it is only ever added to, so
 * that either side can prove what was said and give the other its own words back.
 */
export class Peers1767225600450 implements MigrationInterface {
  readonly name = 'Peers1767225600450';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [roster, channels, refusals, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what nodes said to each other is not thrown away.');
  }
}

const roster = `
  create table roster_version (
    version bigint primary key,
    hash    text not null unique,
    signed  jsonb not null,
    at      timestamptz not null default now()
  );`;

const channels = `
  create table channel (
    peer      text primary key,
    net       text not null,
    me        text not null,
    session   text not null,
    out_seq   bigint not null default 0,
    out_head  text not null default '',
    in_seq    bigint not null default 0,
    in_head   text not null default '',
    delivered bigint not null default 0,
    status    text not null default 'waiting' check (status in ('waiting', 'open', 'frozen', 'closed'))
  );
  create table intent (
    row  bigint generated always as identity primary key,
    id   uuid not null unique,
    peer text not null,
    type text not null,
    body jsonb not null,
    ack  bigint not null,
    at   timestamptz not null default now()
  );
  create index intent_by_peer on intent (peer, row);
  create table outbox (
    peer text not null,
    seq  bigint not null check (seq > 0),
    type text not null,
    hash text not null,
    m    text not null,
    sig  text not null,
    at   timestamptz not null default now(),
    primary key (peer, seq)
  );
  create table inbox (
    peer    text not null,
    seq     bigint not null check (seq > 0),
    msg_id  uuid not null,
    type    text not null,
    hash    text not null,
    m       text not null,
    sig     text not null,
    verdict text not null check (verdict in ('applied', 'refused', 'failed')),
    code    text,
    at      timestamptz not null default now(),
    primary key (peer, seq)
  );
  create index inbox_refused on inbox (peer) where verdict = 'refused';
  create table parked (
    peer     text not null,
    seq      bigint not null,
    concerns text[] not null,
    attempts int not null default 1,
    error    text not null,
    since    timestamptz not null default now(),
    last_at  timestamptz not null default clock_timestamp(),
    verdict  text check (verdict in ('applied', 'refused')),
    code     text,
    primary key (peer, seq),
    foreign key (peer, seq) references inbox
  );
  create index parked_open on parked (peer, seq) where verdict is null;`;

const refusals = `
  create table evidence (
    id   bigint generated always as identity primary key,
    peer text not null,
    kind text not null,
    a    jsonb not null,
    b    jsonb,
    at   timestamptz not null default now()
  );
  create table refused_frame (
    id     bigint generated always as identity primary key,
    peer   text not null,
    reason text not null,
    detail text not null,
    start  text not null,
    at     timestamptz not null default now()
  );
  create index refused_frame_by_peer on refused_frame (peer, id);
  create table refused_count (peer text primary key, forgotten bigint not null default 0);`;

const guards = `
  create function history_is_kept() returns trigger language plpgsql as $$
  begin
    raise exception 'the common history of two nodes is only added to: % of % is refused', tg_op, tg_table_name;
  end $$;
  create trigger history_is_kept before update or delete or truncate on outbox
    for each statement execute function history_is_kept();
  create trigger history_is_kept before update or delete or truncate on inbox
    for each statement execute function history_is_kept();
  create trigger history_is_kept before update or delete or truncate on evidence
    for each statement execute function history_is_kept();
  create trigger history_is_kept before update or delete or truncate on roster_version
    for each statement execute function history_is_kept();`;
