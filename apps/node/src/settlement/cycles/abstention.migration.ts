import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a node that was restored from a backup may not do yet, because it may have done it before. */
export class Abstention1767225601015 implements MigrationInterface {
  readonly name = 'Abstention1767225601015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table abstention (upto text not null, missing text[] not null);
      create unique index abstention_is_one on abstention ((true));`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what a node has forgotten stays forgotten.');
  }
}
