import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credit notes, invoices that replace others, rounding to whole kronor, and the papers as they were made. */
export class CreditNotes1767225601710 implements MigrationInterface {
  readonly name = 'CreditNotes1767225601710';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [invoices, numbers, creditNotes, papers]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: credit notes and papers are not thrown away.');
  }
}

/** A mission is billed once; what was taken back may be billed once more. */
const invoices = `
  alter table invoice add column rounding bigint not null default 0;
  alter table invoice add column replaces uuid unique references invoice;
  alter table invoice drop constraint invoice_mission_key;
  create unique index invoice_by_mission on invoice (mission) where replaces is null;`;

const numbers = `
  alter table invoice_number add column series text not null default 'invoice'
    check (series in ('invoice', 'credit-note'));
  alter table invoice_number drop constraint invoice_number_pkey;
  alter table invoice_number add primary key (entity, series, year);`;

const creditNotes = `
  create table credit_note (
    id         uuid primary key,
    entity     uuid not null references legal_entity,
    year       int not null,
    ordinal    int not null check (ordinal > 0),
    number     text not null,
    invoice    uuid not null references invoice,
    issued_on  date not null,
    reason     text not null check (reason <> ''),
    net        bigint not null check (net > 0),
    vat        bigint not null check (vat >= 0),
    gross      bigint not null check (net + vat = gross),
    rounding   bigint not null,
    set_off    bigint not null check (set_off between 0 and gross + rounding),
    currency   char(3) not null,
    decided_by uuid,
    unique (entity, year, ordinal)
  );
  create index credit_note_by_invoice on credit_note (invoice, id);
  create trigger credit_note_is_only_added before update or delete or truncate on credit_note
    for each statement execute function invoicing_is_only_added();`;

const papers = `
  create table invoice_paper (
    document uuid not null,
    form     text not null check (form in ('xml', 'pdf')),
    made_at  timestamptz not null,
    sha256   bytea not null check (sha256 = sha256(content)),
    content  bytea not null,
    primary key (document, form)
  );
  create trigger invoice_paper_is_only_added before update or delete or truncate on invoice_paper
    for each statement execute function invoicing_is_only_added();`;
