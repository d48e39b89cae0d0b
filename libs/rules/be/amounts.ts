import { dated, money, rate } from '@passerelle/values';

/** `cents('2669.96')`: an amount of a table in euro cents. Throws RangeError when it is no amount. */
export const cents = (text: string): bigint => money(text, 'EUR').minor;

/** Guaranteed average minimum monthly income (RMMMG / GGMMI) at 18 and over, full time, per month. */
export const minimumIncome = dated(
  'be.minimum-income.monthly',
  [
    '2023-11-01',
    money('1994.18', 'EUR'),
    '2 029.88 - 35.70; also 26 × 76.70, the published cachet divisor',
    'inferred',
  ],
  ['2024-04-01', money('2029.88', 'EUR'), 'Attentia, minimum wage from 1 April 2024'],
  ['2024-05-01', money('2070.48', 'EUR'), 'index of May 2024, social secretariats', 'secondary'],
  ['2025-02-01', money('2111.89', 'EUR'), 'salairesminimums.be, 1 February 2025'],
  ['2026-01-01', money('2154.11', 'EUR'), 'Acerta, GGMMI 2026'],
  ['2026-04-01', money('2189.81', 'EUR'), 'Acerta, GGMMI from April 2026 (CBA 43/18)'],
  ['2026-08-01', money('2233.61', 'EUR'), '+2 % expected for August or September 2026', 'to-confirm'],
);

/** On what part of the gross contributions are due: holiday pay of manual workers and artists is paid by a fund. */
export const contributionBase = dated('be.contribution-base', [
  '2018-01-01',
  { employee: rate('1.00'), worker: rate('1.08'), artist: rate('1.08') },
  'NSSO, kinds of contributions; NSSO, artists',
]);
