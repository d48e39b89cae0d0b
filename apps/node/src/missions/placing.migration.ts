import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Formalities become a state of missions, and pairs of countries can be opened for placing. */
export class Placing1767225601210 implements MigrationInterface {
  readonly name = 'Placing1767225601210';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [states, openings, guard]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: who answered for a placing is not forgotten.');
  }
}

const states = `
  alter table mission drop constraint mission_state_check;
  alter table mission add constraint mission_state_check check (state in ('draft', 'branch_check', 'changes_requested',
    'offered', 'client_confirmation', 'formalities', 'active', 'completed', 'refused', 'cancelled'));`;

const openings = `
  create table placing_opening (
    id            uuid primary key,
    entity        uuid not null references legal_entity,
    home          char(2) not null,
    host          char(2) not null check (host <> home),
    reason        text not null check (reason <> ''),
    opened_by     text not null,
    opened_at     timestamptz not null,
    closed_by     text,
    closed_at     timestamptz,
    closed_reason text check (closed_reason <> ''),
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_reason is null))
  );`;

const guard = `
  create function placing_opening_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.closed_at is null
      and (new.id, new.entity, new.home, new.host, new.reason, new.opened_by, new.opened_at)
        = (old.id, old.entity, old.home, old.host, old.reason, old.opened_by, old.opened_at)
    then return new;
    end if;
    raise exception 'who allowed placing, and why, is never edited: close it and open it anew';
  end $$;
  create trigger placing_opening_is_kept before update or delete on placing_opening
    for each row execute function placing_opening_is_kept();`;
