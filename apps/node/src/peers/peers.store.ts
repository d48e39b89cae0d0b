import { managerOf, type Work } from '@passerelle/doors';
import type { Evidence, Intent, Message, Stored, StoredChannel } from '@passerelle/protocol';
import {
  ChannelStore,
  type KeptIntent,
  type LoggedMessage,
  type Parked,
  type RefusalRow,
  type RefusedFrame,
} from './channels.js';
import type { NodeId, Verdict } from './received.js';

/** Rows kept of what was refused from one peer; older ones only count. */
const refusalsKept = 1000;

interface ChannelColumns {
  net: string;
  me: string;
  peer: string;
  out_seq: string;
  out_head: string;
  in_seq: string;
  in_head: string;
  delivered: string;
  status: StoredChannel['status'];
}

/** The channels of a node in its PostgreSQL. */
export class PeersStore extends ChannelStore {
  async channel(work: Work, fresh: StoredChannel): Promise<StoredChannel> {
    await query(work, 'insert into channel (net, me, peer) values ($1, $2, $3) on conflict do nothing', [
      fresh.net,
      fresh.me,
      fresh.peer,
    ]);
    const [row] = await query<ChannelColumns>(work, 'select * from channel where peer = $1', [fresh.peer]);
    return channelOf(row!);
  }

  async save(work: Work, { peer, out, in: applied, delivered, status }: StoredChannel): Promise<void> {
    await query(
      work,
      `update channel set out_seq = $2, out_head = $3, in_seq = $4, in_head = $5, delivered = $6, status = $7
       where peer = $1`,
      [peer, out.seq, out.head, applied.seq, applied.head, delivered, status],
    );
  }

  async applied(work: Work, peer: NodeId): Promise<bigint> {
    const [row] = await query<{ in_seq: string }>(work, 'select in_seq from channel where peer = $1', [peer]);
    return BigInt(row?.in_seq ?? 0);
  }

  async setApplied(work: Work, peer: NodeId, { seq, head }: StoredChannel['in']): Promise<void> {
    await query(work, 'update channel set in_seq = $2, in_head = $3 where peer = $1', [peer, seq, head]);
  }

  async addIntent(work: Work, peer: NodeId, { id, type, body, ack }: Intent): Promise<void> {
    await query(work, 'insert into intent (id, peer, type, body, ack) values ($1, $2, $3, $4, $5)', [
      id,
      peer,
      type,
      JSON.stringify(body),
      ack,
    ]);
    await query(work, `select pg_notify('intent', $1)`, [peer]);
  }

  async intents(work: Work, peer: NodeId, limit: number): Promise<readonly KeptIntent[]> {
    const rows = await query<{ row: string; id: string; type: string; body: Intent['body']; ack: string }>(
      work,
      'select row, id, type, body, ack from intent where peer = $1 order by row limit $2',
      [peer, limit],
    );
    return rows.map(({ row, ack, ...intent }) => ({ ...intent, row: BigInt(row), ack: BigInt(ack) }));
  }

  async dropIntents(work: Work, peer: NodeId, ids: readonly string[]): Promise<void> {
    await query(work, 'delete from intent where peer = $1 and id = any($2)', [peer, ids]);
  }

  async addOutbox(work: Work, peer: NodeId, messages: readonly Message[]): Promise<void> {
    await query(
      work,
      `insert into outbox (peer, seq, type, hash, m, sig)
       select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        peer,
        messages.map(({ content }) => content.seq),
        messages.map(({ content }) => content.type),
        messages.map(({ hash }) => hash),
        messages.map(({ sealed }) => sealed.m),
        messages.map(({ sealed }) => sealed.sig),
      ],
    );
  }

  outbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]> {
    return stored(work, 'outbox', peer, from, upto);
  }

  async addInbox(
    work: Work,
    peer: NodeId,
    { content, hash, sealed }: Message,
    verdict: Verdict | { verdict: 'failed' },
  ): Promise<void> {
    await query(
      work,
      `insert into inbox (peer, seq, msg_id, type, hash, m, sig, verdict, code)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        peer,
        content.seq,
        content.id,
        content.type,
        hash,
        sealed.m,
        sealed.sig,
        verdict.verdict,
        verdict.verdict === 'refused' ? verdict.code : null,
      ],
    );
  }

  inbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]> {
    return stored(work, 'inbox', peer, from, upto);
  }

  async park(work: Work, { peer, seq, error }: Omit<Parked, 'attempts' | 'stored'>): Promise<void> {
    await query(
      work,
      `insert into parked (peer, seq, error) values ($1, $2, $3)
       on conflict (peer, seq) do update set attempts = parked.attempts + 1, error = excluded.error, last_at = now()`,
      [peer, seq, error],
    );
  }

  async parked(work: Work): Promise<readonly Parked[]> {
    const rows = await query<StoredColumns & { peer: string; seq: string; attempts: number; error: string }>(
      work,
      `select parked.peer, parked.seq, attempts, error, hash, m, sig from parked join inbox using (peer, seq)
       where last_at < now() - least(attempts, 60) * interval '1 second' order by parked.peer, parked.seq limit 100`,
      [],
    );
    return rows.map(({ peer, seq, attempts, error, ...row }) => ({
      peer,
      seq: BigInt(seq),
      attempts,
      error,
      stored: storedOf(row),
    }));
  }

  async unpark(work: Work, peer: NodeId, seq: bigint): Promise<void> {
    await query(work, 'delete from parked where peer = $1 and seq = $2', [peer, seq]);
  }

  async addEvidence(work: Work, peer: NodeId, { kind, a, b }: Evidence): Promise<void> {
    await query(work, 'insert into evidence (peer, kind, a, b) values ($1, $2, $3, $4)', [peer, kind, a, b ?? null]);
  }

  async refuse(work: Work, { peer, reason, detail, start }: RefusedFrame): Promise<void> {
    await query(work, 'insert into refused_frame (peer, reason, detail, start) values ($1, $2, $3, $4)', [
      peer,
      reason,
      detail,
      start,
    ]);
    await query(
      work,
      `with old as (delete from refused_frame where peer = $1 and id <=
         (select id from refused_frame where peer = $1 order by id desc offset $2 limit 1) returning 1)
       insert into refused_count (peer, forgotten) select $1, count(*) from old having count(*) > 0
       on conflict (peer) do update set forgotten = refused_count.forgotten + excluded.forgotten`,
      [peer, refusalsKept],
    );
  }

  async refusals(work: Work, peer: NodeId, limit: number): Promise<readonly RefusalRow[]> {
    return query<RefusalRow>(
      work,
      'select at, peer, reason, detail, start from refused_frame where peer = $1 order by id desc limit $2',
      [peer, limit],
    );
  }

  async counts(work: Work, peer: NodeId): Promise<{ invalid: number; refused: number }> {
    const [row] = await query<{ invalid: string; refused: string }>(
      work,
      `select (select count(*) from refused_frame where peer = $1)
              + coalesce((select forgotten from refused_count where peer = $1), 0) as invalid,
              (select count(*) from inbox where peer = $1 and verdict = 'refused') as refused`,
      [peer],
    );
    return { invalid: Number(row!.invalid), refused: Number(row!.refused) };
  }

  async waiting(work: Work, peer: NodeId, delivered: bigint): Promise<{ intents: number; oldest: Date | null }> {
    const [row] = await query<{ intents: string; oldest: Date | null }>(
      work,
      `select (select count(*) from intent where peer = $1) as intents,
              least((select min(at) from intent where peer = $1),
                    (select min(at) from outbox where peer = $1 and seq > $2)) as oldest`,
      [peer, delivered],
    );
    return { intents: Number(row!.intents), oldest: row!.oldest };
  }

  async messages(
    work: Work,
    peer: NodeId,
    direction: 'out' | 'in',
    { before, limit }: { before: bigint | null; limit: number },
  ): Promise<readonly LoggedMessage[]> {
    const [table, verdict] = direction === 'out' ? ['outbox', 'null'] : ['inbox', `coalesce(code, verdict)`];
    const rows = await query<Omit<LoggedMessage, 'seq' | 'at'> & { seq: string; at: Date }>(
      work,
      `select seq, type, hash, at, ${verdict} as verdict from ${table}
       where peer = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
      [peer, before, limit],
    );
    return rows.map(({ seq, at, ...row }) => ({ ...row, seq: BigInt(seq), at: at.toISOString() }));
  }
}

interface StoredColumns {
  readonly hash: string;
  readonly m: string;
  readonly sig: string;
}

async function stored(
  work: Work,
  table: 'inbox' | 'outbox',
  peer: NodeId,
  from: bigint,
  upto: bigint,
): Promise<readonly Stored[]> {
  const rows = await query<StoredColumns>(
    work,
    `select hash, m, sig from ${table} where peer = $1 and seq between $2 and $3 order by seq`,
    [peer, from, upto],
  );
  return rows.map(storedOf);
}

const storedOf = ({ hash, m, sig }: StoredColumns): Stored => ({ hash, sealed: { m, sig } });

const channelOf = (row: ChannelColumns): StoredChannel => ({
  net: row.net,
  me: row.me,
  peer: row.peer,
  out: { seq: BigInt(row.out_seq), head: row.out_head },
  in: { seq: BigInt(row.in_seq), head: row.in_head },
  delivered: BigInt(row.delivered),
  status: row.status,
});

/** Numbers of messages are bigints here and 64 bits in PostgreSQL; the driver takes them as texts. */
function query<T>(work: Work, sql: string, values: readonly unknown[]): Promise<T[]> {
  const parameters = values.map((value) => (typeof value === 'bigint' ? value.toString() : value));
  return managerOf(work).query<T[]>(sql, parameters);
}
