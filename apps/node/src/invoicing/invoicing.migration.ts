import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices and what the bank says. Everything here is only added, apart from the counters of numbers. */
export class Invoicing1767225600700 implements MigrationInterface {
  readonly name = 'Invoicing1767225600700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [invoices, bank, transfers, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: invoices and bank statements are not thrown away.');
  }
}

const invoices = `
  create table invoice (
    id             uuid primary key,
    entity         uuid not null references legal_entity,
    year           int not null,
    ordinal        int not null check (ordinal > 0),
    number         text not null,
    mission        uuid not null unique references mission,
    client         uuid not null references client,
    buyer          jsonb not null,
    member         uuid references member,
    issued_on      date not null,
    due_on         date not null check (due_on >= issued_on),
    lines          jsonb not null,
    net            bigint not null check (net > 0),
    vat            bigint not null check (vat >= 0),
    gross          bigint not null,
    currency       char(3) not null,
    reference_kind text not null check (reference_kind in ('ogm', 'ocr', 'rf')),
    reference      text not null,
    check (net + vat = gross),
    unique (entity, year, ordinal),
    unique (entity, number),
    unique (entity, reference)
  );
  create index invoice_by_member on invoice (member, id);
  create index invoice_by_client on invoice (client, id);
  create table invoice_number (
    entity uuid not null references legal_entity,
    year   int not null,
    last   int not null,
    primary key (entity, year)
  );
  create table invoice_held (
    mission  uuid primary key references mission,
    since    timestamptz not null,
    reason   text not null,
    detail   text not null,
    report   text
  );`;

const bank = `
  create table bank_file (
    id          uuid primary key,
    hash        bytea not null unique,
    received_at timestamptz not null,
    received_by uuid,
    content     bytea not null
  );
  create table bank_file_refused (
    file   uuid not null references bank_file,
    at     timestamptz not null,
    by     uuid,
    reason text not null,
    line   int,
    detail text not null
  );
  create table bank_statement (
    id        uuid primary key,
    file      uuid not null references bank_file,
    entity    uuid not null references legal_entity,
    bank_id   text not null,
    opening   bigint not null,
    closing   bigint not null,
    currency  char(3) not null
  );
  create table bank_line (
    id                uuid primary key,
    entity            uuid not null references legal_entity,
    identity          text not null,
    statement         uuid not null references bank_statement,
    booked_on         date not null,
    value_on          date,
    amount            bigint not null check (amount <> 0),
    currency          char(3) not null,
    bank_reference    text,
    counterparty_name text,
    counterparty_iban text,
    text              text not null,
    line_references   text[] not null,
    is_reversal       boolean not null,
    unique (entity, identity)
  );
  create index bank_line_by_reference on bank_line using gin (line_references);
  create table bank_line_explained (
    line        uuid primary key references bank_line,
    transaction uuid not null references ledger_transaction
  );
  create table invoice_payment (
    line     uuid primary key references bank_line,
    invoice  uuid not null references invoice,
    amount   bigint not null check (amount > 0)
  );
  create index invoice_payment_by_invoice on invoice_payment (invoice);`;

const transfers = `
  create table transfer_order (
    id          uuid primary key,
    entity      uuid not null references legal_entity,
    reference   text not null check (reference ~ '^[A-Z0-9]{1,35}$'),
    to_name     text not null,
    to_iban     text not null,
    amount      bigint not null check (amount > 0),
    currency    char(3) not null,
    cause       text not null unique,
    day         date not null,
    transaction uuid not null references ledger_transaction deferrable initially deferred
  );
  create index transfer_order_by_reference on transfer_order (entity, reference);
  create table transfer_seen (
    transfer uuid primary key references transfer_order,
    line     uuid not null unique references bank_line
  );`;

const guards = `
  create function invoicing_is_only_added() returns trigger language plpgsql as $$
  begin
    raise exception 'invoices, payments, statements and orders are only added: answer a mistake with a document of its own';
  end $$;
  ${[
    'invoice',
    'bank_file',
    'bank_file_refused',
    'bank_statement',
    'bank_line',
    'bank_line_explained',
    'invoice_payment',
    'transfer_order',
    'transfer_seen',
  ]
    .map(
      (table) => `create trigger ${table}_is_only_added before update or delete or truncate on ${table}
    for each statement execute function invoicing_is_only_added();`,
    )
    .join('\n  ')}`;
