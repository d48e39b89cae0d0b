import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import '../missions/missions.facts.js';
import type { Contracts } from './contracts.service.js';

type Followed = 'ClientConfirmed' | 'MissionStarted';

/**
 * The client has said yes: the contract is written, so that it can be signed before the work begins. Where it cannot be
 * written yet, for want of a policy say, it is tried again when the work may begin, and by whoever asks for it.
 */
export class ContractsFollower implements Follower<Followed> {
  readonly name = 'contracts';
  readonly kinds = ['ClientConfirmed', 'MissionStarted'] as const;

  constructor(private readonly contracts: Contracts) {}

  async follow(work: Work, { body }: Fact<Followed>): Promise<void> {
    await this.contracts.offer(work, body.mission);
  }
}
