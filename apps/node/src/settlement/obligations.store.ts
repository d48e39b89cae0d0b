import { type Work, managerOf } from '@passerelle/doors';
import type { CycleId, Obligation } from '@passerelle/settlement';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MissionId } from '../missions/mission.js';
import type { NodeId } from '../peers/received.js';
import type { KeptObligation, ObligationId } from './obligation.js';
import { type Blocked, type ObligationsPage, ObligationsStore } from './obligations-store.js';
import { type Pair, newPair } from './pair.js';

interface PairRow extends Omit<Pair, 'heard'> {
  readonly heard: string;
}

interface ObligationRow {
  readonly id: ObligationId;
  readonly peer: NodeId;
  readonly entity: EntityId;
  readonly mission: MissionId | null;
  readonly record: Obligation;
  readonly code: string | null;
  readonly proposed_at: Date;
}

/** This program's number for the lock under which decisions of settlement follow each other. */
const turnLock = 7_085;

/** Obligations in PostgreSQL. */
export class PostgresObligationsStore extends ObligationsStore {
  async turn(work: Work): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock($1)', [turnLock]);
  }

  async pair(work: Work, peer: NodeId): Promise<Pair> {
    const [row] = await managerOf(work).query<PairRow[]>(
      'select peer, said, heard, seen, cuts, account from pair where peer = $1',
      [peer],
    );
    return row ? { ...row, heard: Number(row.heard) } : newPair(peer);
  }

  async savePair(work: Work, { peer, said, heard, seen, cuts, account }: Pair): Promise<void> {
    await managerOf(work).query(
      `insert into pair (peer, said, heard, seen, cuts, account) values ($1, $2, $3, $4, $5, $6)
       on conflict (peer) do update set said = $2, heard = $3, seen = $4, cuts = $5, account = $6`,
      [peer, said, heard, seen, JSON.stringify(cuts), account && JSON.stringify(account)],
    );
  }

  async find(work: Work, id: ObligationId): Promise<KeptObligation | null> {
    return (await select(work, 'id = $1', [id]))[0] ?? null;
  }

  async save(work: Work, { id, peer, entity, mission, obligation, code, proposedAt }: KeptObligation): Promise<void> {
    const { state, cycle, settledIn } = obligation;
    await managerOf(work).query(
      `insert into obligation (id, peer, entity, mission, state, cycle, settled_in, record, code, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (id) do update set entity = $3, mission = $4, state = $5, cycle = $6, settled_in = $7, record = $8,
         code = $9`,
      [id, peer, entity, mission, state, cycle, settledIn, JSON.stringify(obligation), code, proposedAt],
    );
  }

  ofMission(work: Work, mission: MissionId): Promise<readonly KeptObligation[]> {
    return select(work, 'mission = $1', [mission]);
  }

  open(work: Work, peer: NodeId): Promise<readonly KeptObligation[]> {
    return select(work, `peer = $1 and state in ('proposed', 'withdrawn', 'agreed', 'held')`, [peer]);
  }

  countable(work: Work, peer: NodeId, cycle: CycleId): Promise<readonly KeptObligation[]> {
    return select(work, 'peer = $1 and cycle <= $2 and settled_in is null', [peer, cycle]);
  }

  settledIn(work: Work, cycle: CycleId): Promise<readonly KeptObligation[]> {
    return select(work, 'settled_in = $1', [cycle]);
  }

  ofPair(work: Work, peer: NodeId, cycle: CycleId | null): Promise<readonly KeptObligation[]> {
    return select(work, `peer = $1 and ($2::text is null or settled_in = $2 or (settled_in is null and cycle <= $2))`, [
      peer,
      cycle,
    ]);
  }

  page(work: Work, { after, limit, peer, state }: ObligationsPage): Promise<readonly KeptObligation[]> {
    return select(
      work,
      `($1::uuid is null or id < $1) and ($2::text is null or peer = $2) and ($3::text is null or state = $3)`,
      [after, peer, state, limit],
      'desc limit $4',
    );
  }

  async block(work: Work, { mission, code, detail }: Blocked): Promise<void> {
    await managerOf(work).query(
      `insert into obligation_blocked (mission, code, detail) values ($1, $2, $3)
       on conflict (mission) do update set code = $2, detail = $3`,
      [mission, code, detail],
    );
  }

  async unblock(work: Work, mission: MissionId): Promise<void> {
    await managerOf(work).query('delete from obligation_blocked where mission = $1', [mission]);
  }

  async blocked(work: Work): Promise<readonly Blocked[]> {
    return managerOf(work).query<Blocked[]>('select mission, code, detail from obligation_blocked order by since');
  }

  async numberedUpto(work: Work, peer: NodeId): Promise<bigint> {
    const [row] = await managerOf(work).query<{ numbered: string }[]>('select numbered from pair where peer = $1', [
      peer,
    ]);
    return BigInt(row?.numbered ?? 0);
  }

  async addNumbered(work: Work, peer: NodeId, words: readonly bigint[], upto: bigint): Promise<void> {
    const manager = managerOf(work);
    await manager.query('insert into pair_word (peer, seq) select $1, * from unnest($2::bigint[])', [
      peer,
      words.map(String),
    ]);
    await manager.query(
      `insert into pair (peer, numbered) values ($1, $2) on conflict (peer) do update set numbered = $2`,
      [peer, upto.toString()],
    );
  }

  async wordsUpto(work: Work, peer: NodeId, seq: bigint): Promise<number> {
    const [row] = await managerOf(work).query<{ words: number }[]>(
      'select count(*)::int as words from pair_word where peer = $1 and seq <= $2',
      [peer, seq.toString()],
    );
    return row!.words;
  }
}

async function select(work: Work, where: string, values: readonly unknown[], order = ''): Promise<KeptObligation[]> {
  const rows = await managerOf(work).query<ObligationRow[]>(
    `select id, peer, entity, mission, record, code, proposed_at from obligation where ${where} order by id ${order}`,
    [...values],
  );
  return rows.map(({ record, proposed_at, ...row }) => ({ ...row, obligation: record, proposedAt: proposed_at }));
}
