import { type Account as LedgerAccount, account } from '@passerelle/ledger';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Member, MemberId } from '../members/member.js';

export type ActivityId = string & { readonly __activity: true };

/** A lead decides about a collective activity; members see it, work for it and claim expenses from it. */
export type ActivityRole = 'lead' | 'member';

export interface Participant {
  readonly member: MemberId;
  readonly role: ActivityRole;
  /** Null while she has not said yes. */
  readonly joinedAt: Date | null;
}

/** Whose budget it is: every member has an activity of her own, and some have one together. */
export interface Activity {
  readonly id: ActivityId;
  readonly kind: 'personal' | 'collective';
  readonly entity: EntityId;
  readonly name: string;
  readonly participants: readonly Participant[];
}

/** The activity that a member has from her first day on. It goes by her own id and needs no record of its own. */
export const personalActivity = ({ id, entity, name }: Pick<Member, 'id' | 'entity' | 'name'>): Activity => ({
  id: personalId(id),
  kind: 'personal',
  entity,
  name,
  participants: [{ member: id, role: 'lead', joinedAt: new Date(0) }],
});

export const personalId = (member: MemberId): ActivityId => member as string as ActivityId;

/** Where the book keeps what is left of an activity's income. A member's own is where remainders of wages go. */
export const budgetAccount = ({ id, kind }: Pick<Activity, 'id' | 'kind'>): LedgerAccount =>
  account(kind === 'personal' ? 'member' : 'activity', id);

/** What a member is in an activity; null when she has no part in it, or has not joined yet. */
export function roleOf({ participants }: Activity, member: string): ActivityRole | null {
  const found = participants.find((each) => each.member === member);
  return found?.joinedAt ? found.role : null;
}
