import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of money that went out without an order, and what of it the bank gave back. Both are only added. */
export class Debits1767225765000 implements MigrationInterface {
  readonly name = 'Debits1767225765000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table debit_explanation (
        id          uuid primary key,
        line        uuid not null references bank_line,
        kind        text not null check (kind in ('bank-fee', 'interest', 'wage-tax', 'social-security', 'vat', 'purchase',
                      'own-account', 'client-refund', 'claimed-back')),
        client      uuid references client,
        text        text not null check (text ~ '\\S'),
        by          uuid not null,
        at          timestamptz not null,
        transaction uuid not null references ledger_transaction,
        check ((kind = 'client-refund') = (client is not null))
      );
      create unique index debit_claimed_once on debit_explanation (line) where kind = 'claimed-back';
      create unique index debit_explained_once on debit_explanation (line) where kind <> 'claimed-back';
      create table debit_return (
        line        uuid primary key references bank_line,
        debit       uuid not null references bank_line,
        amount      bigint not null check (amount > 0),
        by          uuid not null,
        at          timestamptz not null,
        transaction uuid not null references ledger_transaction
      );
      create index debit_return_by_debit on debit_return (debit);
      ${['debit_explanation', 'debit_return']
        .map(
          (table) => `create trigger ${table}_is_only_added before update or delete or truncate on ${table}
            for each statement execute function invoicing_is_only_added();`,
        )
        .join('\n')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was said of bank lines is not thrown away.');
  }
}
