import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each pair owes becomes a running sum, and our words a running number, so that neither is counted again. */
export class Exposure1767225601010 implements MigrationInterface {
  readonly name = 'Exposure1767225601010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, sums, withdrawals, words]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: what branches owe each other is not thrown away.');
  }
}

const columns = `
  alter table pair
    add taken       jsonb not null default '[]',
    add withdrawing jsonb not null default '[]',
    add words       int   not null default 0;
  alter table pair_word add nth int;`;

/** As \`movedBy\` in pair-exposure.ts sums them. */
const sums = `
  with part as (
    select peer, record -> 'terms' ->> 'debtor' as debtor, record -> 'terms' ->> 'currency' as currency,
      (record -> 'terms' ->> 'amount')::numeric as amount, state in ('agreed', 'held') as is_agreed,
      state = 'proposed' and record ->> 'proposer' <> peer as is_reserved
    from obligation
  ), sum as (
    select peer, debtor, currency, coalesce(sum(amount) filter (where is_agreed), 0)::text as agreed,
      coalesce(sum(amount) filter (where is_reserved), 0)::text as reserved
    from part group by peer, debtor, currency
  ), list as (
    select peer, jsonb_agg(to_jsonb(sum) - 'peer') as taken from sum group by peer
  )
  update pair set taken = list.taken from list where list.peer = pair.peer;`;

const withdrawals = `
  with leaving as (
    select o.peer, jsonb_agg(jsonb_build_object('obligation', o.id, 'debtor', o.record -> 'terms' -> 'debtor',
      'currency', o.record -> 'terms' -> 'currency', 'amount', o.record -> 'terms' -> 'amount',
      'seq', o.record -> 'withdrawSeq')) as withdrawing
    from obligation o join pair p on p.peer = o.peer
    where o.state = 'withdrawn' and o.record ->> 'proposer' <> o.peer and (o.record ->> 'withdrawSeq')::int > p.seen
    group by o.peer
  )
  update pair set withdrawing = leaving.withdrawing from leaving where leaving.peer = pair.peer;`;

const words = `
  update pair_word set nth = numbered.nth
    from (select peer, seq, row_number() over (partition by peer order by seq) as nth from pair_word) numbered
    where numbered.peer = pair_word.peer and numbered.seq = pair_word.seq;
  alter table pair_word alter nth set not null;
  update pair set words = (select count(*) from pair_word where pair_word.peer = pair.peer);`;
