import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of before there was a key may be sealed where they lie; nothing else of them is ever changed. */
export class SealedFiles1767225603910 implements MigrationInterface {
  readonly name = 'SealedFiles1767225603910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(onlySealed);
    await runner.query(guardOf('receipt', { statement: 'truncate' }));
    await runner.query(guardOf('a1_document', { statement: 'delete or truncate' }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was sealed stays so.');
  }
}

/** What begins with the mark of sealed bytes has been sealed already. */
const onlySealed = `
  create function file_is_only_sealed() returns trigger language plpgsql as $$
  declare
    mark constant bytea := '\\x007365616c656400';
    is_sealed boolean := substring(old.bytes from 1 for 8) <> mark and substring(new.bytes from 1 for 8) = mark;
  begin
    old.bytes := new.bytes;
    if not is_sealed or old is distinct from new then
      raise exception 'files are kept as they came: they are sealed once, and otherwise not changed';
    end if;
    return new;
  end $$;`;

const guardOf = (table: string, { statement }: { readonly statement: string }): string => `
  drop trigger ${table}_is_kept on ${table};
  create trigger ${table}_is_kept before ${statement} on ${table}
    for each statement execute function ${table}_is_kept();
  create trigger ${table}_is_only_sealed before update on ${table}
    for each row execute function file_is_only_sealed();`;
