import { dated, ended, rate } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { cents } from './amounts.js';

/** F + a × (S0 − S) + g × (S2 − S) + d × (W − S1), no bracket below 0. Cents a quarter; rates in ten-thousandths. */
interface Slopes {
  readonly flat: bigint;
  readonly a: bigint;
  readonly s0: bigint;
  readonly g: bigint;
  readonly s2: bigint;
  readonly d: bigint;
  readonly s1: bigint;
}

const tenThousandths = (text: string): bigint => {
  const { num, den } = rate(text);
  return (num * 10000n) / den;
};

const slopes = (
  a: string,
  s0: string,
  g: string,
  s2: string,
  more?: { flat: string; d: string; s1: string },
): Slopes => ({
  flat: cents(more?.flat ?? '0'),
  a: tenThousandths(a),
  s0: cents(s0),
  g: tenThousandths(g),
  s2: cents(s2),
  d: tenThousandths(more?.d ?? '0'),
  s1: cents(more?.s1 ?? '0'),
});

/** Structural reduction of the employer's contribution for low and middle pay, per quarter. */
export const structuralReduction = scheme({
  id: 'be.structural-reduction',
  localName: 'Structurele vermindering / Réduction structurelle',
  law: act('Programme Act (I) of 24 December 2002', 'art. 326 to 331'),
  words: {
    en: 'Structural reduction',
    fr: 'Réduction structurelle',
    nl: 'Structurele vermindering',
    sv: 'Strukturell avgiftsnedsättning',
    de: 'Strukturelle Ermäßigung',
  },
  profit: dated<Slopes>(
    'be.structural-reduction.profit',
    ['2022-07-01', slopes('0.14', '9975.37', '0.40', '6007.49'), 'Partena, structural reduction from 1 July 2022'],
    ['2024-04-01', slopes('0.14', '10797.67', '0.40', '6807.18'), 'social secretariats', 'secondary'],
    ['2024-07-01', slopes('0.14', '11013.62', '0.40', '6943.32'), 'one index step of 2 %', 'inferred'],
    ['2025-04-01', slopes('0.14', '11233.89', '0.40', '7082.19'), 'one index step of 2 %', 'inferred'],
    [
      '2026-01-01',
      slopes('0.15', '11458.57', '0.40', '7082.19'),
      'slope 0.15 before 1 April 2026 (Acerta), its first day and S2 not known: S2 kept from 2025',
      'to-confirm',
    ],
    [
      '2026-04-01',
      slopes('0.16', '11458.57', '0.40', '7452.15'),
      'slope confirmed by Acerta, S0 inferred, S2 solved from one published simulation',
      'to-confirm',
    ],
  ),
  nonProfit: dated<Slopes>(
    'be.structural-reduction.non-profit',
    [
      '2022-07-01',
      slopes('0.2557', '8379.97', '0.40', '6169.87', { flat: '79', d: '0.06', s1: '14628.86' }),
      'Partena, structural reduction from 1 July 2022',
    ],
    ['2024-04-01', ended, 'the later values of category 2 are to confirm'],
  ),
});

/** R in ten-thousandths of a cent for a quarter: exact, so that it is rounded only once with the multiplier. */
export function quarterlyReduction(law: Slopes, reference: bigint, real: bigint): bigint {
  let reduction = 10000n * law.flat;
  if (reference < law.s0) reduction += law.a * (law.s0 - reference);
  if (reference < law.s2) reduction += law.g * (law.s2 - reference);
  if (real > law.s1) reduction += law.d * (real - law.s1);
  return reduction;
}
