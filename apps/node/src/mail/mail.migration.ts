import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that wait to be sent. */
export class Mail1767225600350 implements MigrationInterface {
  readonly name = 'Mail1767225600350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        id         uuid primary key,
        letter     jsonb,
        written_at timestamptz not null default now(),
        sent_at    timestamptz,
        check ((letter is null) = (sent_at is not null))
      );`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
