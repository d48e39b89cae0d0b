import { type Work, apart } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import { type Run, type RunId, stateOf } from './run.js';
import type { RunItem } from './run-item.js';
import type { RunItems } from './run-items.service.js';
import './runs.facts.js';
import type { Runs } from './runs.service.js';
import { brokenWords } from './runs.words.js';
import type { RunsStore } from './runs.store.js';

export const itemsAtOnce = 20;

/**
 * Works the runs, a few items a transaction; the rest is queued again as a fact. Whichever replica holds the followers'
 * cursor works, and when it is killed another takes over behind the last batch that was committed: no item is worked
 * twice and none is forgotten.
 */
export class RunsFollower implements Follower<'PayrollRunQueued'> {
  readonly name = 'payroll runs';
  readonly kinds = ['PayrollRunQueued'] as const;

  constructor(
    private readonly runs: Runs,
    private readonly items: RunItems,
    private readonly store: RunsStore,
    private readonly atOnce = itemsAtOnce,
  ) {}

  async follow(work: Work, { body: { run: id } }: Fact<'PayrollRunQueued'>): Promise<void> {
    const run = await this.store.hold(work, id);
    if (!run) throw new Error(`payroll run ${id} was queued and is not there`);
    if (stateOf(run) === 'computing') await this.batch(work, run, 'left', (item) => this.compute(work, id, item));
    else if (stateOf(run) === 'publishing') await this.batch(work, run, 'done', (item) => this.publish(work, id, item));
  }

  private async batch(
    work: Work,
    run: Run,
    state: 'left' | 'done',
    act: (item: RunItem) => Promise<void>,
  ): Promise<void> {
    const page = { after: 0, limit: this.atOnce + 1, state, unusual: false };
    const items = await this.store.items(work, run.id, page);
    for (const item of items.slice(0, this.atOnce)) await act(item);
    if (items.length > this.atOnce) await this.runs.queue(work, run.id);
    else await this.runs.record(work, run, state === 'left' ? 'computed' : 'published', { by: null });
  }

  /** A payslip that cannot be worked for a reason of ours must not hold up the wages of everybody else. */
  private async compute(work: Work, run: RunId, item: RunItem): Promise<void> {
    const worked = await apart(work, (part) => this.items.compute(part, item)).catch((error: unknown) => {
      if (isPassing(error)) throw error;
      return { state: 'failed', failure: brokenBy(error) } as const;
    });
    await this.store.keep(work, run, item.number, worked);
  }

  private async publish(work: Work, run: RunId, item: RunItem): Promise<void> {
    await this.items.publish(work, item);
    await this.store.published(work, run, item.number);
  }
}

/** What PostgreSQL undoes because of what others do at the same time (class 40) succeeds when it is tried again. */
const isPassing = (error: unknown): boolean => String((error as { code?: unknown } | null)?.code).startsWith('40');

const brokenBy = (error: unknown) => ({
  kind: 'broken',
  rule: null,
  date: null,
  ...brokenWords(error instanceof Error ? error.message : String(error)),
});
