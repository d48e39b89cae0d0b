import { inHabit, publicId, type Work } from '@passerelle/doors';
import { type Month, Money } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import { type Run, preparersOf, stateOf } from './run.js';
import type { Runs, Uncollected } from './runs.service.js';
import type { RunsStore } from './runs.store.js';

/** Wages that nobody has collected, and payroll runs that wait for somebody else than those who prepared them. */
export class RunsToDecide extends InboxSource {
  override readonly kinds = ['wages-to-collect', 'run-to-check', 'run-to-publish'] as const;

  constructor(
    private readonly runs: Runs,
    private readonly store: RunsStore,
    private readonly cooperative: Cooperative,
  ) {
    super();
  }

  override async waiting(work: Work, { account: { email }, language }: Asker): Promise<readonly InboxItem[]> {
    const uncollected = (await this.runs.waiting(work, null)).filter(({ count }) => count > 0);
    const runs = (await this.store.toDecide(work)).filter(
      (run) => stateOf(run) === 'approved' || !preparersOf(run).includes(email),
    );
    const sums = await this.store.sums(
      work,
      runs.map(({ id }) => id),
    );
    const entities = new Map((await this.cooperative.entities(work)).map((entity) => [entity.id, entity]));
    const items = runs.map((run) => {
      const { name, currency } = entities.get(run.entity)!;
      const about = `${name} · ${inHabit(run.period, language)}`;
      return itemOf(run, { about, amount: new Money(sums.get(run.id) ?? 0n, currency) });
    });
    return [...uncollected.map(wagesOf), ...items];
  }
}

const wagesOf = ({ entity, period, count, firstDue }: Uncollected): InboxItem => ({
  kind: 'wages-to-collect',
  id: publicId('ent', entity.id),
  about: entity.name,
  count,
  why: null,
  since: null,
  deadline: firstDue,
  amount: null,
  page: pageOf(period),
});

const itemOf = (run: Run, of: Pick<InboxItem, 'about' | 'amount'>): InboxItem => ({
  ...of,
  kind: stateOf(run) === 'approved' ? 'run-to-publish' : 'run-to-check',
  id: publicId('run', run.id),
  count: null,
  why: null,
  since: run.steps.at(-1)!.at,
  deadline: null,
  page: pageOf(run.period),
});

const pageOf = (period: Month): string => `/staff/payroll/${period}`;
