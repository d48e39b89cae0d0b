import { type Money, type Result, ok, refuse } from '@passerelle/values';
import { type Mission, type MissionState, homeIncome } from '../missions/mission.js';
import type { MissionId } from '../missions/mission.js';
import { type Activity, type ActivityId, roleOf } from './activity.js';

/** A part of a mission's income that does not become wage: it goes to an activity, for expenses. */
export interface SetAside {
  readonly mission: MissionId;
  readonly activity: ActivityId;
  readonly amount: Money;
  readonly by: string;
  readonly at: Date;
}

export type SetAsideRefusal =
  | { readonly kind: 'no-such-mission' }
  | { readonly kind: 'no-such-activity' }
  | { readonly kind: 'only-the-home' }
  | { readonly kind: 'mission-over'; readonly state: MissionState }
  | { readonly kind: 'payslip-made' }
  | { readonly kind: 'not-in-activity' }
  | { readonly kind: 'another-entity' }
  | { readonly kind: 'another-currency'; readonly expected: string; readonly found: string }
  | { readonly kind: 'more-than-income'; readonly income: Money };

const over: readonly MissionState[] = ['refused', 'cancelled'];

/**
 * Whether a part of a mission may be set aside. How much the wage needs at least is the law's to say: a payslip that is
 * left with too little is refused, and what is set aside can be lowered until it is made.
 */
export function decideSetAside(
  wish: Pick<SetAside, 'activity' | 'amount'>,
  {
    mission,
    activity,
    isShared,
  }: { readonly mission: Mission; readonly activity: Activity; readonly isShared: boolean },
): Result<null, SetAsideRefusal> {
  const { member, state, terms } = mission;
  if (member === null) return refuse({ kind: 'only-the-home' });
  if (over.includes(state)) return refuse({ kind: 'mission-over', state });
  if (isShared) return refuse({ kind: 'payslip-made' });
  if (roleOf(activity, member) === null) return refuse({ kind: 'not-in-activity' });
  if (activity.entity !== mission.entity) return refuse({ kind: 'another-entity' });
  const { currency } = terms.price;
  if (wish.amount.currency !== currency)
    return refuse({ kind: 'another-currency', expected: currency, found: wish.amount.currency });
  const income = homeIncome(terms);
  return wish.amount.isLessThan(income) ? ok(null) : refuse({ kind: 'more-than-income', income });
}
