import { managerOf, type Work } from '@passerelle/doors/at-rest';
import type { AuditLineOf, SignedRoster } from '@passerelle/protocol';
import type { CycleId, Final, Vote } from '@passerelle/settlement';
import type { NodeId } from '../peers/received.js';

/** Rows read at once. */
const pageSize = 500;

/** A message as it lies in the outbox or inbox. */
export interface KeptMessage {
  readonly seq: string;
  readonly type: string;
  readonly hash: string;
  readonly m: string;
  readonly sig: string;
}

/** What a node has to show to an auditor, as its tables hold it. */
export class AuditExportStore {
  /** Everything read in this transaction is of one moment, so that heads, debts and books fit each other. */
  async atOneMoment(work: Work): Promise<void> {
    await managerOf(work).query('set transaction isolation level repeatable read, read only');
  }

  async roster(work: Work): Promise<readonly SignedRoster[]> {
    const rows = await query<{ signed: SignedRoster }>(work, 'select signed from roster_version order by version');
    return rows.map(({ signed }) => signed);
  }

  channels(work: Work): Promise<readonly Omit<AuditLineOf<'channel'>, 'line'>[]> {
    return query(
      work,
      `select peer, status, json_build_object('seq', out_seq::text, 'head', out_head) as out,
         json_build_object('seq', in_seq::text, 'head', in_head) as in, receipt,
         (select count(*) from intent where intent.peer = channel.peer)::text as waiting
       from channel order by peer`,
    );
  }

  /** One direction with a peer, from its first message on. */
  async *messages(work: Work, peer: NodeId, box: 'outbox' | 'inbox'): AsyncGenerator<KeptMessage> {
    yield* pages<KeptMessage>(
      '0',
      ({ seq }) => seq,
      (after) =>
        query(
          work,
          `select seq::text, type, hash, m, sig from ${box} one where peer = $1 and seq > $2
         order by one.seq limit ${pageSize}`,
          [peer, after],
        ),
    );
  }

  async *obligations(work: Work): AsyncGenerator<Omit<AuditLineOf<'obligation'>, 'line'>> {
    yield* pages<Omit<AuditLineOf<'obligation'>, 'line'>>(
      nobody,
      ({ obligation }) => obligation,
      (after) =>
        query(
          work,
          `select id as obligation, peer, record ->> 'hash' as terms, state, cycle, settled_in as "settledIn"
         from obligation where id > $1 order by id limit ${pageSize}`,
          [after],
        ),
    );
  }

  async finals(work: Work): Promise<readonly Final[]> {
    const rows = await query<{ doc: Final }>(work, 'select doc from cycle_final order by cycle');
    return rows.map(({ doc }) => doc);
  }

  votes(work: Work): Promise<readonly (Omit<Vote, 'node' | 'sig'> & { cycle: CycleId; signature: string })[]> {
    return query(work, 'select cycle, round, vote, result, sig as signature from cycle_vote order by cycle, round');
  }

  legs(work: Work): Promise<readonly Omit<AuditLineOf<'leg'>, 'line'>[]> {
    return query(
      work,
      `select id as leg, cycle as "settledIn", record -> 'leg' ->> 'from' as "from", record -> 'leg' ->> 'to' as "to",
         record -> 'leg' ->> 'currency' as currency, record -> 'leg' ->> 'amount' as amount,
         record ->> 'ordered' as ordered, record ->> 'received' as received, record ->> 'standing' as standing
       from leg order by cycle, id`,
    );
  }

  /** Whole transactions that touch what nodes owe each other. */
  async *transactions(work: Work): AsyncGenerator<Omit<AuditLineOf<'transaction'>, 'line'>> {
    yield* pages<Omit<AuditLineOf<'transaction'>, 'line'>>(
      nobody,
      ({ id }) => id,
      (after) =>
        query(
          work,
          `select id, one.entity, day::text, kind, cause, one.phase,
           json_agg(json_build_object('account', account, 'currency', currency, 'amount', amount::text) order by line)
             as postings
         from ledger_transaction one join posting on transaction = id
         where id > $1 and id in (
           select transaction from posting where account like 'due.%' or account like 'clearing:%')
         group by id order by id limit ${pageSize}`,
          [after],
        ),
    );
  }
}

/** Smaller than every id. */
const nobody = '00000000-0000-0000-0000-000000000000';

async function* pages<T>(
  first: string,
  keyOf: (row: T) => string,
  read: (after: string) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  for (let after = first; ;) {
    const rows = await read(after);
    yield* rows;
    if (rows.length < pageSize) return;
    after = keyOf(rows.at(-1)!);
  }
}

const query = <T>(work: Work, sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  managerOf(work).query<T[]>(sql, [...values]);
