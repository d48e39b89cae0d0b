import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts that are written when only the commit comes after get their places as they are inserted, instead of by a second
 * statement that writes each row again. Those of a transaction that wrote some before are placed with them on commit.
 */
export class FactsRecording1767225604030 implements MigrationInterface {
  readonly name = 'FactsRecording1767225604030';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [recording, placing, guards]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: facts keep the places they have.');
  }
}

/** Facts without a place that this transaction sees are its own: everybody else’s are placed before they are visible. */
const recording = `
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

const placing = `
  drop trigger fact_takes_its_place on fact;
  create constraint trigger fact_takes_its_place after insert on fact
    deferrable initially deferred for each row when (new.position is null) execute function fact_takes_its_place();`;

/** The only place a new fact may bring is the one that the sequence has just given it. */
const guards = `
  drop trigger fact_stays on fact;
  create trigger fact_stays before update or delete on fact for each row execute function fact_stays();
  create trigger fact_is_not_placed_by_hand before insert on fact for each row
    when (new.position <> coalesce(pg_sequence_last_value('fact_position'), 0)) execute function fact_stays();`;
