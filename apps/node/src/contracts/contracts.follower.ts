import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import '../missions/missions.facts.js';
import '../wage-plans/wage-plans.facts.js';
import type { Contracts } from './contracts.service.js';
import type { MonthlyContracts } from './monthly-contracts.service.js';

type Followed = 'ClientConfirmed' | 'MissionStarted' | 'WagePlanned';

/**
 * The client has said yes, or a wage by the month is planned: the contract is written, so that it can be signed before the
 * work begins. Where it cannot be written yet, for want of a policy say, it is tried again when the work may begin, and by
 * whoever asks for it.
 */
export class ContractsFollower implements Follower<Followed> {
  readonly name = 'contracts';
  readonly kinds = ['ClientConfirmed', 'MissionStarted', 'WagePlanned'] as const;

  constructor(
    private readonly contracts: Contracts,
    private readonly monthly: MonthlyContracts,
  ) {}

  async follow(work: Work, fact: Fact<Followed>): Promise<void> {
    if (fact.kind === 'WagePlanned') await this.monthly.offer(work, fact.body.member);
    else await this.contracts.offer(work, fact.body.mission);
  }
}
