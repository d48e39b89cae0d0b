import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided about partners before other rooms could ask is told to them as well. */
export class PartnerBars1767225601370 implements MigrationInterface {
  readonly name = 'PartnerBars1767225601370';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update channel set bar = case when left_us or left_them then 'left'
                                    when suspended is not null then 'suspended'
                                    when defaulted is not null then 'defaulted' end
        from partner where node = peer`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what branches decided about each other is not thrown away.');
  }
}
