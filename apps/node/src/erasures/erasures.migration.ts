import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasures that were done, and the one way in which what is kept may go: events of a mission that was never sent, and
 * receipts that no expense has. The database goes on refusing everything else.
 */
export class Erasures1767225602520 implements MigrationInterface {
  readonly name = 'Erasures1767225602520';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [erasures, events, receipts]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was erased does not come back.');
  }
}

const erasures = `
  create table erasure (
    id     uuid primary key,
    member uuid not null references member,
    by     text not null,
    at     timestamptz not null,
    erased jsonb not null
  );
  create index erasure_by_member on erasure (member, id);
  create function erasure_is_only_added() returns trigger language plpgsql as $$
  begin
    raise exception 'what was erased, and when, is never edited';
  end $$;
  create trigger erasure_is_only_added before update or delete or truncate on erasure
    for each statement execute function erasure_is_only_added();`;

const events = `
  drop trigger mission_event_is_kept on mission_event;
  create trigger mission_event_is_kept before update or truncate on mission_event
    for each statement execute function mission_event_is_kept();
  create function mission_event_of_a_draft() returns trigger language plpgsql as $$
  begin
    if exists (select from mission where id = old.mission and state <> 'draft')
       or exists (select from mission_event where mission = old.mission and what not in ('register', 'change')) then
      raise exception 'what happened to a mission is never edited';
    end if;
    return old;
  end $$;
  create trigger mission_event_of_a_draft before delete on mission_event
    for each row execute function mission_event_of_a_draft();`;

const receipts = `
  drop trigger receipt_is_kept on receipt;
  create trigger receipt_is_kept before update or truncate on receipt
    for each statement execute function receipt_is_kept();
  create function receipt_without_expense() returns trigger language plpgsql as $$
  begin
    if exists (select from expense where member = old.member and form -> 'receipts' ? old.id::text)
       or exists (select from expense_receipt where receipt = old.id) then
      raise exception 'receipts are kept as they came';
    end if;
    return old;
  end $$;
  create trigger receipt_without_expense before delete on receipt
    for each row execute function receipt_without_expense();`;
