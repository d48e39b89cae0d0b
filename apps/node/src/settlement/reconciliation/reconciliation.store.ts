import { type Work, managerOf } from '@passerelle/doors';
import type { CycleId, Difference } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import { type Agreed, ReconciliationStore } from './reconciliation-store.js';

interface AgreedRow {
  readonly peer: NodeId;
  readonly day: PlainDate;
  readonly ours: string;
  readonly theirs: string;
}

/** Reconciliations in PostgreSQL. */
export class PostgresReconciliationStore extends ReconciliationStore {
  async saveAgreed(work: Work, { peer, day, ours, theirs }: Agreed): Promise<void> {
    await managerOf(work).query(
      `insert into reconciliation (peer, day, ours, theirs) values ($1, $2, $3, $4)
       on conflict (peer) do update set day = $2, ours = $3, theirs = $4, at = now() where reconciliation.day <= $2`,
      [peer, day, ours.toString(), theirs.toString()],
    );
  }

  async agreed(work: Work): Promise<readonly Agreed[]> {
    const rows = await managerOf(work).query<AgreedRow[]>(
      'select peer, day::text, ours, theirs from reconciliation order by peer',
    );
    return rows.map((row) => ({ ...row, ours: BigInt(row.ours), theirs: BigInt(row.theirs) }));
  }

  async addDifference(
    work: Work,
    { cycle, peer }: { readonly cycle: CycleId; readonly peer: NodeId },
    { obligation, mine, theirs }: Difference,
  ): Promise<void> {
    await managerOf(work).query(
      `insert into reconciliation_difference (cycle, peer, obligation, mine, theirs) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [cycle, peer, obligation, mine && JSON.stringify(mine), theirs && JSON.stringify(theirs)],
    );
  }

  differences(work: Work, cycle: CycleId, peer: NodeId): Promise<readonly Difference[]> {
    return managerOf(work).query<Difference[]>(
      `select obligation, mine, theirs from reconciliation_difference where cycle = $1 and peer = $2
       order by obligation`,
      [cycle, peer],
    );
  }
}
