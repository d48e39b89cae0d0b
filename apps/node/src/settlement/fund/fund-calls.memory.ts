import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import { memoryOf } from '../../database/memory.js';
import type { NodeId } from '../../peers/received.js';
import type { FundWord, KeptCall } from './fund-call.js';
import { FundCallsStore } from './fund-calls-store.js';

/** Defaults in memory, for a simulation. */
export class MemoryFundCallsStore extends FundCallsStore {
  private calls: readonly KeptCall[] = [];
  private words: readonly FundWord[] = [];

  async find(_work: Work, result: string): Promise<KeptCall | null> {
    return this.calls.find((one) => one.result === result) ?? null;
  }

  async named(_work: Work, id: string): Promise<KeptCall | null> {
    return this.calls.find(({ ids }) => ids.includes(id)) ?? null;
  }

  async ofCycle(_work: Work, cycle: CycleId): Promise<readonly KeptCall[]> {
    return this.calls.filter(({ event }) => event.cycle === cycle);
  }

  async all(_work: Work, limit: number): Promise<readonly KeptCall[]> {
    return [...this.calls].sort((a, b) => (a.event.cycle < b.event.cycle ? 1 : -1)).slice(0, limit);
  }

  async save(work: Work, kept: KeptCall): Promise<void> {
    const before = this.calls;
    this.calls = [...before.filter(({ result }) => result !== kept.result), kept];
    memoryOf(work).onRollback(() => (this.calls = before));
  }

  async addWord(work: Work, word: FundWord): Promise<void> {
    const before = this.words;
    this.words = [...before, word];
    memoryOf(work).onRollback(() => (this.words = before));
  }

  async takeWords(work: Work, waitsFor: string): Promise<readonly FundWord[]> {
    const before = this.words;
    this.words = before.filter((word) => word.waitsFor !== waitsFor);
    memoryOf(work).onRollback(() => (this.words = before));
    return before.filter((word) => word.waitsFor === waitsFor);
  }

  async countWords(_work: Work, by: NodeId): Promise<number> {
    return this.words.filter((word) => word.by === by).length;
  }
}
