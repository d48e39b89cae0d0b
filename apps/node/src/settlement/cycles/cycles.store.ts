import { type Work, managerOf } from '@passerelle/doors';
import type { CycleEvidence, CycleId, CycleState, Final, Vote } from '@passerelle/settlement';
import type { CycleRecord } from './cycle-record.js';
import { type Abstention, CyclesStore } from './cycles-store.js';

interface CycleRow {
  readonly id: CycleId;
  readonly state: CycleState;
  readonly notes: Pick<CycleRecord, 'cutAtMs' | 'statementsAtMs' | 'roundAtMs' | 'events'>;
  readonly status: CycleRecord['status'];
}

/** Cycles in PostgreSQL: the state of a cycle is one document, as `libs/settlement` steps it. */
export class PostgresCyclesStore extends CyclesStore {
  async find(work: Work, id: CycleId): Promise<CycleRecord | null> {
    return (await select(work, 'where id = $1', [id]))[0] ?? null;
  }

  async save(work: Work, { id, state, status, ...notes }: CycleRecord): Promise<void> {
    await managerOf(work).query(
      `insert into cycle (id, state, notes, status) values ($1, $2, $3, $4)
       on conflict (id) do update set state = $2, notes = $3, status = $4`,
      [id, JSON.stringify(state), JSON.stringify(notes), status],
    );
  }

  open(work: Work): Promise<readonly CycleRecord[]> {
    return select(work, `where status <> 'closed' order by id`, []);
  }

  latest(work: Work, limit: number): Promise<readonly CycleRecord[]> {
    return select(work, 'order by id desc limit $1', [limit]);
  }

  async lastCut(work: Work): Promise<CycleId | null> {
    return newest(work, `notes ->> 'cutAtMs' is not null`);
  }

  async lastApplied(work: Work): Promise<CycleId | null> {
    return newest(work, `status <> 'running'`);
  }

  async abstention(work: Work): Promise<Abstention | null> {
    const [row] = await managerOf(work).query<Abstention[]>('select upto, missing from abstention');
    return row ?? null;
  }

  async setAbstention(work: Work, abstention: Abstention | null): Promise<void> {
    await managerOf(work).query('delete from abstention');
    if (abstention)
      await managerOf(work).query('insert into abstention (upto, missing) values ($1, $2)', [
        abstention.upto,
        abstention.missing,
      ]);
  }

  async addVote(work: Work, cycle: CycleId, { round, vote, result, sig }: Vote): Promise<void> {
    await managerOf(work).query(
      'insert into cycle_vote (cycle, round, vote, result, sig) values ($1, $2, $3, $4, $5)',
      [cycle, round, vote, result, sig],
    );
  }

  async addFinal(work: Work, final: Final): Promise<void> {
    await managerOf(work).query('insert into cycle_final (cycle, result, doc) values ($1, $2, $3)', [
      final.cycle,
      final.proposal.result,
      JSON.stringify(final),
    ]);
  }

  async addEvidence(work: Work, cycle: CycleId, evidence: CycleEvidence): Promise<void> {
    await managerOf(work).query('insert into cycle_evidence (cycle, node, proof) values ($1, $2, $3)', [
      cycle,
      evidence.node,
      JSON.stringify(evidence),
    ]);
  }
}

async function select(work: Work, which: string, values: readonly unknown[]): Promise<CycleRecord[]> {
  const rows = await managerOf(work).query<CycleRow[]>(`select id, state, notes, status from cycle ${which}`, [
    ...values,
  ]);
  return rows.map(({ notes, ...row }) => ({ ...row, ...notes }));
}

async function newest(work: Work, where: string): Promise<CycleId | null> {
  const [row] = await managerOf(work).query<{ id: CycleId }[]>(
    `select id from cycle where ${where} order by id desc limit 1`,
  );
  return row?.id ?? null;
}
