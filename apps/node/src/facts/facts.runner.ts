import assert from 'node:assert/strict';
import type { Transactions } from '../database/transactions.js';
import { Bell } from './bell.js';
import type { FactKind } from './fact.js';
import type { FactsStore } from './facts.service.js';
import type { Follower } from './follower.js';
import { Following } from './facts.following.js';
import { Turns } from './turns.js';

export interface FactsRunnerOptions {
  readonly database: Transactions;
  readonly store: FactsStore;
  /** How many facts a follower is given in one transaction (100). */
  readonly batch?: number;
  /** How often it looks although nobody woke it (1000). */
  readonly pollMs?: number;
  /** Told of every failure, for the log; what it says is shown by `state` too. */
  readonly onFailure?: (follower: string, error: unknown, failures: number) => void;
}

/** How a follower is doing, for the readiness answer and the metrics. */
export interface FollowerState {
  readonly name: string;
  /** Position of the last fact it followed. */
  readonly upto: bigint;
  /** Facts of its kinds that lie ahead. */
  readonly behind: number;
  /** Failures in a row in this program; 0 when all is well. */
  readonly failures: number;
  readonly lastError: string | null;
  readonly retryAt: Date | null;
}

interface Track {
  readonly following: Following;
  readonly bell: Bell;
}

/** A follower sleeps until the next look finds something for it, which is at most a poll away. */
const neverMs = 2 ** 31 - 1;

/** Followers that act at the same time. Well below the size of the pool, so that requests find a connection. */
const followersAtOnce = 4;

/**
 * Gives each follower its facts in order and exactly once, also when several replicas of the node run. A follower that
 * fails rests, ever longer, and is given the same fact again; nothing is skipped, and the others go on.
 */
export class FactsRunner {
  private readonly tracks: Track[] = [];
  private readonly bell = new Bell();
  /** Position of the newest fact of each kind that this program has seen, and of the newest of all. */
  private readonly newest = new Map<FactKind, bigint>();
  private seen = 0n;
  private readonly turns = new Turns(followersAtOnce);
  private running: Promise<unknown> | null = null;
  private stopping = false;

  constructor(private readonly options: FactsRunnerOptions) {}

  add(follower: Follower): void {
    const { database, store, batch = 100 } = this.options;
    assert(!this.running, `follower ${follower.name} is added before the runner starts`);
    assert(!this.names().includes(follower.name), `there is only one follower ${follower.name}`);
    this.tracks.push({ following: new Following(follower, database, store, batch), bell: new Bell() });
  }

  async start(): Promise<void> {
    await this.enrol();
    this.stopping = false;
    this.running = Promise.all([this.keepLooking(), ...this.tracks.map((track) => this.keepFollowing(track))]);
  }

  /** Says that there may be news. */
  wake(): void {
    this.bell.ring();
  }

  /** Resolves when the transactions in progress are over. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    for (const { bell } of this.tracks) bell.ring();
    await this.running;
    this.running = null;
  }

  /** Follows one follower after the other until none has anything left; rejects at the first failure. For simulations. */
  async drain(): Promise<void> {
    await this.enrol();
    let followed = 0;
    do {
      followed = 0;
      await this.look();
      for (const { following } of this.tracks) if (following.isBehind(this.newest)) followed += await following.step();
    } while (followed > 0);
  }

  state(): Promise<FollowerState[]> {
    const { database, store } = this.options;
    return Promise.all(
      this.tracks.map(async ({ following: { follower, failures, lastError, retryAt } }) => {
        const progress = await store.progress(database.reading, follower.name, follower.kinds);
        return { name: follower.name, ...progress, failures, lastError, retryAt };
      }),
    );
  }

  /** One look for all followers wakes those that have something ahead; the others cost nothing. */
  private async keepLooking(): Promise<void> {
    const { pollMs = 1000 } = this.options;
    while (!this.stopping) {
      await this.look().catch((error: unknown) => this.options.onFailure?.('any', error, 1));
      for (const { following, bell } of this.tracks) if (following.isBehind(this.newest)) bell.ring();
      await this.bell.wait(pollMs);
    }
  }

  private async look(): Promise<void> {
    const { database, store } = this.options;
    for (const [kind, position] of await store.newest(database.reading, this.seen)) {
      this.newest.set(kind, position);
      if (position > this.seen) this.seen = position;
    }
  }

  private async keepFollowing({ following, bell }: Track): Promise<void> {
    while (!this.stopping) {
      const isDue = following.isBehind(this.newest) && !following.isResting;
      const followed = isDue ? await this.turns.take(() => this.tryStep(following)) : 0;
      if (followed === 0 && !this.stopping) await bell.wait(neverMs);
    }
  }

  private async tryStep(following: Following): Promise<number> {
    if (this.stopping) return 0;
    try {
      return await following.step();
    } catch (error) {
      this.options.onFailure?.(following.follower.name, error, following.failures);
      return 0;
    }
  }

  private enrol(): Promise<void> {
    const { database, store } = this.options;
    return database.transact(async (work) => {
      for (const name of this.names().sort()) await store.enrol(work, name);
    });
  }

  private names(): string[] {
    return this.tracks.map(({ following }) => following.follower.name);
  }
}
