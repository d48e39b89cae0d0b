import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters of institutions about certificates, kept as bytes beside what is recorded of them. */
export class A1Documents1767225601235 implements MigrationInterface {
  readonly name = 'A1Documents1767225601235';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table a1_document (
        id            uuid primary key,
        entity        uuid not null references legal_entity,
        hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
        member        uuid not null references member,
        media         text not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
        size          int not null check (size > 0),
        received_at   timestamptz not null,
        received_from text not null,
        keep_until    date not null,
        bytes         bytea not null,
        constraint a1_document_once unique (entity, hash)
      );
      create index a1_document_by_member on a1_document (member, id);
      create function a1_document_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'letters of institutions are kept as they came';
      end $$;
      create trigger a1_document_is_kept before update or delete or truncate on a1_document
        for each statement execute function a1_document_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: letters of institutions must be kept for years.');
  }
}
