import type { Work } from '@passerelle/doors';
import type { Fact } from '../../facts/fact.js';
import { Follower } from '../../facts/follower.js';
import type { Guarantee } from '../../guarantee/guarantee.service.js';
import { amountIn, causeOf, owedBy } from '../obligations/obligation.js';
import type { Obligations } from '../obligations/obligations.service.js';
import type {} from '../settlement.facts.js';

/** Once a cycle or a pair is paid, what its missions brought makes the guarantee fund whole. */
export class RepaymentFollower extends Follower<'CycleClosed' | 'PairClosed'> {
  readonly name = 'settlement-repayment';
  readonly kinds = ['CycleClosed', 'PairClosed'] as const;

  constructor(
    private readonly obligations: Obligations,
    private readonly guarantee: Pick<Guarantee, 'repay'>,
  ) {
    super();
  }

  async follow(work: Work, { body }: Fact<'CycleClosed' | 'PairClosed'>): Promise<void> {
    for (const kept of await this.obligations.settledIn(work, 'label' in body ? body.label : body.cycle)) {
      const { mission, obligation } = kept;
      // A correction takes back what a mission brought; people decide what that means for the fund.
      if (mission === null || owedBy(kept) === 'us' || obligation.terms.reverses !== undefined) continue;
      await this.guarantee.repay(work, { mission, amount: amountIn(kept), cause: causeOf(kept.id) });
    }
  }
}
