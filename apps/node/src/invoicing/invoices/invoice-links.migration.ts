import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links in letters, with which a client reads one invoice. Only the hash of what the letter holds is kept. */
export class InvoiceLinks1767225601820 implements MigrationInterface {
  readonly name = 'InvoiceLinks1767225601820';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invoice_link (
        token_hash bytea primary key,
        invoice    uuid not null references invoice,
        made_at    timestamptz not null
      );`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: links are in letters that were sent.');
  }
}
