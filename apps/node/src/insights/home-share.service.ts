import { type HomeShare, homeShare } from '@passerelle/coordination';
import type { Work } from '@passerelle/doors';
import { type Money, type PlainDate, addDays, addMonths, sum } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { EntityId, LegalEntity } from '../cooperative/legal-entity.js';
import type { HomeShareStore } from './home-share.store.js';

/** How much of an entity's turnover of twelve months comes from work in its own country. */
export interface HomeActivity {
  readonly entity: LegalEntity;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly home: Money;
  readonly total: Money;
  /** Turnover in other currencies, which no rate of the day can add to the others. */
  readonly notCounted: readonly Money[];
  readonly reading: HomeShare;
}

/** Whether a cooperative does real business at home: an umbrella that only signs contracts cannot send people abroad. */
export class HomeShares {
  constructor(
    private readonly store: HomeShareStore,
    private readonly cooperative: Cooperative,
  ) {}

  async all(work: Work): Promise<readonly HomeActivity[]> {
    const entities = await this.cooperative.entities(work);
    const found: HomeActivity[] = [];
    for (const { id } of entities) found.push(await this.of(work, id));
    return found;
  }

  private async of(work: Work, id: EntityId): Promise<HomeActivity> {
    const entity = await this.cooperative.entity(work, id);
    const last = this.cooperative.today(entity);
    const first = addDays(addMonths(last, -12), 1);
    const turnover = await this.store.turnover(work, id, { first, last });
    const counted = turnover.filter(({ amount }) => amount.currency === entity.currency);
    const sumOf = (of: typeof counted): Money =>
      sum(
        of.map(({ amount }) => amount),
        entity.currency,
      );
    const total = sumOf(counted);
    const home = sumOf(counted.filter(({ country }) => country === entity.country));
    const notCounted = turnover.filter((each) => !counted.includes(each)).map(({ amount }) => amount);
    return { entity, first, last, home, total, notCounted, reading: homeShare(home, total, last) };
  }
}
