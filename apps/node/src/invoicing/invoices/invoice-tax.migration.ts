import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an invoice is taxed and why, what was said about the supply of a mission, and the VAT numbers of partners. */
export class InvoiceTax1767225601120 implements MigrationInterface {
  readonly name = 'InvoiceTax1767225601120';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [supplies, invoices, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: why an invoice is taxed as it is stays with it.');
  }
}

const supplies = `
  create table mission_supply (
    mission       uuid primary key references mission,
    rate_class    text not null check (rate_class in ('standard', 'cultural_reduced', 'copyright_reduced', 'exempt_cultural')),
    is_virtual    boolean not null,
    establishment char(2),
    said_by       uuid,
    said_at       timestamptz not null
  );
  create table partner_vat_answer (
    node                text not null,
    vat_number          text not null,
    at                  timestamptz not null,
    valid               boolean not null,
    consultation_number text check (consultation_number <> ''),
    recorded_by         uuid,
    recorded_at         timestamptz not null default now(),
    primary key (node, vat_number, at)
  );`;

/** Invoices of earlier releases were all between two of one country at its standard rate: that is written down here. */
const invoices = `
  alter table invoice add column tax jsonb;
  alter table invoice disable trigger invoice_is_only_added;
  update invoice i set tax = jsonb_build_object(
    'placeOfSupply', e.country, 'treatment', 'CHARGE_DOMESTIC', 'vatCountry', e.country,
    'ratePercent', i.lines->0->>'vatPercent', 'rateSource', null, 'liable', 'supplier', 'mention', null,
    'mentionText', null, 'recapitulativeStatement', false, 'basis', jsonb_build_array('2006/112 Art. 44', '2006/112 Art. 45'),
    'flags', '[]'::jsonb, 'sellerVatNumber', e.vat_number)
  from legal_entity e where e.id = i.entity;
  alter table invoice enable trigger invoice_is_only_added;
  alter table invoice alter column tax set not null;
  alter table invoice add check (tax->>'treatment' like 'CHARGE%' or vat = 0);
  create index invoice_in_recapitulative_statement on invoice (entity, issued_on)
    where (tax->>'recapitulativeStatement')::boolean;`;

const guards = `
  create trigger partner_vat_answer_is_only_added before update or delete or truncate on partner_vat_answer
    for each statement execute function invoicing_is_only_added();`;
