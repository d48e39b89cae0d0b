import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That histories are equal, and which debts two nodes see differently. */
export class Reconciliation1767225601060 implements MigrationInterface {
  readonly name = 'Reconciliation1767225601060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reconciliation (
        peer   text primary key,
        day    date not null,
        ours   bigint not null,
        theirs bigint not null,
        at     timestamptz not null default now()
      );
      create table reconciliation_difference (
        cycle      text not null,
        peer       text not null,
        obligation uuid not null,
        mine       jsonb,
        theirs     jsonb,
        at         timestamptz not null default now(),
        primary key (cycle, peer, obligation)
      );`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what two nodes found is not thrown away.');
  }
}
