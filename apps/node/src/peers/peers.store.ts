import assert from 'node:assert/strict';
import { Held, type Work, apart, managerOf, traceOf } from '@passerelle/doors/at-rest';
import type {
  Announced,
  ChannelState,
  Evidence,
  Intent,
  Message,
  Sealed,
  Stored,
  StoredChannel,
} from '@passerelle/protocol';
import {
  ChannelStore,
  type Counts,
  type Heard,
  type KeptIntent,
  type LoggedMessage,
  type MessagesPage,
  type Parked,
  type RefusalRow,
  type RefusedFrame,
  type SetAside,
  Superseded,
  type Traced,
} from './channel/channels.js';
import type { Bar } from './bar.js';
import { leaseLock } from './channel/lease.js';
import type { NodeId, Verdict } from './received.js';

/** Rows kept of what was refused from one peer; older ones only count. */
const refusalsKept = 1000;

const retryAfterAtMostSeconds = 60;
const retriedAtOnce = 100;

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
    const [row] = await query<ChannelColumns>(work, 'select * from channel where peer = $1', [fresh.peer]);
    return row ? channelOf(row) : fresh;
  }

  async begin(work: Work, { net, me, peer }: StoredChannel, session: string): Promise<StoredChannel> {
    const [row] = await query<ChannelColumns>(
      work,
      `insert into channel (net, me, peer, session) values ($1, $2, $3, $4)
       on conflict (peer) do update set session = excluded.session returning *`,
      [net, me, peer, session],
    );
    return channelOf(row!);
  }

  async kept(work: Work, { peer, session }: ChannelState): Promise<StoredChannel> {
    const [row] = await query<ChannelColumns>(
      work,
      'select * from channel where peer = $1 and session = $2 for update',
      [peer, session.mine],
    );
    if (!row) throw new Superseded(peer);
    return channelOf(row);
  }

  async save(work: Work, state: ChannelState, receipt?: Sealed): Promise<void> {
    const { peer, out, in: applied, delivered, status, session } = state;
    const rows = await query(
      work,
      `with saved as (
         update channel set out_seq = $2, out_head = $3, in_seq = $4, in_head = $5, delivered = $6, status = $7,
           receipt = coalesce($9::jsonb, receipt)
         where peer = $1 and session = $8 returning 1)
       select 1 from saved`,
      [peer, out.seq, out.head, applied.seq, applied.head, delivered, status, session.mine, receipt ?? null],
    );
    if (rows.length === 0) throw new Superseded(peer);
    words.of(work)?.statuses.set(peer, status);
  }

  async receipt(work: Work, peer: NodeId): Promise<Sealed | null> {
    const [row] = await query<{ receipt: Sealed | null }>(work, 'select receipt from channel where peer = $1', [peer]);
    return row?.receipt ?? null;
  }

  async status(work: Work, peer: NodeId): Promise<StoredChannel['status']> {
    const held = words.of(work);
    const known = held?.statuses.get(peer);
    if (known) return known;
    const [row] = await query<Pick<ChannelColumns, 'status'>>(work, 'select status from channel where peer = $1', [
      peer,
    ]);
    const status = row?.status ?? 'waiting';
    held?.statuses.set(peer, status);
    return status;
  }

  /** Only while no replica runs the channels, which would know better. */
  async doubtAll(work: Work): Promise<void> {
    const [lease] = await query<{ free: boolean }>(work, 'select pg_try_advisory_xact_lock($1) as free', [leaseLock]);
    if (lease?.free) await query(work, `update channel set status = 'waiting' where status = 'open'`, []);
  }

  async setBar(work: Work, { net, me, peer }: StoredChannel, bar: Bar | null): Promise<void> {
    await query(
      work,
      `insert into channel (net, me, peer, session, bar) values ($1, $2, $3, '', $4)
       on conflict (peer) do update set bar = excluded.bar`,
      [net, me, peer, bar],
    );
  }

  async bar(work: Work, peer: NodeId): Promise<Bar | null> {
    const [row] = await query<{ bar: Bar | null }>(work, 'select bar from channel where peer = $1', [peer]);
    return row?.bar ?? null;
  }

  async setAnnounced(work: Work, peer: NodeId, announced: Announced): Promise<void> {
    await query(work, 'update channel set announced = $2 where peer = $1', [peer, announced]);
  }

  async announced(work: Work, peer: NodeId): Promise<Announced | null> {
    const sql = 'select announced from channel where peer = $1';
    const [row] = await query<{ announced: Announced | null }>(work, sql, [peer]);
    return row?.announced ?? null;
  }

  async haveBothLeft(work: Work, peer: NodeId): Promise<boolean> {
    const [row] = await query<{ both: boolean }>(
      work,
      `select exists (
           select from outbox said where peer = $1 and type = 'channel.close' and not exists (
             select from inbox no where no.peer = $1 and no.type = 'refuse'
               and no.m::jsonb -> 'body' ->> 'message' = said.hash))
         and exists (
           select from inbox heard where peer = $1 and type = 'channel.close' and not exists (
             select from outbox no where no.peer = $1 and no.type = 'refuse'
               and no.m::jsonb -> 'body' ->> 'message' = heard.hash)) as both`,
      [peer],
    );
    return row!.both;
  }

  apart<T>(work: Work, act: (part: Work) => Promise<T>): Promise<T> {
    return apart(work, act);
  }

  async applied(work: Work, peer: NodeId): Promise<bigint> {
    const held = words.of(work);
    const known = held?.applied.get(peer);
    if (known !== undefined) return known;
    const [row] = await query<{ in_seq: string }>(work, 'select in_seq from channel where peer = $1', [peer]);
    const applied = BigInt(row?.in_seq ?? 0);
    held?.applied.set(peer, applied);
    return applied;
  }

  async setApplied(work: Work, peer: NodeId, { seq, head }: StoredChannel['in']): Promise<void> {
    const held = words.of(work);
    if (held) held.applied.set(peer, seq);
    else await query(work, 'update channel set in_seq = $2, in_head = $3 where peer = $1', [peer, seq, head]);
  }

  async addIntent(work: Work, peer: NodeId, intent: Intent): Promise<void> {
    const held = words.of(work);
    const said = { ...intent, peer, trace: traceOf(work) };
    if (held) held.intents.push(said);
    else await insertIntents(work, [said]);
  }

  async intents(work: Work, peer: NodeId, limit: number): Promise<readonly KeptIntent[]> {
    await words.written(work);
    const rows = await query<Intent & Traced & { row: string; ack: string }>(
      work,
      'select row, id, type, body, ack, trace from intent where peer = $1 order by row limit $2',
      [peer, limit],
    );
    return rows.map(({ row, ack, ...intent }) => ({ ...intent, row: BigInt(row), ack: BigInt(ack) }));
  }

  async dropIntents(work: Work, peer: NodeId, ids: readonly string[]): Promise<readonly string[]> {
    const dropped = await query<{ id: string }>(
      work,
      `with dropped as (delete from intent where peer = $1 and id = any($2) returning id) select id from dropped`,
      [peer, ids],
    );
    return dropped.map(({ id }) => id);
  }

  async addOutbox(work: Work, peer: NodeId, messages: readonly (Message & Partial<Traced>)[]): Promise<void> {
    await query(
      work,
      `insert into outbox (peer, seq, type, hash, m, sig, trace)
       select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [
        peer,
        messages.map(({ content }) => content.seq),
        messages.map(({ content }) => content.type),
        messages.map(({ hash }) => hash),
        messages.map(({ sealed }) => sealed.m),
        messages.map(({ sealed }) => sealed.sig),
        messages.map(({ trace }) => trace ?? null),
      ],
    );
  }

  async outbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly (Stored & Traced)[]> {
    const rows = await query<StoredColumns & Traced>(
      work,
      'select hash, m, sig, trace from outbox where peer = $1 and seq between $2 and $3 order by seq',
      [peer, from, upto],
    );
    return rows.map(({ trace, ...row }) => ({ ...storedOf(row), trace }));
  }

  async types(work: Work, peer: NodeId, { after, limit }: { after: bigint; limit: number }): Promise<string[]> {
    const rows = await query<{ type: string }>(
      work,
      'select type from outbox where peer = $1 and seq > $2 order by seq limit $3',
      [peer, after, limit],
    );
    return rows.map(({ type }) => type);
  }

  async rotations(work: Work, peer: NodeId): Promise<{ said: readonly Stored[]; heard: readonly Stored[] }> {
    const among = async (table: 'inbox' | 'outbox'): Promise<readonly Stored[]> => {
      const sql = `select hash, m, sig from ${table} where peer = $1 and type = 'key.rotate' order by seq`;
      return (await query<StoredColumns>(work, sql, [peer])).map(storedOf);
    };
    return { said: await among('outbox'), heard: await among('inbox') };
  }

  async addInbox(work: Work, peer: NodeId, heard: readonly Heard[]): Promise<void> {
    const of = <T>(column: (each: Heard) => T): readonly T[] => heard.map(column);
    await query(
      work,
      `insert into inbox (peer, seq, msg_id, type, hash, m, sig, verdict, code)
       select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[])`,
      [
        peer,
        of(({ message }) => message.content.seq),
        of(({ message }) => message.content.id),
        of(({ message }) => message.content.type),
        of(({ message }) => message.hash),
        of(({ message }) => message.sealed.m),
        of(({ message }) => message.sealed.sig),
        of(({ verdict }) => verdict.verdict),
        of(({ verdict }) => ('code' in verdict ? verdict.code : null)),
      ],
    );
  }

  async inbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]> {
    const rows = await query<StoredColumns>(
      work,
      'select hash, m, sig from inbox where peer = $1 and seq between $2 and $3 order by seq',
      [peer, from, upto],
    );
    return rows.map(storedOf);
  }

  async park(work: Work, { peer, seq, error, concerns, trace }: SetAside): Promise<void> {
    await query(
      work,
      `insert into parked (peer, seq, error, concerns, trace) values ($1, $2, $3, $4, $5)
       on conflict (peer, seq) do update
         set attempts = parked.attempts + 1, error = excluded.error, last_at = clock_timestamp()
         where parked.verdict is null`,
      [peer, seq, error, concerns, trace],
    );
  }

  async heldUp(work: Work, peer: NodeId): Promise<readonly string[]> {
    const rows = await query<{ concern: string }>(
      work,
      'select distinct unnest(concerns) as concern from parked where peer = $1 and verdict is null',
      [peer],
    );
    return rows.map(({ concern }) => concern);
  }

  async parked(work: Work): Promise<readonly Parked[]> {
    const rows = await query<StoredColumns & Omit<Parked, 'seq' | 'stored'> & { seq: string }>(
      work,
      `select one.peer, one.seq, attempts, error, concerns, one.trace, hash, m, sig from parked one join inbox using (peer, seq)
       where one.verdict is null and last_at <= clock_timestamp() - least(attempts, $1) * interval '1 second'
         and not exists (select from parked earlier where earlier.peer = one.peer and earlier.verdict is null
                         and earlier.seq < one.seq and earlier.concerns && one.concerns)
       order by one.peer, one.seq limit $2`,
      [retryAfterAtMostSeconds, retriedAtOnce],
    );
    return rows.map(({ hash, m, sig, ...row }) => ({
      ...row,
      seq: BigInt(row.seq),
      stored: storedOf({ hash, m, sig }),
    }));
  }

  async settle(work: Work, peer: NodeId, seq: bigint, verdict: Verdict): Promise<void> {
    const rows = await query(
      work,
      `with settled as (
         update parked set verdict = $3, code = $4 where peer = $1 and seq = $2 and verdict is null returning 1)
       select 1 from settled`,
      [peer, seq, verdict.verdict, verdict.verdict === 'refused' ? verdict.code : null],
    );
    assert(rows.length === 1, `message ${seq} of ${peer} was handled already`);
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

  async counts(work: Work, peer: NodeId): Promise<Counts> {
    const [row] = await query<Record<keyof Counts, string>>(
      work,
      `select (select count(*) from refused_frame where peer = $1)
              + coalesce((select forgotten from refused_count where peer = $1), 0) as invalid,
              (select count(*) from inbox where peer = $1 and verdict = 'refused')
              + (select count(*) from parked where peer = $1 and verdict = 'refused') as refused,
              (select count(*) from parked where peer = $1 and verdict is null) as failed`,
      [peer],
    );
    const { invalid, refused, failed } = row!;
    return { invalid: Number(invalid), refused: Number(refused), failed: Number(failed) };
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
    { before, limit, verdict: wanted }: MessagesPage,
  ): Promise<readonly LoggedMessage[]> {
    const [table, verdict, ended] =
      direction === 'out'
        ? ['outbox one', 'null', 'null']
        : [
            'inbox one left join parked late using (peer, seq)',
            'coalesce(late.code, late.verdict, one.code, one.verdict)',
            'coalesce(late.verdict, one.verdict)',
          ];
    const rows = await query<Omit<LoggedMessage, 'seq' | 'at'> & { seq: string; at: Date }>(
      work,
      `select seq, one.type, one.hash, one.at, ${verdict} as verdict from ${table}
       where peer = $1 and ($2::bigint is null or seq < $2) and ($4::text is null or ${ended} = $4)
       order by seq desc limit $3`,
      [peer, before, limit, wanted ?? null],
    );
    return rows.map(({ seq, at, ...row }) => ({ ...row, seq: BigInt(seq), at: at.toISOString() }));
  }
}

type IntentFor = Intent & Traced & { readonly peer: NodeId };

/** What a transaction has decided to say, and what it knows of each channel. */
const words = new Held(
  () => ({
    intents: [] as IntentFor[],
    applied: new Map<NodeId, bigint>(),
    statuses: new Map<NodeId, StoredChannel['status']>(),
  }),
  async (work, { intents }) => {
    if (intents.length > 0) await insertIntents(work, intents.splice(0));
  },
);

/** Rows are numbered in the order of the list, which is the order in which the channel will number the messages. */
async function insertIntents(work: Work, intents: readonly IntentFor[]): Promise<void> {
  await query(
    work,
    `with decided as (
       insert into intent (id, peer, type, body, ack, trace)
       select id, peer, type, body::jsonb, ack, trace
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[]) with ordinality
         as said (id, peer, type, body, ack, trace, place) order by place)
     select pg_notify('intent', peer) from unnest($7::text[]) as peer`,
    [
      intents.map(({ id }) => id),
      intents.map(({ peer }) => peer),
      intents.map(({ type }) => type),
      intents.map(({ body }) => JSON.stringify(body)),
      intents.map(({ ack }) => ack.toString()),
      intents.map(({ trace }) => trace),
      [...new Set(intents.map(({ peer }) => peer))],
    ],
  );
}

interface StoredColumns {
  readonly hash: string;
  readonly m: string;
  readonly sig: string;
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
