import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to claims that clients have not paid. Only added to. */
export class Recovery1767225601830 implements MigrationInterface {
  readonly name = 'Recovery1767225601830';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recovery_event (
        id       bigint generated always as identity primary key,
        invoice  uuid not null references invoice,
        day      date not null,
        who      text not null,
        kind     text not null
          check (kind in ('reminder', 'second-reminder', 'notice', 'disputed', 'resolved', 'lost', 'recovered')),
        reason   text check (reason <> ''),
        amount   bigint check (amount > 0),
        currency char(3),
        check ((reason is not null) = (kind in ('disputed', 'resolved', 'lost'))),
        check ((amount is not null) = (kind in ('lost', 'recovered'))),
        check ((amount is null) = (currency is null))
      );
      create index recovery_event_by_invoice on recovery_event (invoice, id);
      -- Whatever runs twice, a client has each reminder once.
      create unique index recovery_reminds_once on recovery_event (invoice, kind)
        where kind in ('reminder', 'second-reminder', 'notice');
      create function recovery_is_only_added_to() returns trigger language plpgsql as $$
      begin
        raise exception 'what happened to a claim is only added to: record what follows'
          using errcode = 'integrity_constraint_violation';
      end $$;
      create trigger recovery_is_only_added_to before update or delete or truncate on recovery_event
        for each statement execute function recovery_is_only_added_to();`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: reminders that were sent and claims that were lost stay known.');
  }
}
