import { dated, ended } from '@passerelle/values';
import { type Allowances, PerUnit } from '../kit/allowances.js';

/** Milersättning, egen bil: 25 kronor for ten kilometres. */
export const perKilometre = dated('se.allowance-per-kilometre', [
  '2023-01-01',
  PerUnit.of('2.50', 'SEK'),
  'Inkomstskattelag (1999:1229), 12 kap. 27 §; read at fastigo.se and shoutly.com',
  'secondary',
]);

const halfPercent = 'Inkomstskattelag (1999:1229), 12 kap. 11 §: 0.5 % of the prisbasbelopp, to the nearest ten kronor';

/** Traktamente, helt maximibelopp inrikes. */
export const perDiem = dated(
  'se.allowance-per-diem',
  ['2025-01-01', PerUnit.of('290', 'SEK'), `${halfPercent}, 58 800`, 'inferred'],
  ['2026-01-01', PerUnit.of('300', 'SEK'), `${halfPercent}, 59 200`, 'inferred'],
  ['2027-01-01', ended, 'Skatteverket publishes the amount for 2027 in 2026'],
);

export const allowances: Allowances = { perKilometre, perDiem };
