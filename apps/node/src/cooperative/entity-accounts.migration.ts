import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank accounts in further currencies: what another branch pays in its own currency arrives in that currency. */
export class EntityAccounts1767225600310 implements MigrationInterface {
  readonly name = 'EntityAccounts1767225600310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entity_account (
        entity   uuid not null references legal_entity,
        currency char(3) not null,
        iban     text not null unique,
        bic      text not null,
        primary key (entity, currency)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: accounts that money went through are not forgotten.');
  }
}
