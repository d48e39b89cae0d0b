import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Month, type Result, lastDayOf, monthOf, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { EntityId, LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import {
  type Checked,
  type Run,
  type RunAct,
  type RunCounts,
  type RunId,
  type RunRefusal,
  approvalOf,
  mayFollow,
  stateOf,
} from './run.js';
import type { RunItem } from './run-item.js';
import './runs.facts.js';
import type { ItemsPage, RunsStore, Waiting } from './runs.store.js';

export interface RunsParts {
  readonly store: RunsStore;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What an entity has to pay by the end of a month that is in no run. */
export interface Uncollected extends Waiting {
  readonly entity: LegalEntity;
  readonly period: Month;
}

type Decision = Promise<Result<Run, RunRefusal>>;

/**
 * Payroll runs: the payslips that fall due are collected, computed again, looked at, approved by a second person, and
 * only then given to their workers. What is paid, and when, stays with the guarantee fund and its transfers.
 */
export class Runs {
  constructor(private readonly parts: RunsParts) {}

  /** Collects what an entity has to pay by the end of a month and nobody has collected yet. */
  async collect(
    work: Work,
    { entity, period, by }: { readonly entity: EntityId; readonly period: Month; readonly by: string },
  ): Decision {
    const { store, cooperative, ids } = this.parts;
    if (!(await cooperative.find(work, entity))) return refuse({ kind: 'no-such-entity' });
    await store.holdEntity(work, entity);
    const until = lastDayOf(period);
    if ((await store.waiting(work, entity, until)).count === 0) return refuse({ kind: 'nothing-to-collect', period });
    const run = { id: ids.newId() as RunId, entity, period };
    await store.add(work, run, until);
    const collected = await this.record(work, { ...run, steps: [] }, 'collected', { by });
    await this.queue(work, run.id);
    return ok(collected);
  }

  /** Tries those again that failed, and only those. */
  retry(work: Work, id: RunId, by: string): Decision {
    return this.move(work, id, 'retried', by, async (run) => {
      if ((await this.parts.store.moveAll(work, run.id, 'failed', 'left')) === 0)
        return refuse({ kind: 'nothing-failed' });
      await this.queue(work, run.id);
      return ok(null);
    });
  }

  /** A second person approves exactly what she has checked. What failed is left for another run. */
  approve(work: Work, id: RunId, { by, checked }: { readonly by: string; readonly checked: Checked }): Decision {
    return this.move(work, id, 'approved', by, async (run) => {
      const approval = approvalOf(run, { by, checked }, await this.counts(work, run));
      if (approval.ok) await this.parts.store.moveAll(work, run.id, 'failed', 'dropped');
      return approval;
    });
  }

  /** Gives everything back, with a reason; another run may collect it. */
  withdraw(work: Work, id: RunId, { by, reason }: { readonly by: string; readonly reason: string }): Decision {
    const drop = async (run: Run): Promise<Result<null, RunRefusal>> => {
      for (const state of ['done', 'failed'] as const) await this.parts.store.moveAll(work, run.id, state, 'dropped');
      return ok(null);
    };
    return this.move(work, id, 'withdrawn', by, drop, reason);
  }

  /** Gives every payslip of an approved run to its worker. */
  publish(work: Work, id: RunId, by: string): Decision {
    return this.move(work, id, 'released', by, async (run) => {
      await this.queue(work, run.id);
      return ok(null);
    });
  }

  /** What each entity has to pay by the end of a month, or of its current one, and nobody has collected. */
  async waiting(work: Work, wanted: Month | null): Promise<readonly Uncollected[]> {
    const { cooperative, store } = this.parts;
    const uncollected: Uncollected[] = [];
    for (const entity of await cooperative.entities(work)) {
      const period = wanted ?? monthOf(cooperative.today(entity));
      uncollected.push({ entity, period, ...(await store.waiting(work, entity.id, lastDayOf(period))) });
    }
    return uncollected;
  }

  find(work: Work, id: RunId): Promise<Run | null> {
    return this.parts.store.find(work, id);
  }

  page(work: Work, page: Parameters<RunsStore['page']>[1]): Promise<readonly Run[]> {
    return this.parts.store.page(work, page);
  }

  items(work: Work, run: RunId, page: ItemsPage): Promise<readonly RunItem[]> {
    return this.parts.store.items(work, run, page);
  }

  async counts(work: Work, { id, entity }: Pick<Run, 'id' | 'entity'>): Promise<RunCounts> {
    const { currency } = await this.parts.cooperative.entity(work, entity);
    return this.parts.store.counts(work, id, currency);
  }

  /** Says that items of the run wait for whichever replica comes first. */
  async queue(work: Work, run: RunId): Promise<void> {
    await this.parts.facts.record(work, { kind: 'PayrollRunQueued', subject: run, body: { run } });
  }

  /** Adds a line to the record of a run. */
  async record(
    work: Work,
    run: Run,
    act: RunAct,
    { by, reason = null }: { readonly by: string | null; readonly reason?: string | null },
  ): Promise<Run> {
    const step = { act, by, at: this.parts.clock.now(), reason };
    await this.parts.store.addStep(work, run.id, step);
    return { ...run, steps: [...run.steps, step] };
  }

  private async move(
    work: Work,
    id: RunId,
    act: RunAct,
    by: string,
    decide: (run: Run) => Promise<Result<null, RunRefusal>>,
    reason: string | null = null,
  ): Decision {
    const run = await this.parts.store.hold(work, id);
    if (!run) return refuse({ kind: 'no-such-run' });
    if (!mayFollow(run, act)) return refuse({ kind: 'not-from-here', act, state: stateOf(run) });
    const decided = await decide(run);
    return decided.ok ? ok(await this.record(work, run, act, { by, reason })) : decided;
  }
}
