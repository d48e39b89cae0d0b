import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Expenses and their receipts. Receipts are kept as bytes in the database: a claim and its receipt then become true, are
 * backed up and are restored together.
 */
export class Expenses1767225601320 implements MigrationInterface {
  readonly name = 'Expenses1767225601320';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [receipts, expenses, guard]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: receipts must be kept for years.');
  }
}

const receipts = `
  create table receipt (
    id          uuid primary key,
    entity      uuid not null references legal_entity,
    member      uuid not null references member,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    media       text not null,
    size        int not null check (size > 0),
    received_at timestamptz not null,
    keep_until  date not null,
    bytes       bytea not null,
    constraint receipt_once unique (entity, hash)
  );
  create index receipt_by_member on receipt (member, id);`;

/** A receipt stands for one expense; one whose expense was refused may be used again. */
const expenses = `
  create table expense (
    id          uuid primary key,
    entity      uuid not null references legal_entity,
    member      uuid not null references member,
    activity    uuid not null,
    state       text not null check (state in ('draft', 'submitted', 'approved', 'refused', 'paid')),
    form        jsonb not null,
    claim       jsonb,
    made_at     timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    reason      text,
    paid_on     date,
    check ((state = 'draft') = (claim is null)),
    check ((state in ('draft', 'submitted')) = (decided_at is null)),
    check ((state = 'paid') = (paid_on is not null))
  );
  create index expense_by_member on expense (member, id);
  create table expense_receipt (
    receipt uuid primary key references receipt,
    expense uuid not null references expense
  );
  create index expense_receipt_by_expense on expense_receipt (expense);`;

const guard = `
  create function receipt_is_kept() returns trigger language plpgsql as $$
  begin
    raise exception 'receipts are kept as they came';
  end $$;
  create trigger receipt_is_kept before update or delete or truncate on receipt
    for each statement execute function receipt_is_kept();
  create function expense_only_goes_on() returns trigger language plpgsql as $$
  begin
    if old.claim is not null and new.claim is distinct from old.claim or old.state in ('refused', 'paid') then
      raise exception 'a claim that was made is not changed: answer it';
    end if;
    return new;
  end $$;
  create trigger expense_only_goes_on before update on expense for each row execute function expense_only_goes_on();`;
