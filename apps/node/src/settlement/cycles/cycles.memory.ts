import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import type { CycleEvidence, CycleId, Final, Vote } from '@passerelle/settlement';
import { memoryOf } from '../../database/memory.js';
import type { CycleRecord } from './cycle-record.js';
import { type Abstention, CyclesStore } from './cycles-store.js';

/** Cycles in memory, for a simulation. Everything goes through JSON, as it does through PostgreSQL. */
export class MemoryCyclesStore extends CyclesStore {
  private readonly records = new Map<CycleId, string>();
  private readonly votes = new Set<string>();
  private abstains: Abstention | null = null;
  readonly finals = new Map<CycleId, Final>();
  readonly evidence: CycleEvidence[] = [];

  async find(_work: Work, id: CycleId): Promise<CycleRecord | null> {
    const text = this.records.get(id);
    return text === undefined ? null : (JSON.parse(text) as CycleRecord);
  }

  async save(work: Work, record: CycleRecord): Promise<void> {
    const before = this.records.get(record.id);
    this.records.set(record.id, JSON.stringify(record));
    memoryOf(work).onRollback(() => {
      if (before === undefined) this.records.delete(record.id);
      else this.records.set(record.id, before);
    });
  }

  async open(): Promise<readonly CycleRecord[]> {
    return this.all().filter(({ status }) => status !== 'closed');
  }

  async latest(_work: Work, limit: number): Promise<readonly CycleRecord[]> {
    return this.all().reverse().slice(0, limit);
  }

  async lastCut(): Promise<CycleId | null> {
    return this.all().findLast(({ cutAtMs }) => cutAtMs !== null)?.id ?? null;
  }

  async lastApplied(): Promise<CycleId | null> {
    return this.all().findLast(({ status }) => status !== 'running')?.id ?? null;
  }

  async abstention(): Promise<Abstention | null> {
    return this.abstains;
  }

  async setAbstention(work: Work, abstention: Abstention | null): Promise<void> {
    const before = this.abstains;
    this.abstains = abstention;
    memoryOf(work).onRollback(() => (this.abstains = before));
  }

  async addVote(work: Work, cycle: CycleId, { round }: Vote): Promise<void> {
    const key = `${cycle} ${round}`;
    assert(!this.votes.has(key), `round ${round} of ${cycle} has its vote`);
    this.votes.add(key);
    memoryOf(work).onRollback(() => this.votes.delete(key));
  }

  async addFinal(work: Work, final: Final): Promise<void> {
    assert(!this.finals.has(final.cycle), `${final.cycle} has its final`);
    this.finals.set(final.cycle, final);
    memoryOf(work).onRollback(() => this.finals.delete(final.cycle));
  }

  async addEvidence(work: Work, _cycle: CycleId, evidence: CycleEvidence): Promise<void> {
    this.evidence.push(evidence);
    memoryOf(work).onRollback(() => this.evidence.pop());
  }

  private all(): CycleRecord[] {
    return [...this.records.keys()].sort().map((id) => JSON.parse(this.records.get(id)!) as CycleRecord);
  }
}
