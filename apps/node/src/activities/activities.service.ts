import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import './activities.facts.js';
import type { ActivitiesStore } from './activities.store.js';
import { type Activity, type ActivityId, type ActivityRole, personalActivity, roleOf } from './activity.js';

export type ActivityRefusal =
  | { readonly kind: 'no-such-activity' }
  | { readonly kind: 'no-such-member' }
  | { readonly kind: 'personal-activity' }
  | { readonly kind: 'member-of-another-entity' }
  | { readonly kind: 'not-the-lead' }
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'last-lead' };

type Decision = Promise<Result<Activity, ActivityRefusal>>;

export interface ActivitiesParts {
  readonly store: ActivitiesStore;
  readonly members: Members;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Whose budgets there are: each member's own, and those that members share. */
export class Activities {
  constructor(private readonly parts: ActivitiesParts) {}

  async find(work: Work, id: ActivityId): Promise<Activity | null> {
    const { store, members } = this.parts;
    const member = await members.find(work, id as string as MemberId);
    return member ? personalActivity(member) : store.find(work, id);
  }

  /** The activity of that id. Throws when there is none: ids inside the node are never guessed. */
  async activity(work: Work, id: ActivityId): Promise<Activity> {
    const activity = await this.find(work, id);
    if (!activity) throw new Error(`no activity ${id}`);
    return activity;
  }

  /** Nobody else promises or spends what is in its budget before the end of this work. */
  holdBudget(work: Work, { id }: Pick<Activity, 'id'>): Promise<void> {
    return this.parts.store.holdBudget(work, id);
  }

  /** The shared ones, newest first; only those in which one member has a part, or is asked to, when `member` is given. */
  page(
    work: Work,
    page: { readonly after: ActivityId | null; readonly limit: number; readonly member: string | null },
  ): Promise<readonly Activity[]> {
    return this.parts.store.page(work, page);
  }

  /** A member opens an activity that others may join; she leads it. */
  async open(work: Work, wish: { readonly lead: MemberId; readonly name: string }): Decision {
    const { store, members, facts, clock, ids } = this.parts;
    const lead = await members.find(work, wish.lead);
    if (!lead) return refuse({ kind: 'no-such-member' });
    const activity: Activity = {
      id: ids.newId() as ActivityId,
      kind: 'collective',
      entity: lead.entity,
      name: wish.name,
      participants: [{ member: lead.id, role: 'lead', joinedAt: clock.now() }],
    };
    await store.add(work, activity);
    await facts.record(work, { kind: 'ActivityOpened', subject: activity.id, body: { activity: activity.id } });
    return ok(activity);
  }

  /** A lead asks a member to take part, or gives her another role. Who has a part keeps it without a second yes. */
  invite(
    work: Work,
    id: ActivityId,
    { member, role, by }: { readonly member: MemberId; readonly role: ActivityRole; readonly by: string | null },
  ): Decision {
    return this.decide(work, id, async (activity) => {
      if (by !== null && roleOf(activity, by) !== 'lead') return refuse({ kind: 'not-the-lead' });
      const invited = await this.parts.members.find(work, member);
      if (!invited) return refuse({ kind: 'no-such-member' });
      if (invited.entity !== activity.entity) return refuse({ kind: 'member-of-another-entity' });
      if (role !== 'lead' && isLastLead(activity, member)) return refuse({ kind: 'last-lead' });
      const known = activity.participants.find((each) => each.member === member);
      await this.parts.store.keepParticipant(work, id, { member, role, joinedAt: known?.joinedAt ?? null });
      return ok(null);
    });
  }

  /** She says yes to what a lead asked her. */
  join(work: Work, id: ActivityId, member: MemberId): Decision {
    return this.decide(work, id, async (activity) => {
      const { store, clock, facts } = this.parts;
      const invited = activity.participants.find((each) => each.member === member);
      if (!invited) return refuse({ kind: 'not-invited' });
      if (invited.joinedAt) return ok(null);
      await store.keepParticipant(work, id, { ...invited, joinedAt: clock.now() });
      await facts.record(work, { kind: 'ActivityJoined', subject: id, body: { activity: id, member } });
      return ok(null);
    });
  }

  /** She says no, or leaves. Somebody must go on leading what others have a part in. */
  leave(work: Work, id: ActivityId, member: MemberId): Decision {
    return this.decide(work, id, async (activity) => {
      if (!activity.participants.some((each) => each.member === member)) return refuse({ kind: 'not-invited' });
      if (isLastLead(activity, member)) return refuse({ kind: 'last-lead' });
      await this.parts.store.removeParticipant(work, id, member);
      const body = { activity: id, member };
      await this.parts.facts.record(work, { kind: 'ActivityLeft', subject: id, body });
      return ok(null);
    });
  }

  private async decide(
    work: Work,
    id: ActivityId,
    act: (activity: Activity) => Promise<Result<null, ActivityRefusal>>,
  ): Decision {
    const held = await this.parts.store.hold(work, id);
    if (!held) return refuse({ kind: (await this.find(work, id)) ? 'personal-activity' : 'no-such-activity' });
    const decided = await act(held);
    return decided.ok ? ok(await this.activity(work, id)) : decided;
  }
}

const isLastLead = ({ participants }: Activity, member: MemberId): boolean =>
  participants.some((each) => each.member === member && each.role === 'lead' && each.joinedAt !== null) &&
  !participants.some((each) => each.member !== member && each.role === 'lead' && each.joinedAt !== null);
