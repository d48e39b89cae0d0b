import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a claim waits. Claims made before are said to wait since their draft was begun. */
export class ExpensesSubmittedAt1767225601325 implements MigrationInterface {
  readonly name = 'ExpensesSubmittedAt1767225601325';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [column, filled, guard]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: when a claim was made is not forgotten.');
  }
}

const column = `alter table expense add column submitted_at timestamptz`;

/** Claims that ended are never written again, except here. */
const filled = `
  alter table expense disable trigger expense_only_goes_on;
  update expense set submitted_at = made_at where state <> 'draft';
  alter table expense enable trigger expense_only_goes_on`;

const guard = `alter table expense add check ((state = 'draft') = (submitted_at is null))`;
