import type { Work } from '@passerelle/doors';
import type { Fact } from '../../facts/fact.js';
import type { Follower } from '../../facts/follower.js';
import './law-comparisons.facts.js';
import type { LawComparisons } from './law-comparisons.service.js';

/** Works comparisons, some payslips a transaction: another replica takes over where one was killed. */
export class LawComparisonsFollower implements Follower<'LawComparisonQueued'> {
  readonly name = 'law comparisons';
  readonly kinds = ['LawComparisonQueued'] as const;

  constructor(private readonly comparisons: LawComparisons) {}

  follow(work: Work, { body }: Fact<'LawComparisonQueued'>): Promise<void> {
    return this.comparisons.goOn(work, body.comparison);
  }
}
