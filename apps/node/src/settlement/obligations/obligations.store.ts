import { Held, type Work, managerOf } from '@passerelle/doors';
import type { CycleId, Obligation, ObligationState } from '@passerelle/settlement';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { MissionId } from '../../missions/mission.js';
import type { NodeId } from '../../peers/received.js';
import type { KeptObligation, ObligationId } from './obligation.js';
import { type Blocked, type Learned, type ObligationsPage, ObligationsStore } from './obligations-store.js';
import { type Pair, newPair } from './pair.js';
import { PairWords } from './pair-words.store.js';

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
  readonly evidence: string | null;
  readonly proposed_at: Date;
}

/** This program's number for the lock under which decisions of settlement follow each other. */
const turnLock = 7_085;

/** Obligations held back at most, so that settling many needs a bounded memory. */
const heldMax = 1000;

/**
 * What a transaction that has its turn knows: nobody else can change pairs and obligations before its end, so each is
 * read once, and all changes are written together.
 */
class TurnHeld {
  hasTurn = false;
  readonly pairs = new Map<NodeId, Pair>();
  readonly changedPairs = new Set<NodeId>();
  readonly known = new Map<ObligationId, KeptObligation | null>();
  readonly changed = new Set<ObligationId>();

  takeChanged(): readonly KeptObligation[] {
    const changed = [...this.changed].map((id) => this.known.get(id)!);
    this.changed.clear();
    if (this.known.size > heldMax) this.known.clear();
    return changed;
  }

  takeChangedPairs(): readonly Pair[] {
    const changed = [...this.changedPairs].map((peer) => this.pairs.get(peer)!);
    this.changedPairs.clear();
    return changed;
  }
}

const turn = new Held(
  () => new TurnHeld(),
  async (work, held) => {
    for (const pair of held.takeChangedPairs()) await upsertPair(work, pair);
    const changed = held.takeChanged();
    if (changed.length > 0) await upsert(work, changed);
  },
);

const ofTurn = (work: Work): TurnHeld | null => {
  const held = turn.of(work);
  return held?.hasTurn ? held : null;
};

/** Obligations in PostgreSQL. */
export class PostgresObligationsStore extends ObligationsStore {
  private readonly words = new PairWords();

  async turn(work: Work): Promise<void> {
    const held = turn.of(work);
    if (held?.hasTurn) return;
    await managerOf(work).query('select pg_advisory_xact_lock($1)', [turnLock]);
    if (held) held.hasTurn = true;
  }

  async pair(work: Work, peer: NodeId): Promise<Pair> {
    const held = ofTurn(work);
    const known = held?.pairs.get(peer);
    if (known) return known;
    const [row] = await managerOf(work).query<PairRow[]>(
      'select peer, said, heard, seen, cuts, account, taken, withdrawing from pair where peer = $1',
      [peer],
    );
    const pair = row ? { ...row, heard: Number(row.heard) } : newPair(peer);
    held?.pairs.set(peer, pair);
    return pair;
  }

  async savePair(work: Work, pair: Pair): Promise<void> {
    const held = ofTurn(work);
    if (!held) return upsertPair(work, pair);
    held.pairs.set(pair.peer, pair);
    held.changedPairs.add(pair.peer);
  }

  async expect(work: Work, ids: readonly ObligationId[]): Promise<void> {
    const held = ofTurn(work);
    const unknown = ids.filter((id) => !held?.known.has(id));
    if (!held || unknown.length === 0) return;
    for (const id of unknown) held.known.set(id, null);
    for (const kept of await select(work, 'id = any($1)', [unknown])) held.known.set(kept.id, kept);
  }

  async find(work: Work, id: ObligationId): Promise<KeptObligation | null> {
    const held = ofTurn(work);
    const known = held?.known.get(id);
    if (known !== undefined) return known;
    const found = (await select(work, 'id = $1', [id]))[0] ?? null;
    held?.known.set(id, found);
    return found;
  }

  async save(work: Work, kept: KeptObligation): Promise<void> {
    const held = ofTurn(work);
    if (!held) return upsert(work, [kept]);
    held.known.set(kept.id, kept);
    held.changed.add(kept.id);
    if (held.changed.size >= heldMax) await turn.written(work);
  }

  /** Asked for each fee that is proposed, so that what is held back is laid over the rows instead of written. */
  async ofMission(work: Work, mission: MissionId): Promise<readonly KeptObligation[]> {
    const rows = await select(work, 'mission = $1', [mission]);
    const changed = [...(ofTurn(work)?.known.values() ?? [])].filter((kept) => kept?.mission === mission);
    const all = new Map([...rows, ...changed].map((kept) => [kept!.id, kept!]));
    return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  unanswered(work: Work, peer: NodeId): Promise<readonly KeptObligation[]> {
    const isProposedToUs = `peer = $1 and cycle is null and state = 'proposed' and record ->> 'proposer' = $1`;
    return selectWritten(work, isProposedToUs, [peer]);
  }

  countable(work: Work, peer: NodeId, cycle: CycleId): Promise<readonly KeptObligation[]> {
    return selectWritten(work, 'peer = $1 and cycle <= $2 and settled_in is null', [peer, cycle]);
  }

  settledIn(work: Work, cycle: CycleId): Promise<readonly KeptObligation[]> {
    return selectWritten(work, 'settled_in = $1', [cycle]);
  }

  ofPair(work: Work, peer: NodeId, cycle: CycleId | null): Promise<readonly KeptObligation[]> {
    const isOfCycle = '$2::text is null or settled_in = $2 or (settled_in is null and cycle <= $2)';
    return selectWritten(work, `peer = $1 and (${isOfCycle})`, [peer, cycle]);
  }

  repaying(work: Work, peer: NodeId, reference: string): Promise<readonly KeptObligation[]> {
    const isRepayment = `record -> 'terms' ->> 'kind' = 'fund.repay' and record -> 'terms' ->> 'mission' = $2`;
    return selectWritten(work, `peer = $1 and ${isRepayment}`, [peer, reference]);
  }

  page(work: Work, { after, limit, peer, state }: ObligationsPage): Promise<readonly KeptObligation[]> {
    return selectWritten(
      work,
      `($1::uuid is null or id < $1) and ($2::text is null or peer = $2) and ($3::text is null or state = $3)`,
      [after, peer, state, limit],
      'desc limit $4',
    );
  }

  async count(work: Work, states: readonly ObligationState[]): Promise<number> {
    const counting = 'select count(*)::int as count from obligation where state = any($1)';
    const rows = await managerOf(work).query<{ count: number }[]>(counting, [states]);
    return rows[0]!.count;
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

  learned(work: Work, peer: NodeId): Promise<Learned> {
    return this.words.learned(work, peer);
  }

  learn(work: Work, peer: NodeId, words: readonly bigint[], upto: bigint): Promise<void> {
    return this.words.learn(work, peer, words, upto);
  }

  wordsUpto(work: Work, peer: NodeId, seq: bigint): Promise<number> {
    return this.words.upto(work, peer, seq);
  }
}

async function upsertPair(work: Work, pair: Pair): Promise<void> {
  const { peer, said, heard, seen, cuts, account, taken, withdrawing } = pair;
  await managerOf(work).query(
    `insert into pair (peer, said, heard, seen, cuts, account, taken, withdrawing) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (peer) do update
       set said = $2, heard = $3, seen = $4, cuts = $5, account = $6, taken = $7, withdrawing = $8`,
    [peer, said, heard, seen, ...[cuts, account, taken, withdrawing].map((each) => each && JSON.stringify(each))],
  );
}

async function upsert(work: Work, all: readonly KeptObligation[]): Promise<void> {
  await managerOf(work).query(
    `insert into obligation (id, peer, entity, mission, state, cycle, settled_in, record, code, evidence, proposed_at)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
       $8::jsonb[], $9::text[], $10::text[], $11::timestamptz[])
     on conflict (id) do update set entity = excluded.entity, mission = excluded.mission, state = excluded.state,
       cycle = excluded.cycle, settled_in = excluded.settled_in, record = excluded.record, code = excluded.code,
       evidence = excluded.evidence`,
    [
      all.map(({ id }) => id),
      all.map(({ peer }) => peer),
      all.map(({ entity }) => entity),
      all.map(({ mission }) => mission),
      all.map(({ obligation }) => obligation.state),
      all.map(({ obligation }) => obligation.cycle),
      all.map(({ obligation }) => obligation.settledIn),
      all.map(({ obligation }) => JSON.stringify(obligation)),
      all.map(({ code }) => code),
      all.map(({ evidence }) => evidence),
      all.map(({ proposedAt }) => proposedAt),
    ],
  );
}

/** For questions that only the database answers: what is held back is written first. */
async function selectWritten(...[work, ...question]: Parameters<typeof select>): Promise<KeptObligation[]> {
  await turn.written(work);
  return select(work, ...question);
}

async function select(work: Work, where: string, values: readonly unknown[], order = ''): Promise<KeptObligation[]> {
  const rows = await managerOf(work).query<ObligationRow[]>(
    `select id, peer, entity, mission, record, code, evidence, proposed_at from obligation where ${where} order by id ${order}`,
    [...values],
  );
  return rows.map(({ record, proposed_at, ...row }) => ({ ...row, obligation: record, proposedAt: proposed_at }));
}
