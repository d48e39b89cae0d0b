import type { Work } from '@passerelle/doors';
import { legState, missingOf } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { InboxSource } from '../../inbox/inbox-source.js';
import type { Cycles } from '../cycles/cycles.service.js';
import { type KeptLeg, moneyOf } from './kept-leg.js';
import type { Legs } from './legs.service.js';

const lateStates: readonly string[] = ['late', 'partial', 'unpaid', 'defaulted'];

/** Payments of cycles that this branch makes, and those it gets as soon as they are late. */
export class LegsToPay extends InboxSource {
  override readonly kinds = ['payment-late'] as const;

  constructor(
    private readonly legs: Legs,
    private readonly cycles: Cycles,
  ) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    const open = await this.legs.open(work);
    return open.filter(needsUs).map((leg) => itemOf(leg, this.cycles.datesOf(leg.cycle).payment));
  }
}

const needsUs = ({ role, record }: KeptLeg): boolean => role === 'payer' || lateStates.includes(legState(record));

const itemOf = (leg: KeptLeg, deadline: PlainDate): InboxItem => ({
  kind: 'payment-late',
  id: leg.id,
  about: `${leg.role === 'payer' ? `→ ${leg.peer}` : `${leg.peer} →`} · ${leg.id}`,
  count: null,
  why: null,
  since: null,
  deadline,
  amount: moneyOf(leg, missingOf(leg.record)),
  page: '/staff/partners',
});
