import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank files that were too large to be kept whole: how they begin, from whom, how large, and by what they are known again. */
export class TooLargeFiles1767225604320 implements MigrationInterface {
  readonly name = 'TooLargeFiles1767225604320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bank_file_too_large (
        sha256 bytea primary key,
        at     timestamptz not null,
        by     uuid,
        size   bigint not null check (size > 0),
        head   uuid not null references bank_file
      );
      create trigger bank_file_too_large_is_only_added before update or delete or truncate on bank_file_too_large
        for each statement execute function invoicing_is_only_added();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: a person may still have to ask the bank for another file.');
  }
}
