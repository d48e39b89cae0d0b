import { type Dated, type PlainDate, dated, ended, mulDiv, rate } from '@passerelle/values';
import { type Factor, factor, halfUp } from '../kit/exact.js';
import { type InForce, inForce, inForceIfAny } from '../kit/figures.js';
import type { AppliedFigure } from '../kit/payslip.js';
import { act, scheme } from '../kit/scheme.js';
import { cents } from './amounts.js';

/** One part of the bonus: the maximum up to `lower`, then falling by the coefficient, nothing above `upper`. */
interface Part {
  readonly max: bigint;
  readonly lower: bigint;
  readonly upper: bigint;
  readonly coefficient: Factor;
}

interface Parts {
  readonly a: Part;
  readonly b: Part;
}

/** The one bonus before 1 April 2024: flat, then two slopes that both count from the first limit. */
interface Single {
  readonly max: bigint;
  readonly lower: bigint;
  readonly kink: bigint;
  readonly upper: bigint;
  readonly slope: Factor;
  readonly afterKink: bigint;
  readonly slopeAfterKink: Factor;
}

/** What is known once the limits are not: the two maxima, below the last known lower limit. */
interface Maxima {
  readonly a: bigint;
  readonly b: bigint;
  readonly upTo: bigint;
}

const part = (max: string, lower: string, upper: string, coefficient: string): Part => ({
  max: cents(max),
  lower: cents(lower),
  upper: cents(upper),
  coefficient: factor(rate(coefficient)),
});

const parts = (a: Part, b: Part): Parts => ({ a, b });

const times108 = 'the employees’ maxima and coefficients × 1.08, as the published 108 % tables are made';

/** Work bonus: low pay is given back a part of the worker's contribution. S is the monthly pay at full time, at 100 %. */
export const workBonus = scheme({
  id: 'be.work-bonus',
  localName: 'Werkbonus / Bonus à l’emploi',
  law: act('Act of 20 December 1999 on a work bonus for low wages', 'art. 2'),
  words: {
    en: 'Work bonus',
    fr: 'Bonus à l’emploi',
    nl: 'Werkbonus',
    sv: 'Arbetsbonus',
    de: 'Beschäftigungsbonus',
  },
  wordsA: {
    en: 'Work bonus, part A (low pay)',
    fr: 'Bonus à l’emploi, volet A (bas salaires)',
    nl: 'Werkbonus, luik A (lage lonen)',
    sv: 'Arbetsbonus, del A (låga löner)',
    de: 'Beschäftigungsbonus, Teil A (niedrige Löhne)',
  },
  wordsB: {
    en: 'Work bonus, part B (very low pay)',
    fr: 'Bonus à l’emploi, volet B (très bas salaires)',
    nl: 'Werkbonus, luik B (zeer lage lonen)',
    sv: 'Arbetsbonus, del B (mycket låga löner)',
    de: 'Beschäftigungsbonus, Teil B (sehr niedrige Löhne)',
  },
  employee: dated<Parts>(
    'be.work-bonus.employee',
    [
      '2024-04-01',
      parts(part('115.91', '2669.96', '3144.45', '0.2443'), part('156.30', '2090.78', '2669.96', '0.2699')),
      'constant of a social secretariat’s published code',
      'secondary',
    ],
    [
      '2024-05-01',
      parts(part('118.23', '2723.36', '3207.34', '0.2443'), part('159.43', '2132.60', '2723.36', '0.2699')),
      'one index step of 2 % between two published tables',
      'inferred',
    ],
    [
      '2025-02-01',
      parts(part('120.59', '2777.83', '3271.48', '0.2443'), part('162.62', '2175.25', '2777.83', '0.2699')),
      'Easypay, work bonus from 1 February 2025',
    ],
    [
      '2026-01-01',
      parts(part('123.00', '2833.36', '3271.48', '0.2807'), part('165.87', '2218.73', '2833.36', '0.2699')),
      'Securex, work bonus, January 2026',
      'secondary',
    ],
    [
      '2026-03-01',
      parts(part('123.00', '2833.36', '3336.98', '0.2442'), part('165.87', '2218.73', '2833.36', '0.2699')),
      'Securex, work bonus, March 2026',
      'secondary',
    ],
    [
      '2026-04-01',
      parts(part('125.04', '2880.32', '3336.98', '0.2738'), part('168.62', '2255.50', '2880.32', '0.2699')),
      'NSSO interim instructions; Partena, work bonus from 1 April 2026',
    ],
    ['2026-07-01', ended, 'index of July 2026: the new limits are to confirm'],
  ),
  worker: dated<Parts>(
    'be.work-bonus.worker',
    [
      '2024-04-01',
      parts(part('125.18', '2669.96', '3144.45', '0.2638'), part('168.80', '2090.78', '2669.96', '0.2915')),
      times108,
      'inferred',
    ],
    [
      '2024-05-01',
      parts(part('127.69', '2723.36', '3207.34', '0.2638'), part('172.18', '2132.60', '2723.36', '0.2915')),
      times108,
      'inferred',
    ],
    [
      '2025-02-01',
      parts(part('130.24', '2777.83', '3271.48', '0.2638'), part('175.63', '2175.25', '2777.83', '0.2915')),
      'Easypay, work bonus from 1 February 2025',
    ],
    [
      '2026-01-01',
      parts(part('132.84', '2833.36', '3271.48', '0.3032'), part('179.14', '2218.73', '2833.36', '0.2915')),
      times108,
      'inferred',
    ],
    [
      '2026-03-01',
      parts(part('132.84', '2833.36', '3336.98', '0.2637'), part('179.14', '2218.73', '2833.36', '0.2915')),
      times108,
      'inferred',
    ],
    [
      '2026-04-01',
      parts(part('135.04', '2880.32', '3336.98', '0.2957'), part('182.11', '2255.50', '2880.32', '0.2915')),
      'NSSO interim instructions; Partena, work bonus from 1 April 2026',
    ],
    ['2026-07-01', ended, 'index of July 2026: the new limits are to confirm'],
  ),
  employeeMaxima: dated<Maxima>(
    'be.work-bonus.employee-maxima',
    [
      '2026-07-01',
      { a: cents('127.54'), b: cents('171.99'), upTo: cents('2255.50') },
      'a yearly cap of 3 594.36 seen in a secondary note; valid below the last known lower limit',
      'inferred',
    ],
    ['2026-09-01', ended, 'a change from 1 September 2026 is announced'],
  ),
  workerMaxima: dated<Maxima>(
    'be.work-bonus.worker-maxima',
    ['2026-07-01', { a: cents('137.74'), b: cents('185.75'), upTo: cents('2255.50') }, times108, 'inferred'],
    ['2026-09-01', ended, 'a change from 1 September 2026 is announced'],
  ),
  noneAbove: dated(
    'be.work-bonus.none-above',
    [
      '2026-07-01',
      cents('3471.80'),
      '3 336.98 raised by two index steps of 2 %: the limit is not higher than this',
      'inferred',
    ],
    ['2026-09-01', cents('3471.80'), 'kept although a change from 1 September 2026 is announced', 'to-confirm'],
  ),
  singleEmployee: dated<Single>(
    'be.work-bonus.single-employee',
    ['2023-11-01', single('267.42', '0.2579', '252.26', '0.2313'), 'Group S, work bonus November 2023'],
    ['2024-04-01', ended, 'replaced by two parts'],
  ),
  singleWorker: dated<Single>(
    'be.work-bonus.single-worker',
    ['2023-11-01', single('288.81', '0.2786', '272.44', '0.2498'), 'Group S, work bonus November 2023'],
    ['2024-04-01', ended, 'replaced by two parts'],
  ),
  capMonths: dated('be.work-bonus.cap-months', [
    '2024-04-01',
    12n,
    'the yearly cap is twelve times the two maxima: 3 466.44 on 2026-01-01, 3 523.92 on 2026-04-01',
    'secondary',
  ]),
});

function single(max: string, slope: string, afterKink: string, slopeAfterKink: string): Single {
  return {
    max: cents(max),
    lower: cents('2054.01'),
    kink: cents('2623.00'),
    upper: cents('3144.45'),
    slope: factor(rate(slope)),
    afterKink: cents(afterKink),
    slopeAfterKink: factor(rate(slopeAfterKink)),
  };
}

/** The bonus of a full-time month in cents, part A (or the one bonus before April 2024) and part B. */
export type Bonus = readonly [a: bigint, b: bigint];

/** The bonus of one kind of worker on one day. `at` answers undefined where the law as known is silent about an S. */
export interface BonusRule {
  at(reference: bigint): Bonus | undefined;
  readonly isSingle: boolean;
  readonly applied: AppliedFigure;
  /** Above the whole year's cap nothing is granted any more; absent where none is known. */
  readonly yearlyCap?: bigint;
  /** The figure to complete; it is needed for an S above the first and up to the second limit, and not beyond. */
  readonly silent?: {
    readonly figure: Dated<unknown>;
    readonly above: bigint;
    readonly upTo: bigint;
    readonly beyond: AppliedFigure;
  };
}

/** The rule for employees, or for manual workers and artists (contributions on 108 %), on a day. */
export function bonusRule(on: 'employee' | 'worker', date: PlainDate): BonusRule {
  const isEmployee = on === 'employee';
  const one = inForceIfAny(isEmployee ? workBonus.singleEmployee : workBonus.singleWorker, date);
  if (one) return { at: (s) => [singleBonus(one.value, s), 0n], isSingle: true, applied: one.applied };
  const figure = isEmployee ? workBonus.employee : workBonus.worker;
  const known = inForceIfAny(figure, date);
  if (known) return knownRule(known, date);
  // Before the first table nothing above is known either: this throws and names the day.
  const noneAbove = inForce(workBonus.noneAbove, date);
  const maxima = inForceIfAny(isEmployee ? workBonus.employeeMaxima : workBonus.workerMaxima, date);
  return silentRule(figure, noneAbove, maxima);
}

function knownRule({ value, applied }: InForce<Parts>, date: PlainDate): BonusRule {
  return {
    at: (s) => [partBonus(value.a, s), partBonus(value.b, s)],
    isSingle: false,
    applied,
    yearlyCap: workBonus.capMonths.on(date) * (value.a.max + value.b.max),
  };
}

function silentRule(figure: Dated<unknown>, noneAbove: InForce<bigint>, maxima?: InForce<Maxima>): BonusRule {
  const full = maxima?.value;
  return {
    at: (s) => (s > noneAbove.value ? [0n, 0n] : full && s <= full.upTo ? [full.a, full.b] : undefined),
    isSingle: false,
    applied: maxima?.applied ?? noneAbove.applied,
    silent: { figure, above: full?.upTo ?? -1n, upTo: noneAbove.value, beyond: noneAbove.applied },
  };
}

/** One part of the bonus at a reference pay, full time, before any cap. */
export function partBonus({ max, lower, upper, coefficient }: Part, reference: bigint): bigint {
  if (reference <= lower) return max;
  if (reference > upper) return 0n;
  const left = max - halfUp(reference - lower, coefficient);
  return left > 0n ? left : 0n;
}

/** The one bonus before April 2024 at a reference pay, full time, before any cap. */
export function singleBonus(of: Single, reference: bigint): bigint {
  if (reference <= of.lower) return of.max;
  if (reference > of.upper) return 0n;
  const over = reference - of.lower;
  const left = reference <= of.kink ? of.max - halfUp(over, of.slope) : of.afterKink - halfUp(over, of.slopeAfterKink);
  return left > 0n ? left : 0n;
}

/** A full-time bonus for the part of the month that was worked: each part is rounded to the cent. */
export const partTimeBonus = ([a, b]: Bonus, worked: { readonly num: bigint; readonly den: bigint }): Bonus => [
  mulDiv(a, worked.num, worked.den, 'halfUp'),
  mulDiv(b, worked.num, worked.den, 'halfUp'),
];
