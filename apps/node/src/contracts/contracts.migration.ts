import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts between workers and their cooperative: as they were offered, and with the proof that they were signed. */
export class Contracts1767225604310 implements MigrationInterface {
  readonly name = 'Contracts1767225604310';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, guards, beginning]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: signed contracts are not thrown away.');
  }
}

const tables = `
  create table contract (
    id         uuid primary key,
    mission    uuid not null references mission,
    terms_hash text not null,
    member     uuid not null references member,
    paper      jsonb not null,
    offered_at timestamptz not null,
    sha256     bytea not null check (sha256 = sha256(content)),
    content    bytea not null,
    unique (mission, terms_hash)
  );
  create index contract_by_member on contract (member, id);
  create table contract_signature (
    contract   uuid primary key references contract,
    account    uuid not null,
    email      text not null,
    signed_at  timestamptz not null,
    address    text not null,
    user_agent text not null,
    sha256     bytea not null check (sha256 = sha256(content)),
    content    bytea not null
  );`;

const guards = `
  create function contract_is_only_added() returns trigger language plpgsql as $$
  begin
    raise exception 'contracts are kept as they were offered and signed';
  end $$;
  create trigger contract_is_only_added before update or delete or truncate on contract
    for each statement execute function contract_is_only_added();
  create trigger contract_signature_is_only_added before update or delete or truncate on contract_signature
    for each statement execute function contract_is_only_added();`;

/** Nobody is offered a contract for work that began before there were any. */
const beginning = `
  insert into follower (name, upto) select 'contracts', coalesce(max(position), 0) from fact;`;
