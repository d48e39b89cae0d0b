import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import { memoryOf } from '../../database/memory.js';
import type { NodeId } from '../../peers/received.js';
import type { KeptPairSettlement } from './pair-settlement.js';
import { PairSettlementsStore } from './pair-settlements-store.js';

/** Direct settlements of pairs in memory, for a simulation. */
export class MemoryPairSettlementsStore extends PairSettlementsStore {
  private all: readonly KeptPairSettlement[] = [];

  async find(_work: Work, cycle: CycleId, peer: NodeId): Promise<KeptPairSettlement | null> {
    return this.all.find((one) => one.cycle === cycle && one.peer === peer) ?? null;
  }

  async save(work: Work, kept: KeptPairSettlement): Promise<void> {
    const before = this.all;
    this.all = [...before.filter(({ cycle, peer }) => cycle !== kept.cycle || peer !== kept.peer), kept];
    memoryOf(work).onRollback(() => (this.all = before));
  }

  async open(): Promise<readonly KeptPairSettlement[]> {
    return this.all.filter(({ status }) => status !== 'closed');
  }
}
