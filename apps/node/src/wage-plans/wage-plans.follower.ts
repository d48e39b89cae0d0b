import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type { WagePlans } from './wage-plans.service.js';

/** Every day somebody's plan may come near its end. */
export class WagePlansFollower extends Follower<'DayBegan'> {
  readonly name = 'wage-plans';
  readonly kinds = ['DayBegan'] as const;

  constructor(private readonly plans: WagePlans) {
    super();
  }

  follow(work: Work, { body: { date } }: Fact<'DayBegan'>): Promise<void> {
    return this.plans.dayBegan(work, date);
  }
}
