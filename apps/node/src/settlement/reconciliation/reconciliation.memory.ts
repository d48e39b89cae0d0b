import type { Work } from '@passerelle/doors';
import type { CycleId, Difference } from '@passerelle/settlement';
import { memoryOf } from '../../database/memory.js';
import type { NodeId } from '../../peers/received.js';
import { type Agreed, ReconciliationStore } from './reconciliation-store.js';

interface Kept extends Difference {
  readonly cycle: CycleId;
  readonly peer: NodeId;
}

/** Reconciliations in memory, for a simulation. */
export class MemoryReconciliationStore extends ReconciliationStore {
  private days: readonly Agreed[] = [];
  private found: readonly Kept[] = [];

  async saveAgreed(work: Work, agreed: Agreed): Promise<void> {
    const before = this.days;
    this.days = [...before.filter(({ peer }) => peer !== agreed.peer), agreed];
    memoryOf(work).onRollback(() => (this.days = before));
  }

  async agreed(): Promise<readonly Agreed[]> {
    return this.days;
  }

  async addDifference(
    work: Work,
    of: { readonly cycle: CycleId; readonly peer: NodeId },
    found: Difference,
  ): Promise<void> {
    const before = this.found;
    const isKnown = before.some(
      ({ cycle, peer, obligation }) => cycle === of.cycle && peer === of.peer && obligation === found.obligation,
    );
    if (isKnown) return;
    this.found = [...before, { ...found, ...of }];
    memoryOf(work).onRollback(() => (this.found = before));
  }

  async differences(_work: Work, cycle: CycleId, peer: NodeId): Promise<readonly Difference[]> {
    return this.found
      .filter((one) => one.cycle === cycle && one.peer === peer)
      .map(({ obligation, mine, theirs }) => ({ obligation, mine, theirs }));
  }
}
