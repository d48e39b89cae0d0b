import { type Work, belongsTo } from '@passerelle/doors';
import type { Transactions } from '../database/transactions.js';
import type { FactKind } from './fact.js';
import type { FactsStore } from './facts.service.js';
import type { Follower } from './follower.js';

/** How long a follower rests after so many failures in a row: 1 s, 2 s, 4 s … and a minute at most. */
export const restMs = (failures: number): number => Math.min(60_000, 1000 * 2 ** (failures - 1));

/** One follower on its way along the facts: how far this program knows it to be, and what went wrong. */
export class Following {
  failures = 0;
  lastError: string | null = null;
  retryAt: Date | null = null;
  private upto = 0n;
  /** Facts of a batch that failed, and that are now followed one at a time so that the good ones get through. */
  private careful = 0;

  constructor(
    readonly follower: Follower,
    private readonly database: Transactions,
    private readonly store: FactsStore,
    private readonly batch: number,
  ) {}

  get isResting(): boolean {
    return this.retryAt !== null && this.retryAt.getTime() > Date.now();
  }

  /** True when one of these newest facts of each kind lies ahead of it, as far as this program knows. */
  isBehind(newest: ReadonlyMap<FactKind, bigint>): boolean {
    return this.follower.kinds.some((kind) => (newest.get(kind) ?? 0n) > this.upto);
  }

  /**
   * Follows the next facts, at most a batch, in one transaction with the cursor; answers how many there were, 0 also while
   * another replica has the cursor. Throws what the follower threw, after which nothing of the batch has happened.
   */
  async step(): Promise<number> {
    let taken = 0;
    try {
      const step = await this.database.transact((work) => this.followBatch(work, (facts) => (taken = facts)));
      if (step === null) return 0;
      this.upto = step.upto;
      if (step.facts > 0) this.recovered(step.facts);
      return step.facts;
    } catch (error) {
      this.failed(error, taken);
      throw error;
    }
  }

  private async followBatch(
    work: Work,
    took: (facts: number) => void,
  ): Promise<{ upto: bigint; facts: number } | null> {
    const { name, kinds } = this.follower;
    const upto = await this.store.claim(work, name);
    if (upto === null) return null;
    const facts = await this.store.after(work, { kinds, after: upto, limit: this.careful > 0 ? 1 : this.batch });
    took(facts.length);
    for (const fact of facts) {
      belongsTo(work, fact.trace ?? null);
      await this.follower.follow(work, fact);
    }
    const last = facts.at(-1);
    if (last) await this.store.advance(work, name, last.position);
    return { upto: last?.position ?? upto, facts: facts.length };
  }

  private recovered(facts: number): void {
    this.failures = 0;
    this.lastError = null;
    this.retryAt = null;
    this.careful = Math.max(0, this.careful - facts);
  }

  private failed(error: unknown, taken: number): void {
    this.failures += 1;
    this.lastError = error instanceof Error ? error.message : String(error);
    this.retryAt = new Date(Date.now() + restMs(this.failures));
    this.careful = Math.max(this.careful, taken);
  }
}
