import { dated, ended } from '@passerelle/values';
import { type Allowances, PerUnit } from '../kit/allowances.js';

const circular =
  'Circulaire 2025/C/18 of 10 April 2025, point 3: the yearly amount of FPS BOSA is a serious norm for own costs of the employer';

/** Forfaitaire kilometervergoeding / Indemnité kilométrique forfaitaire, by the yearly system. */
export const perKilometre = dated(
  'be.allowance-per-kilometre',
  ['2024-07-01', PerUnit.of('0.4415', 'EUR'), circular, 'secondary'],
  [
    '2025-07-01',
    PerUnit.of('0.4449', 'EUR'),
    'State personnel, 1 July 2025 to 30 June 2026, as published by centres-culturels.be for joint committee 329.02',
    'secondary',
  ],
  ['2026-07-01', ended, 'FPS BOSA publishes the amount from 1 July 2026 in June 2026'],
);

export const allowances: Allowances = { perKilometre };
