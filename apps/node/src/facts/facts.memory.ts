import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import { memoryOf } from '../database/memory.js';
import type { Fact, FactKind, NewFact } from './fact.js';
import { FactsStore, type Progress, type Wanted } from './facts.service.js';

/** The body is kept as text, so that a fact goes through JSON here as it does through PostgreSQL. */
interface Row {
  readonly position: bigint;
  readonly recordedAt: Date;
  readonly kind: FactKind;
  readonly subject: string;
  readonly body: string;
}

/** Facts and cursors in memory, for the simulation. `now` says when a fact is recorded. */
export class MemoryFactsStore extends FactsStore {
  private readonly facts: Row[] = [];
  private readonly cursors = new Map<string, bigint>();
  private readonly claimed = new Set<string>();

  constructor(private readonly now: () => Date) {
    super();
  }

  async append(work: Work, facts: readonly NewFact[]): Promise<void> {
    const rows = facts.map(({ kind, subject, body }) => ({ kind, subject, body: JSON.stringify(body) }));
    memoryOf(work).onCommit(() => {
      for (const row of rows)
        this.facts.push({ ...row, position: BigInt(this.facts.length + 1), recordedAt: this.now() });
    });
  }

  async after<K extends FactKind>(_work: Work, { kinds, after, limit }: Wanted<K>): Promise<Fact<K>[]> {
    return this.ahead(after, kinds)
      .slice(0, limit)
      .map(factOf<K>);
  }

  async newest(_work: Work, after: bigint): Promise<ReadonlyMap<FactKind, bigint>> {
    return new Map(this.facts.slice(Number(after)).map(({ kind, position }) => [kind, position]));
  }

  async last<K extends FactKind>(_work: Work, kind: K): Promise<Fact<K> | null> {
    const row = this.facts.findLast((each) => each.kind === kind);
    return row ? factOf<K>(row) : null;
  }

  async enrol(work: Work, follower: string): Promise<void> {
    if (this.cursors.has(follower)) return;
    this.cursors.set(follower, 0n);
    memoryOf(work).onRollback(() => this.cursors.delete(follower));
  }

  async claim(work: Work, follower: string): Promise<bigint | null> {
    const upto = this.cursors.get(follower);
    if (upto === undefined || this.claimed.has(follower)) return null;
    this.claimed.add(follower);
    const release = () => this.claimed.delete(follower);
    memoryOf(work).onCommit(release);
    memoryOf(work).onRollback(release);
    return upto;
  }

  async advance(work: Work, follower: string, upto: bigint): Promise<void> {
    const before = this.cursors.get(follower);
    assert(before !== undefined, `follower ${follower} is enrolled before it advances`);
    this.cursors.set(follower, upto);
    memoryOf(work).onRollback(() => this.cursors.set(follower, before));
  }

  async progress(_work: Work, follower: string, kinds: readonly FactKind[]): Promise<Progress> {
    const upto = this.cursors.get(follower) ?? 0n;
    return { upto, behind: this.ahead(upto, kinds).length };
  }

  private ahead(after: bigint, kinds: readonly FactKind[]): Row[] {
    return this.facts.slice(Number(after)).filter(({ kind }) => kinds.includes(kind));
  }
}

const factOf = <K extends FactKind>(row: Row): Fact<K> =>
  ({ ...row, body: JSON.parse(row.body) as unknown }) as unknown as Fact<K>;
