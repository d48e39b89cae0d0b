import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A monthly wage is carried by the money of several missions: each part is paid, or advanced, for its own mission. */
export class WageParts1767225602530 implements MigrationInterface {
  readonly name = 'WageParts1767225602530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table wage alter column mission drop not null;
      create table wage_part (
        payslip uuid not null references wage,
        mission uuid not null,
        amount  bigint not null check (amount > 0),
        primary key (payslip, mission)
      );
      create index wage_part_by_mission on wage_part (mission);
      create table wage_part_payment (
        payslip  uuid not null,
        mission  uuid not null,
        received bigint not null check (received >= 0),
        primary key (payslip, mission),
        foreign key (payslip, mission) references wage_part
      );
      create trigger guarantee_is_only_added_to before update or delete or truncate on wage_part
        for each statement execute function guarantee_is_only_added_to();
      create trigger guarantee_is_only_added_to before update or delete or truncate on wage_part_payment
        for each statement execute function guarantee_is_only_added_to()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what was paid is not thrown away.');
  }
}
