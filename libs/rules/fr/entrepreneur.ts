import type { CurrencyCode, Money } from '@passerelle/values';

/** What one activity of a co-operative of activity and employment has brought in and used so far. */
export interface ActivityAccount<C extends CurrencyCode = CurrencyCode> {
  readonly turnover: Money<C>;
  /** Charges directly and only linked to the activity. */
  readonly directCharges: Money<C>;
  /** Contribution to the shared services of the co-operative. */
  readonly contribution: Money<C>;
  /** Employer's cost of the fixed part and of advances paid so far. */
  readonly costOfPay: Money<C>;
}

/**
 * What is left for the variable part, as an employer's cost: turnover less direct charges, contribution and the cost of
 * pay already paid (Code du travail, art. L7332-3, R7331-11). Negative when the fixed part has used more: then nothing
 * can be paid as variable part, and the balance is set right after the general meeting (R7331-12).
 */
export const resultToDate = <C extends CurrencyCode>(account: ActivityAccount<C>): Money<C> =>
  account.turnover.minus(account.directCharges).minus(account.contribution).minus(account.costOfPay);
