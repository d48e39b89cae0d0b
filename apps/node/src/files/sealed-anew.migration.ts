import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When keys are changed, sealed files may be sealed anew with another key; nothing else of them is ever changed. */
export class SealedAnew1767225603920 implements MigrationInterface {
  readonly name = 'SealedAnew1767225603920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(onlySealed);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was sealed stays so.');
  }
}

/** Sealed bytes begin with the mark, the version of the form and, in the bytes 10 to 13, the id of the key. */
const onlySealed = `
  create or replace function file_is_only_sealed() returns trigger language plpgsql as $$
  declare
    mark constant bytea := '\\x007365616c656400';
    was_sealed boolean := substring(old.bytes from 1 for 8) = mark;
    is_other_key boolean := substring(old.bytes from 10 for 4) <> substring(new.bytes from 10 for 4)
      and coalesce(current_setting('passerelle.sealing_anew', true), '') = 'yes';
    is_sealing boolean := substring(new.bytes from 1 for 8) = mark and (not was_sealed or is_other_key);
  begin
    old.bytes := new.bytes;
    if not is_sealing or old is distinct from new then
      raise exception 'files are kept as they came: they are sealed once, and otherwise not changed';
    end if;
    return new;
  end $$;`;
