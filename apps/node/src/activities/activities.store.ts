import { type Work, managerOf } from '@passerelle/doors';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { Activity, ActivityId, ActivityRole, Participant } from './activity.js';

interface ActivityRow {
  readonly id: ActivityId;
  readonly entity: EntityId;
  readonly name: string;
  readonly participants: readonly { member: MemberId; role: ActivityRole; joinedAt: string | null }[];
}

const select = `select a.id, a.entity, a.name, p.participants from activity a cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('member', member, 'role', role, 'joinedAt', joined_at)
      order by invited), '[]') as participants from activity_member where activity = a.id) p`;

/** Shared activities with the members who have a part in them. */
export class ActivitiesStore {
  async add(work: Work, { id, entity, name, participants }: Activity): Promise<void> {
    await managerOf(work).query('insert into activity (id, entity, name) values ($1, $2, $3)', [id, entity, name]);
    for (const participant of participants) await this.keepParticipant(work, id, participant);
  }

  /** Lets one transaction at a time promise or spend what is in a budget, a member's own included. */
  async holdBudget(work: Work, id: ActivityId): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`budget ${id}`]);
  }

  async find(work: Work, id: ActivityId): Promise<Activity | null> {
    return (await this.select(work, 'a.id = $1', [id]))[0] ?? null;
  }

  /** The activity, held by this transaction until its end. */
  async hold(work: Work, id: ActivityId): Promise<Activity | null> {
    await managerOf(work).query('select from activity where id = $1 for update', [id]);
    return this.find(work, id);
  }

  async page(
    work: Work,
    { after, limit, member }: { after: ActivityId | null; limit: number; member: string | null },
  ): Promise<readonly Activity[]> {
    const mine = 'exists (select from activity_member m where m.activity = a.id and m.member = $2)';
    const where = `($1::uuid is null or a.id < $1) and ($2::uuid is null or ${mine}) order by a.id desc limit $3`;
    return this.select(work, where, [after, member, limit]);
  }

  async keepParticipant(work: Work, activity: ActivityId, { member, role, joinedAt }: Participant): Promise<void> {
    await managerOf(work).query(
      `insert into activity_member (activity, member, role, joined_at) values ($1, $2, $3, $4)
       on conflict (activity, member) do update set role = excluded.role, joined_at = excluded.joined_at`,
      [activity, member, role, joinedAt],
    );
  }

  async removeParticipant(work: Work, activity: ActivityId, member: MemberId): Promise<void> {
    await managerOf(work).query('delete from activity_member where activity = $1 and member = $2', [activity, member]);
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<Activity[]> {
    return (await managerOf(work).query<ActivityRow[]>(`${select} where ${where}`, [...values])).map(activityOf);
  }
}

const activityOf = ({ participants, ...row }: ActivityRow): Activity => ({
  ...row,
  kind: 'collective',
  participants: participants.map(({ joinedAt, ...each }) => ({
    ...each,
    joinedAt: joinedAt ? new Date(joinedAt) : null,
  })),
});
