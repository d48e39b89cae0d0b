import type { Work } from '@passerelle/doors';
import { BudgetSource, type KnownMoney } from '../activities/budget-source.js';
import type { MissionId } from '../missions/mission.js';
import type { MonthlyWagesStore } from './monthly-wages.store.js';
import type { PayslipsStore } from './payslips.store.js';

/** Tells budgets what payslips made of the income of missions, and what is kept of it for monthly wages. */
export class WagesOfMissions extends BudgetSource {
  constructor(
    private readonly store: PayslipsStore,
    private readonly monthly: MonthlyWagesStore,
  ) {
    super();
  }

  override async of(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, KnownMoney>> {
    const known = new Map<MissionId, KnownMoney>();
    for (const { mission, contribution, cost } of await this.store.shared(work, missions))
      known.set(mission, { wage: { contribution, cost } });
    for (const { mission, kept, drawn } of await this.monthly.shares(work, missions))
      known.set(mission, { ...(kept && { wage: kept }), drawn });
    return known;
  }
}
