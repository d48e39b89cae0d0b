import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proofs of misbehaviour that members show each other. */
export class Evidence1767225600470 implements MigrationInterface {
  readonly name = 'Evidence1767225600470';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_shared (
        evidence bigint primary key references evidence,
        at       timestamptz not null default now()
      );
      create table evidence_part (
        by_node  text not null,
        evidence text not null,
        part     int not null,
        parts    int not null,
        chunks   jsonb not null,
        primary key (by_node, evidence, part)
      );
      create table evidence_known (
        hash    text primary key,
        by_node text not null,
        against text not null,
        kind    text not null,
        verdict text not null check (verdict in ('proved', 'has-to-show')),
        proof   jsonb not null,
        at      timestamptz not null default now()
      );
      create trigger history_is_kept before update or delete or truncate on evidence_shared
        for each statement execute function history_is_kept();
      create trigger history_is_kept before update or delete or truncate on evidence_known
        for each statement execute function history_is_kept();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: proofs are not thrown away.');
  }
}
