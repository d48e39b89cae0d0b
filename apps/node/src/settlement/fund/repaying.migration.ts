import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came back of a default, who has been told, and the debts by which it is given on. */
export class Repaying1767225601380 implements MigrationInterface {
  readonly name = 'Repaying1767225601380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table fund_call add column back jsonb not null default '{"shared": "0", "told": {}, "owed": {}}';
      create index obligation_by_repayment on obligation (peer, (record -> 'terms' ->> 'mission'))
        where record -> 'terms' ->> 'kind' = 'fund.repay';`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what came back of a default is not forgotten.');
  }
}
