import { Money, Rate, type Result, mulDiv, ok, refuse } from '@passerelle/values';
import { type Payslip, type PayslipTerms, type RuleRefusal, refusals } from '../kit/index.js';
import { sweden } from './index.js';

/** A client's fee without VAT and what comes off it before the wage: the cooperative's share and receipts paid back. */
export interface Fee {
  readonly fee: Money;
  readonly shareRate: Rate;
  readonly directCosts: Money;
}

/** What becomes of a fee. The fee is the sum of share, direct costs, the payslip's cost and the remainder. */
export interface FeeDivided {
  readonly fee: Money;
  readonly share: Money;
  readonly directCosts: Money;
  readonly payslip: Payslip;
  readonly remainder: Money;
}

/** Egenanställning: fee, share and costs off, then the largest gross whose employer cost fits what is left. */
export function payslipFromFee(
  { fee, shareRate, directCosts }: Fee,
  terms: PayslipTerms,
): Result<FeeDivided, RuleRefusal> {
  const share = fee.times(shareRate, 'halfUp');
  const budget = fee.minus(share).minus(directCosts);
  const found = sweden.fromCost(budget, terms);
  return found.ok ? ok({ fee, share, directCosts, ...found.value }) : found;
}

/** The smallest fee from which a wanted net can be paid. */
export function feeForNet(
  net: Money,
  { shareRate, directCosts }: Omit<Fee, 'fee'>,
  terms: PayslipTerms,
): Result<FeeDivided, RuleRefusal> {
  const found = sweden.fromNet(net, terms);
  if (!found.ok) return found;
  const payslip = found.value;
  const needed = payslip.cost.plus(directCosts);
  const fee = smallestFee(needed.minor, shareRate);
  if (fee === undefined) return refuse(shareTakesAll(terms));
  const whole = new Money(fee, payslip.currency);
  const share = whole.times(shareRate, 'halfUp');
  return ok({ fee: whole, share, directCosts, payslip, remainder: whole.minus(share).minus(needed) });
}

/** The smallest fee of which this much is left after the share; undefined when the share is everything. */
function smallestFee(needed: bigint, shareRate: Rate): bigint | undefined {
  const kept = Rate.one.minus(shareRate);
  if (kept.num <= 0n) return undefined;
  // The share is rounded by less than one öre, so the exact quotient is at most a few öre off.
  let fee = (needed * kept.den) / kept.num - 2n;
  while (fee - mulDiv(fee, shareRate.num, shareRate.den, 'halfUp') < needed) fee += 1n;
  return fee;
}

const shareTakesAll = ({ first }: PayslipTerms): RuleRefusal =>
  refusals('se.umbrella', first).impossible(
    'shareRate',
    'The cooperative’s share takes the whole fee.',
    'Give a share below 100 %.',
  );

/** Whole kronor as umbrella companies show them to a freelancer before she signs. */
export interface PublishedEstimate {
  readonly feeWithVat: bigint;
  readonly share: bigint;
  readonly contributions: bigint;
  readonly gross: bigint;
  readonly tax: bigint;
}

/**
 * The estimate that umbrella companies publish, with flat rates: contributions and gross to the nearest krona, the öre
 * of the tax dropped. It is a forecast, not a payslip: a payslip charges the real gross.
 */
export function publishedEstimate(
  fee: bigint,
  rates: { readonly vat: Rate; readonly share: Rate; readonly contributions: Rate; readonly tax: Rate },
): PublishedEstimate {
  const nearest = (amount: bigint, { num, den }: Rate): bigint => mulDiv(amount, num, den, 'halfUp');
  const share = nearest(fee, rates.share);
  const budget = fee - share;
  const withContributions = Rate.one.plus(rates.contributions);
  const gross = nearest(budget, new Rate(withContributions.den, withContributions.num));
  return {
    feeWithVat: fee + nearest(fee, rates.vat),
    share,
    contributions: budget - gross,
    gross,
    tax: mulDiv(gross, rates.tax.num, rates.tax.den, 'down'),
  };
}
