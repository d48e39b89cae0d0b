import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank files that are too large to be imported are kept whole, in parts that are sealed, for a person to look at. */
export class LargeBankFiles1767225740010 implements MigrationInterface {
  readonly name = 'LargeBankFiles1767225740010';

  async up(runner: QueryRunner): Promise<void> {
    // The file's row comes after its parts: how large it is and what its fingerprint is, is known at its end.
    await runner.query(`
      create table bank_file_large (
        id     uuid primary key,
        sha256 bytea not null unique,
        at     timestamptz not null,
        by     uuid not null,
        size   bigint not null check (size > 0)
      );
      create table bank_file_part (
        id    uuid primary key,
        file  uuid not null references bank_file_large deferrable initially deferred,
        part  int not null check (part >= 0),
        bytes bytea not null,
        unique (file, part)
      );
      create trigger bank_file_large_is_only_added before update or delete or truncate on bank_file_large
        for each statement execute function invoicing_is_only_added();
      create trigger bank_file_part_is_only_added before delete or truncate on bank_file_part
        for each statement execute function invoicing_is_only_added();
      create trigger bank_file_part_is_only_sealed before update on bank_file_part
        for each row execute function file_is_only_sealed();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: a person may still have to look at a file.');
  }
}
