import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which request or message a fact came, so that what follows from it can be found in the logs. */
export class FactTraces1767225604110 implements MigrationInterface {
  readonly name = 'FactTraces1767225604110';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [column, recording]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: facts keep the traces they have.');
  }
}

const column = 'alter table fact add column trace text';

/** As before, with the traces. */
const recording = `
  drop function record_facts(text[], text[], text[]);
  create function record_facts(kinds text[], subjects text[], bodies text[], traces text[]) returns void
  language plpgsql as $$
  begin
    if exists (select from fact where position is null) then
      insert into fact (kind, subject, body, trace)
      select kind, subject, body::jsonb, trace
      from unnest(kinds, subjects, bodies, traces) with ordinality as f (kind, subject, body, trace, n) order by n;
    else
      perform pg_advisory_xact_lock(7083);
      insert into fact (position, kind, subject, body, trace)
      select nextval('fact_position'), kind, subject, body::jsonb, trace
      from (
        select kind, subject, body, trace
        from unnest(kinds, subjects, bodies, traces) with ordinality as f (kind, subject, body, trace, n) order by n
      ) as recorded;
      perform pg_notify('fact', '');
    end if;
  end $$;`;
