import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts by the month stand beside those of missions: one for each step of a wage. */
export class MonthlyContracts1767225740000 implements MigrationInterface {
  readonly name = 'MonthlyContracts1767225740000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contract alter column mission drop not null;
      alter table contract add column since text check (since ~ '^[0-9]{4}-[0-9]{2}$');
      alter table contract add column month text check (month ~ '^[0-9]{4}-[0-9]{2}$' and month >= since);
      alter table contract add constraint contract_is_of_a_mission_or_by_the_month
        check ((mission is null) = (since is not null) and (mission is null) = (month is not null));
      create unique index contract_version on contract (member, since, ((paper ->> 'version')::int)) where mission is null`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: signed contracts are not thrown away.');
  }
}
