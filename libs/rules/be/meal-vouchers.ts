import { type Money, type PlainDate, dated, money } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Meal vouchers: one for each day worked, partly paid by the worker, free of contributions and tax within limits. */
export const mealVouchers = scheme({
  id: 'be.meal-vouchers',
  localName: 'Maaltijdcheques / Titres-repas',
  law: act('RD of 28 November 1969', 'art. 19bis'),
  words: {
    en: 'Meal vouchers',
    fr: 'Titres-repas',
    nl: 'Maaltijdcheques',
    sv: 'Måltidskuponger',
    de: 'Mahlzeitschecks',
  },
  employerMax: dated(
    'be.meal-vouchers.employer-max',
    ['2024-01-01', money('6.91', 'EUR'), 'social secretariats, until 2025', 'secondary'],
    ['2026-01-01', money('8.91', 'EUR'), 'social secretariats, from 1 January 2026', 'secondary'],
  ),
  workerMin: dated('be.meal-vouchers.worker-min', [
    '2024-01-01',
    money('1.09', 'EUR'),
    'social secretariats, per day worked',
    'secondary',
  ]),
});

/** What makes a voucher lose its exemption, in plain words; undefined when it keeps it. */
export function voucherFault(face: Money, workerShare: Money, on: PlainDate): string | undefined {
  const least = mealVouchers.workerMin.on(on);
  const most = mealVouchers.employerMax.on(on);
  if (workerShare.isLessThan(least)) return `the worker pays at least ${least} of a voucher`;
  if (face.minus(workerShare).isMoreThan(most)) return `the employer pays at most ${most} of a voucher`;
  return undefined;
}
