import { type Work, managerOf } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { KeptPairSettlement } from './pair-settlement.js';
import { PairSettlementsStore } from './pair-settlements-store.js';

/** Direct settlements of pairs in PostgreSQL. */
export class PostgresPairSettlementsStore extends PairSettlementsStore {
  async find(work: Work, cycle: CycleId, peer: NodeId): Promise<KeptPairSettlement | null> {
    return (await select(work, 'where cycle = $1 and peer = $2', [cycle, peer]))[0] ?? null;
  }

  async save(work: Work, { cycle, peer, words, status, label }: KeptPairSettlement): Promise<void> {
    await managerOf(work).query(
      `insert into pair_settlement (cycle, peer, words, status, label) values ($1, $2, $3, $4, $5)
       on conflict (cycle, peer) do update set words = $3, status = $4, label = $5`,
      [cycle, peer, JSON.stringify(words), status, label],
    );
  }

  open(work: Work): Promise<readonly KeptPairSettlement[]> {
    return select(work, `where status <> 'closed' order by cycle, peer`, []);
  }
}

const select = (work: Work, which: string, values: readonly unknown[]): Promise<KeptPairSettlement[]> =>
  managerOf(work).query<KeptPairSettlement[]>(
    `select cycle, peer, words, status, label from pair_settlement ${which}`,
    [...values],
  );
