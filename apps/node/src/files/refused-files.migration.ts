import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that could not be read are kept for a person to look at, sealed like those that were taken. */
export class RefusedFiles1767225604010 implements MigrationInterface {
  readonly name = 'RefusedFiles1767225604010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [files, guard]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: somebody may still wait for help with a file.');
  }
}

const files = `
  create table refused_file (
    id     uuid primary key,
    entity uuid not null references legal_entity,
    member uuid not null references member,
    door   text not null check (door in ('receipt', 'a1-document')),
    by     uuid not null,
    at     timestamptz not null,
    reason text not null,
    size   int not null check (size > 0),
    hash   text not null check (hash ~ '^[0-9a-f]{64}$'),
    bytes  bytea not null,
    constraint refused_file_once unique (member, hash)
  );`;

const guard = `
  create trigger refused_file_is_only_sealed before update on refused_file
    for each row execute function file_is_only_sealed();`;
