import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As what a client buys, and what VIES said of its VAT number. */
export class ClientTax1767225601110 implements MigrationInterface {
  readonly name = 'ClientTax1767225601110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table client add column status text check (status in ('taxable', 'non_taxable_legal_person', 'private'));
      alter table client add check (status <> 'private' or vat_number is null);
      create table client_vies_answer (
        client              uuid not null references client,
        vat_number          text not null,
        at                  timestamptz not null,
        valid               boolean not null,
        consultation_number text check (consultation_number <> ''),
        recorded_by         uuid,
        recorded_at         timestamptz not null default now(),
        primary key (client, vat_number, at)
      );
      create function client_vies_answer_is_only_added() returns trigger language plpgsql as $$
      begin
        raise exception 'answers of VIES are only added: record the next one';
      end $$;
      create trigger client_vies_answer_is_only_added before update or delete or truncate on client_vies_answer
        for each statement execute function client_vies_answer_is_only_added();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: answers of VIES are evidence.');
  }
}
