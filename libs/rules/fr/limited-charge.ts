import type { Rate } from '@passerelle/values';
import type { InForce } from '../kit/figures.js';
import type { Scheme } from '../kit/scheme.js';
import { fineOf } from './fine.js';
import type { OverLimit } from './reduced-rates.js';
import { type Settled, charge } from './rule.js';

interface LimitedRates {
  readonly full: InForce<Rate>;
  readonly reduced: InForce<Rate>;
  readonly limit: OverLimit;
}

/**
 * A charge with a reduced rate within the limit. The rate goes by this pay alone; the difference to what the contract
 * so far asks for is a line of its own, at the rate that the limit adds.
 */
export function chargeWithLimit(of: Scheme, rates: LimitedRates, sum: 'sicknessFull' | 'familyFull'): Settled {
  const { full, reduced, limit } = rates;
  const within = charge(of, { employer: reduced, base: limit.figures });
  const over = charge(of, { employer: full, base: limit.figures });
  const added: InForce<Rate> = { value: full.value.minus(reduced.value), applied: full.applied };
  const difference = charge(of, { employer: added, base: limit.figures });
  const correcting = { ...difference, kind: difference.correction };
  return (pay, slip) => {
    const isOver = limit.now(pay);
    slip.charge(isOver ? over : within, pay.base);
    const before = pay.engagement.before.contract;
    const due = limit.soFar(pay) ? before.pay + pay.subject : 0n;
    slip.charge(correcting, fineOf(due - before[sum] - (isOver ? pay.subject : 0n)));
    slip[sum] = due;
  };
}
