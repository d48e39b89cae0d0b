import type { Work } from '@passerelle/doors';
import type { Fact } from '../../facts/fact.js';
import { Follower } from '../../facts/follower.js';
import type { Reconciliation } from './reconciliation.service.js';
import type {} from '../settlement.facts.js';

type Followed = 'DayBegan' | 'PairDiffers';

/** Each day says how far both sides are; where two statements differ, the debts that do are found. */
export class ReconciliationFollower extends Follower<Followed> {
  readonly name = 'settlement-reconciliation';
  readonly kinds = ['DayBegan', 'PairDiffers'] as const;

  constructor(private readonly reconciliation: Reconciliation) {
    super();
  }

  follow(work: Work, { kind, body }: Fact<Followed>): Promise<void> {
    return kind === 'DayBegan'
      ? this.reconciliation.tellAll(work, body.date)
      : this.reconciliation.find(work, body.cycle, body.peer);
  }
}
