import type { Work } from '@passerelle/doors';
import { BudgetSource, type KnownMoney } from '../activities/budget-source.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipsStore } from './payslips.store.js';

/** Tells budgets what payslips made of the income of missions. */
export class WagesOfMissions extends BudgetSource {
  constructor(private readonly store: PayslipsStore) {
    super();
  }

  override async of(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, KnownMoney>> {
    const shared = await this.store.shared(work, missions);
    return new Map(shared.map(({ mission, contribution, cost }) => [mission, { wage: { contribution, cost } }]));
  }
}
