import type { Work } from '@passerelle/doors';
import type { Money } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';

/** What became of a mission's money where that is decided. */
export interface KnownMoney {
  /** Once its income is shared: what the cooperative kept, and what its payslip cost, or what is kept for monthly wages. */
  readonly wage?: { readonly contribution: Money; readonly cost: Money };
  /** What monthly wages took of it; left out where they have nothing to do with it. */
  readonly drawn?: Money;
  /** What a host has paid for it. */
  readonly fromHost?: Money;
}

/** A later room that knows something of the money of missions, and says so when a budget is read. */
export abstract class BudgetSource {
  /** What is known of these missions; of one that is not in the answer, nothing is. */
  abstract of(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, KnownMoney>>;
}

/**
 * Wages are made and hosts pay in rooms that come after this one, and must not be called from here. They announce
 * themselves when the node is put together, so that a budget is always read from where its money is decided.
 */
export class BudgetSources {
  private readonly sources: BudgetSource[] = [];

  add(source: BudgetSource): void {
    this.sources.push(source);
  }

  async of(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, KnownMoney>> {
    const known = new Map<MissionId, KnownMoney>();
    if (missions.length === 0) return known;
    for (const source of this.sources)
      for (const [mission, money] of await source.of(work, missions))
        known.set(mission, { ...known.get(mission), ...money });
    return known;
  }
}
