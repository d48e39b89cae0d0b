import { type Transaction, transaction } from '@passerelle/ledger';
import type { Money, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import { type Activity, type ActivityId, budgetAccount } from './activity.js';
import type { Budget } from './budget.js';
import { entryKinds } from './entries.js';

export type GrantId = string & { readonly __grant: true };

/** Offered by one activity, it moves when the other accepts; either may decline it until then. */
export type GrantState = 'offered' | 'accepted' | 'declined';

/** Money that one activity gives another of the same legal entity. Both have to agree. */
export interface Grant {
  readonly id: GrantId;
  readonly entity: EntityId;
  readonly giver: ActivityId;
  readonly receiver: ActivityId;
  readonly amount: Money;
  readonly text: string;
  readonly state: GrantState;
  readonly offeredBy: string;
  readonly offeredAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export type GrantRefusal =
  | { readonly kind: 'no-such-activity'; readonly side: 'giver' | 'receiver' }
  | { readonly kind: 'no-such-grant' }
  | { readonly kind: 'to-itself' }
  | { readonly kind: 'another-entity' }
  | { readonly kind: 'another-currency'; readonly expected: string; readonly found: string }
  | { readonly kind: 'nothing-granted' }
  | { readonly kind: 'not-the-lead' }
  | { readonly kind: 'grant-decided'; readonly state: GrantState }
  | { readonly kind: 'not-available'; readonly wanted: Money; readonly budget: Budget };

/** The first thing that stands against an offer, apart from who makes it; null when nothing does. */
export function grantRefusal(
  amount: Money,
  { giver, receiver, budget }: { readonly giver: Activity; readonly receiver: Activity; readonly budget: Budget },
): GrantRefusal | null {
  if (giver.id === receiver.id) return { kind: 'to-itself' };
  if (giver.entity !== receiver.entity) return { kind: 'another-entity' };
  const { currency } = budget.available;
  if (amount.currency !== currency) return { kind: 'another-currency', expected: currency, found: amount.currency };
  if (!amount.isPositive()) return { kind: 'nothing-granted' };
  return amount.isMoreThan(budget.available) ? { kind: 'not-available', wanted: amount, budget } : null;
}

export const causeOfGrant = ({ id }: Pick<Grant, 'id'>) => `grant:${id}` as const;

export const grantKind = (state: GrantState): string => `${entryKinds.grant}-${state}`;

/** The promise: it is reserved with the giver, and the receiver's when it is accepted. */
export const grantPostings = (
  grant: Grant,
  { giver, receiver, id, day }: { giver: Activity; receiver: Activity; id: string; day: PlainDate },
): Transaction =>
  transaction({
    id,
    entity: grant.entity,
    day,
    kind: grantKind('offered'),
    cause: causeOfGrant(grant),
    text: grant.text,
    phase: 'pending',
  })
    .debit(budgetAccount(giver), grant.amount)
    .credit(budgetAccount(receiver), grant.amount)
    .mustBuild();
