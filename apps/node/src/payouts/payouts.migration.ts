import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Orders to the bank. The database itself keeps a transfer out of two files, and a file away from whoever has not two
 * people behind it.
 */
export class Payouts1767225602310 implements MigrationInterface {
  readonly name = 'Payouts1767225602310';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was sent to a bank is not forgotten.');
  }
}

const tables = `
  create table payout (
    id          uuid primary key,
    entity      uuid not null references legal_entity,
    currency    char(3) not null,
    state       text not null default 'prepared' check (state in ('prepared', 'approved', 'withdrawn')),
    prepared_by text not null,
    prepared_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    unique (id, state),
    constraint decided_by_somebody check ((state = 'prepared') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint approved_by_another check (state <> 'approved' or decided_by <> prepared_by)
  );
  create table payout_line (
    payout       uuid not null references payout,
    transfer     uuid not null references transfer_order,
    to_name      text not null,
    to_iban      text not null,
    purpose      text not null check (purpose in ('SALA', 'SUPP', 'INTC')),
    text         text not null,
    taken_out_by text,
    taken_out_at timestamptz,
    primary key (payout, transfer),
    check ((taken_out_by is null) = (taken_out_at is null))
  );
  create unique index payout_line_is_in_one_file on payout_line (transfer) where taken_out_at is null;
  create table payout_file (
    payout  uuid primary key,
    state   text not null default 'approved' check (state = 'approved'),
    sha256  bytea not null check (sha256 = sha256(content)),
    content bytea not null,
    foreign key (payout, state) references payout (id, state)
  );`;

const guards = `
  create function payout_is_decided_once() returns trigger language plpgsql as $$
  begin
    if old.state <> 'prepared' or (new.id, new.entity, new.currency, new.prepared_by, new.prepared_at)
        is distinct from (old.id, old.entity, old.currency, old.prepared_by, old.prepared_at) then
      raise exception 'a payout is decided once and otherwise not changed: prepare another one';
    end if;
    return new;
  end $$;
  create trigger payout_is_decided_once before update on payout
    for each row execute function payout_is_decided_once();
  create function payout_line_is_as_prepared() returns trigger language plpgsql as $$
  begin
    if (select state from payout where id = new.payout) <> 'prepared' then
      raise exception 'what is in a payout is settled when it is decided';
    end if;
    if tg_op = 'UPDATE' and (old.taken_out_at is not null or
        (new.payout, new.transfer, new.to_name, new.to_iban, new.purpose, new.text)
        is distinct from (old.payout, old.transfer, old.to_name, old.to_iban, old.purpose, old.text)) then
      raise exception 'a line of a payout is taken out, never changed';
    end if;
    return new;
  end $$;
  create trigger payout_line_is_as_prepared before insert or update on payout_line
    for each row execute function payout_line_is_as_prepared();
  ${['payout', 'payout_line']
    .map(
      (table) => `create trigger ${table}_is_kept before delete or truncate on ${table}
    for each statement execute function invoicing_is_only_added();`,
    )
    .join('\n  ')}
  create trigger payout_file_is_only_added before update or delete or truncate on payout_file
    for each statement execute function invoicing_is_only_added();`;
