import { type Dated, type PlainDate, type Rate, dated, ended, money, rate } from '@passerelle/values';
import { most } from '../kit/exact.js';
import { inForce, inForceIfAny } from '../kit/figures.js';
import type { AppliedFigure } from '../kit/payslip.js';
import type { Scheme } from '../kit/scheme.js';
import { minimumWageHour } from './amounts.js';
import { timePerHour } from './engagement.js';
import { fineOf } from './fine.js';
import { type Rule, charge, rule } from './rule.js';
import { only } from './slip.js';

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

/** A scheme of the employer whose rate was lower for pays within a number of minimum wages, where the law still says so. */
interface ReducedScheme extends Scheme {
  readonly employer: Dated<Rate>;
  readonly reduced: Dated<Rate>;
  readonly limit: Dated<Rate>;
}

/**
 * A rule with a reduced rate within a limit. The rate goes by this pay alone; the difference to what the contract so far
 * asks for is a line of its own, at the rate that the limit adds.
 */
export const reducedRule = <S extends ReducedScheme>(scheme: S, sum: 'sicknessFull' | 'familyFull'): S & Rule =>
  rule(scheme, (own, setting) => {
    const limit = limitOn(setting.date, own.limit);
    if (limit === undefined) return always;
    const { figures, isOver } = limit;
    const within = charge(own, { ...always, employer: own.reduced, figures }, setting);
    const over = charge(own, { ...always, employer: own.employer, figures }, setting);
    const value = over.kind.employerRate!.minus(within.kind.employerRate!);
    const { applied } = inForce(own.employer, setting.date);
    const added = charge(own, { on: 'pay', employer: { value, applied }, figures }, setting);
    const difference = { ...added, kind: added.correction };
    return ({ engagement: { time, before }, bases: { pay }, subject }, slip) => {
      const isOverNow = isOver(pay.now, time);
      slip.charge(isOverNow ? over : within, pay);
      const isOverSoFar = isOver(pay.now + fineOf(before.pay), time + before.time);
      const due = isOverSoFar ? before.pay + subject : 0n;
      slip.charge(difference, only(fineOf(due - before[sum] - (isOverNow ? subject : 0n))));
      slip[sum] = due;
    };
  });

const always = { on: 'pay', isLessForArtists: true } as const;

interface Limit {
  readonly figures: readonly AppliedFigure[];
  /** Whether a pay in fine units is over the limit for its time in 6 000ths of hours. */
  readonly isOver: (base: bigint, time: bigint) => boolean;
}

/** The limit of a day, or undefined where the law has no reduced rate any more. */
function limitOn(date: PlainDate, times: Dated<Rate>): Limit | undefined {
  const factor = inForceIfAny(times, date);
  if (factor === undefined) return undefined;
  const wage = inForce(limitWage, date);
  const frozen = (fineOf(wage.value.minor) * factor.value.num) / factor.value.den;
  const floor = inForceIfAny(limitLeast, date)?.value;
  const current = fineOf(inForce(minimumWageHour, date).value.minor);
  const perHour = floor === undefined ? frozen : most(frozen, (current * floor.num) / floor.den);
  return {
    figures: [factor.applied, wage.applied],
    // Both sides in fine units of 6 000ths.
    isOver: (base, time) => base * timePerHour > perHour * time,
  };
}
