import type { Clock, Work } from '@passerelle/doors';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from './member.js';
import './members.facts.js';
import type { Members } from './members.service.js';
import { type Situation, type SituationRefusal, type StatedSituation, situationRefusal } from './situation.js';
import type { SituationsStore } from './situations.store.js';

export type StatingRefusal = SituationRefusal | { readonly kind: 'no-such-member' };

/** What is known of members that decides under which country's law they are insured. It never leaves this node. */
export class Situations {
  constructor(
    private readonly store: SituationsStore,
    private readonly members: Members,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async state(
    work: Work,
    member: MemberId,
    situation: Situation,
    by: string,
  ): Promise<Result<StatedSituation, StatingRefusal>> {
    if (!(await this.members.find(work, member))) return refuse({ kind: 'no-such-member' });
    const refusal = situationRefusal(situation);
    if (refusal) return refuse(refusal);
    const stated = { ...situation, member, statedBy: by, statedAt: this.clock.now() };
    await this.store.add(work, stated);
    await this.facts.record(work, { kind: 'SituationStated', subject: member, body: { member } });
    return ok(stated);
  }

  /** What was true of her on a day; null when nobody has stated anything for it. */
  on(work: Work, member: MemberId, date: PlainDate): Promise<StatedSituation | null> {
    return this.store.on(work, member, date);
  }

  all(work: Work, member: MemberId): Promise<readonly StatedSituation[]> {
    return this.store.all(work, member);
  }
}
