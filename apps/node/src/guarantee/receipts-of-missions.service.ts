import type { Work } from '@passerelle/doors';
import { BudgetSource, type KnownMoney } from '../activities/budget-source.js';
import type { MissionId } from '../missions/mission.js';
import type { GuaranteeStore } from './guarantee.store.js';

/** Tells budgets what hosts have paid for missions: every such payment comes by the fund. */
export class ReceiptsOfMissions extends BudgetSource {
  constructor(private readonly store: GuaranteeStore) {
    super();
  }

  override async of(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, KnownMoney>> {
    const received = await this.store.received(work, missions);
    return new Map([...received].map(([mission, fromHost]) => [mission, { fromHost }]));
  }
}
