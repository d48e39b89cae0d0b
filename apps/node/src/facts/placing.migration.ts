import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first fact of a transaction that asks for its place takes the places of all of them, in the order in which they
 * were recorded, and rings once: a transaction of thousands of facts costs one statement instead of thousands.
 */
export class FactsPlacing1767225600110 implements MigrationInterface {
  readonly name = 'FactsPlacing1767225600110';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [unplaced, placing]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: facts keep the places they have.');
  }
}

const unplaced = `create index fact_unplaced on fact (id) where position is null;`;

/** Facts without a place that this transaction sees are its own: everybody else’s are placed before they are visible. */
const placing = `
  create or replace function fact_takes_its_place() returns trigger language plpgsql as $$
  begin
    if exists (select from fact where id = new.id and position is not null) then
      return null;
    end if;
    perform pg_advisory_xact_lock(7083);
    update fact set position = placed.position
    from (
      select id, nextval('fact_position') as position
      from (select id from fact where position is null order by id) as recorded
    ) as placed
    where fact.id = placed.id;
    perform pg_notify('fact', '');
    return null;
  end $$;`;
