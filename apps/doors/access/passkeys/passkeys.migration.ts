import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Passkeys1767225500008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey (
        id         uuid primary key,
        account    uuid not null references account on delete cascade,
        name       text not null,
        credential text not null unique,
        public_key bytea not null,
        transports text[] not null,
        counter    bigint not null,
        made_at    timestamptz not null default now(),
        used_at    timestamptz
      );
      create index passkey_account on passkey (account);`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
