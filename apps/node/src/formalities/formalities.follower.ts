import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import '../countings/countings.facts.js';
import '../members/members.facts.js';
import '../missions/missions.facts.js';
import type { Formalities } from './formalities.service.js';

type Followed = 'ClientConfirmed' | 'SituationStated' | 'DaysElsewhereTold';

/** A client said yes, or something became known of a worker: the gates of her missions may stand otherwise now. */
export class FormalitiesFollower implements Follower<Followed> {
  readonly name = 'formalities';
  readonly kinds = ['ClientConfirmed', 'SituationStated', 'DaysElsewhereTold'] as const;

  constructor(private readonly formalities: Formalities) {}

  async follow(work: Work, { kind, body }: Fact<Followed>): Promise<void> {
    if (kind !== 'ClientConfirmed') return this.formalities.reviewAll(work, body.member, this.name);
    // At a host there is nothing to look at: the home says when the work may begin.
    await this.formalities.review(work, body.mission, this.name);
  }
}
