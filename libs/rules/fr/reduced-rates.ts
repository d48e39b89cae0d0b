import { type Dated, type Money, type Rate, dated, ended, money, rate } from '@passerelle/values';
import { type InForce, inForce, inForceIfAny } from '../kit/figures.js';
import type { AppliedFigure } from '../kit/payslip.js';
import { minimumWageHour } from './amounts.js';
import { finePerCent } from './fine.js';
import { timePerHour } from './engagement.js';
import type { Pay } from './pay.js';
import type { Setting } from './rule.js';

/** A rate that is lower as long as the pay of the year stays within a number of minimum wages. */
export interface Limit {
  readonly times: Dated<Rate>;
  /** The minimum wage of an hour that the limit is counted in. */
  readonly wage: Dated<Money>;
  /** Least number of current minimum wages; the law of 2024 froze the wage and kept this floor. */
  readonly least: Dated<Rate>;
}

const until = 'LFSS 2025, art. 18: no reduced rate from 2026';

/** The hourly minimum wage in which the limits are counted: frozen at the end of 2023, then at the start of 2025. */
export const limitWage = dated(
  'fr.reduced-rates.minimum-wage',
  [
    '2024-01-01',
    money('11.52', 'EUR'),
    'minimum wage of 31 December 2023; CSS art. L241-2-1, D241-3-1; OpenFisca-France',
  ],
  ['2025-01-01', money('11.88', 'EUR'), 'minimum wage of 1 January 2025; décret 2025-318'],
  ['2026-01-01', ended, until],
);

/** In 2024 a limit was at least two current minimum wages. */
export const limitLeast = dated(
  'fr.reduced-rates.least',
  ['2024-01-01', rate('2'), 'CSS art. L241-2-1, L241-6-1 as of 2024; OpenFisca-France'],
  ['2025-01-01', ended, 'LFSS 2025, art. 18'],
);

/** Whether the pay is over the limit now, alone, and over the contract so far with this pay. */
export interface OverLimit {
  readonly figures: readonly AppliedFigure[];
  readonly now: (pay: Pay) => boolean;
  readonly soFar: (pay: Pay) => boolean;
}

/** The limit of a day, or undefined where the law has no reduced rate any more. */
export function limitOn({ date }: Setting, times: Dated<Rate>): OverLimit | undefined {
  const factor = inForceIfAny(times, date);
  if (factor === undefined) return undefined;
  const wage = inForce(limitWage, date);
  const least = inForceIfAny(limitLeast, date);
  const perHour = limitPerHour(factor, wage, least, inForce(minimumWageHour, date).value.minor);
  // Both sides in fine units of 6 000ths: pay is over when pay × 6 000 exceeds the limit of an hour × the time.
  const isOver = (base: bigint, time: bigint): boolean => base * timePerHour > perHour * time;
  return {
    figures: [factor.applied, wage.applied],
    now: ({ base, engagement }) => isOver(base, engagement.time),
    soFar: ({ base, engagement: { time, before } }) =>
      isOver(base + before.contract.pay * finePerCent, time + before.contract.time),
  };
}

/** In fine units an hour. */
function limitPerHour(
  { value: times }: InForce<Rate>,
  { value: wage }: InForce<Money>,
  least: InForce<Rate> | undefined,
  current: bigint,
): bigint {
  const frozen = (wage.minor * finePerCent * times.num) / times.den;
  if (least === undefined) return frozen;
  const floor = (current * finePerCent * least.value.num) / least.value.den;
  return floor > frozen ? floor : frozen;
}
