import type { Work } from '@passerelle/doors';
import { money } from '@passerelle/values';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type {} from '../invoicing/invoicing.facts.js';
import type {} from '../missions/missions.facts.js';
import type { Cycles } from './cycles/cycles.service.js';
import type { Obligations } from './obligations/obligations.service.js';

type Followed = 'DayBegan' | 'MissionApproved' | 'BankCreditBooked' | 'CycleClosed' | 'PairClosed' | 'LegRecovered';

/** What makes debts arise, cycles go on and legs close: reports that the host stands by, days, money on the account. */
export class SettlementFollower extends Follower<Followed> {
  readonly name = 'settlement';
  readonly kinds = [
    'DayBegan',
    'MissionApproved',
    'BankCreditBooked',
    'CycleClosed',
    'PairClosed',
    'LegRecovered',
  ] as const;

  constructor(
    private readonly obligations: Obligations,
    private readonly cycles: Cycles,
  ) {
    super();
  }

  async follow(work: Work, { kind, body }: Fact<Followed>): Promise<void> {
    switch (kind) {
      case 'DayBegan':
        await this.cycles.dayBegan(work, body.date);
        return this.obligations.proposeBlocked(work);
      case 'MissionApproved':
        return this.obligations.proposeFee(work, body.mission);
      case 'BankCreditBooked': {
        const amount = money(body.amount.amount, body.amount.currency);
        return this.cycles.moneyCame(work, body.references, { id: body.line, amount });
      }
      case 'LegRecovered':
        return this.cycles.recovered(work, body.leg);
      case 'CycleClosed':
      case 'PairClosed':
        // What was settled takes no room under the caps any more.
        return this.obligations.proposeBlocked(work);
    }
  }
}
