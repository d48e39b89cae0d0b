import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money of clients that was sent back. Only added. */
export class Refunds1767225765100 implements MigrationInterface {
  readonly name = 'Refunds1767225765100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table client_refund (
        id         uuid primary key,
        entity     uuid not null references legal_entity,
        client     uuid not null references client,
        amount     bigint not null check (amount > 0),
        currency   char(3) not null,
        iban       text not null,
        reason     text not null check (reason ~ '\\S'),
        ordered_by uuid not null,
        ordered_at timestamptz not null
      );
      create index client_refund_by_client on client_refund (client, id);
      create trigger client_refund_is_only_added before update or delete or truncate on client_refund
        for each statement execute function invoicing_is_only_added();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was sent back to clients is not thrown away.');
  }
}
