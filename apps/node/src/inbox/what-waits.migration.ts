import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a person is little beside what is done: each list of it is found without reading the rest. */
export class WhatWaits1767225760000 implements MigrationInterface {
  readonly name = 'WhatWaits1767225760000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index mission_under_way on mission (state)
        where state in ('branch_check', 'offered', 'changes_requested', 'client_confirmation', 'formalities', 'active');
      create index expense_to_decide on expense (id) where state in ('submitted', 'approved');
      create index declaration_step_that_ends on declaration_step (declaration)
        where step ->> 'kind' in ('accepted', 'withdrawn');
      create index obligation_to_decide on obligation (state, id) where state in ('proposed', 'held');
      create index wage_payment_short on wage_payment (payslip) where shortfall > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
