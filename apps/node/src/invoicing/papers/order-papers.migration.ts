import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders on paper: as the client was shown them behind a link, and with the proof that she accepted. */
export class OrderPapers1767225601840 implements MigrationInterface {
  readonly name = 'OrderPapers1767225601840';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [papers, guard, links]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: signed orders are not thrown away.');
  }
}

const papers = `
  create table order_paper (
    link      uuid not null references confirmation_link,
    is_signed boolean not null,
    made_at   timestamptz not null,
    sha256    bytea not null check (sha256 = sha256(content)),
    content   bytea not null,
    primary key (link, is_signed)
  )`;

const guard = `
  create trigger order_paper_is_only_added before update or delete or truncate on order_paper
    for each statement execute function invoicing_is_only_added()`;

/** Nothing may claim later that the clients of links that are out by now were shown a paper. */
const links = `
  alter table confirmation_link add column has_paper boolean not null default false;
  alter table confirmation_link alter column has_paper set default true`;
