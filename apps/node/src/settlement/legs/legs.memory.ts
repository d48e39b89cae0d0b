import type { Work } from '@passerelle/doors';
import { type CycleId, missingOf } from '@passerelle/settlement';
import { memoryOf } from '../../database/memory.js';
import type { NodeId } from '../../peers/received.js';
import type { KeptLeg, PaymentWord } from './kept-leg.js';
import { LegsStore } from './legs-store.js';

/** Legs in memory, for a simulation. */
export class MemoryLegsStore extends LegsStore {
  private legs: readonly KeptLeg[] = [];
  private said: readonly PaymentWord[] = [];

  async find(_work: Work, id: string): Promise<KeptLeg | null> {
    return this.legs.find((leg) => leg.id === id) ?? null;
  }

  async save(work: Work, leg: KeptLeg): Promise<void> {
    const before = this.legs;
    this.legs = [...before.filter(({ id }) => id !== leg.id), leg];
    memoryOf(work).onRollback(() => (this.legs = before));
  }

  async ofCycle(_work: Work, cycle: CycleId): Promise<readonly KeptLeg[]> {
    return this.legs.filter((leg) => leg.cycle === cycle);
  }

  async open(): Promise<readonly KeptLeg[]> {
    return this.legs.filter(({ record }) => missingOf(record) > 0n);
  }

  async addWord(work: Work, word: PaymentWord): Promise<void> {
    const before = this.said;
    const known = before.find((one) => isSame(one, word));
    if (known && known.amount >= word.amount) return;
    this.said = [...before.filter((one) => one !== known), word];
    memoryOf(work).onRollback(() => (this.said = before));
  }

  async words(_work: Work, leg: string): Promise<readonly PaymentWord[]> {
    return this.said.filter((word) => word.leg === leg);
  }

  async spokenOf(_work: Work, by: NodeId): Promise<number> {
    const own = new Set(this.legs.map(({ id }) => id));
    return new Set(this.said.filter((word) => word.by === by && !own.has(word.leg)).map(({ leg }) => leg)).size;
  }
}

const isSame = (one: PaymentWord, other: PaymentWord): boolean =>
  one.leg === other.leg && one.by === other.by && one.kind === other.kind;
