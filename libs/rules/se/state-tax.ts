import { type Money, type Rate, dated, ended, money, percent } from '@passerelle/values';
import { act, scheme } from '../kit/index.js';
import { skv433 } from './amounts.js';

/** State income tax on the part of taxable income above a threshold. */
export const stateTax = scheme({
  id: 'se.state-tax',
  localName: 'Statlig inkomstskatt',
  law: act('Inkomstskattelag (1999:1229)', '65 kap. 5 §'),
  words: {
    en: 'State income tax above the threshold, inside the tax table',
    fr: 'Impôt d’État au-dessus du seuil, compris dans la table',
    nl: 'Staatsbelasting boven de drempel, al in de tabel',
    sv: 'Statlig inkomstskatt över skiktgränsen, ingår i tabellen',
    de: 'Staatliche Einkommensteuer über der Schwelle, in der Tabelle enthalten',
  },
  /** Skiktgräns, on taxable income of a year. */
  threshold: dated<Money<'SEK'>>(
    'se.state-tax.threshold',
    ['2024-01-01', money('598500', 'SEK'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', money('625800', 'SEK'), skv433.y2025],
    ['2026-01-01', money('643000', 'SEK'), skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** Brytpunkt as published: the income of a year, before the basic allowance, at which the tax starts. */
  startsAt: dated<Money<'SEK'>>(
    'se.state-tax.starts-at',
    ['2024-01-01', money('615300', 'SEK'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', money('643100', 'SEK'), 'Björn Lundén, Skatteavdrag på engångsbelopp'],
    ['2026-01-01', money('660400', 'SEK'), 'Skatteverket, Belopp och procent 2026'],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** The tables of 2026 themselves start at 760 500: README.md, open points. No payslip uses this figure. */
  startsAtForSeniors: dated<Money<'SEK'>>(
    'se.state-tax.starts-at-for-seniors',
    ['2025-01-01', money('733200', 'SEK'), 'publishers of tax figures 2025', 'secondary'],
    ['2026-01-01', money('751100', 'SEK'), 'publishers of tax figures 2026', 'secondary'],
    ['2027-01-01', ended, skv433.y2027],
  ),
  rate: dated<Rate>(
    'se.state-tax.rate',
    ['2024-01-01', percent('20'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', percent('20'), skv433.y2025],
    ['2026-01-01', percent('20'), skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
});

export interface StateTaxLimits {
  readonly threshold: bigint;
  readonly rate: Rate;
}

/** In whole kronor, on taxable income in whole kronor. */
export const stateTaxOn = (taxable: bigint, { threshold, rate }: StateTaxLimits): bigint =>
  taxable > threshold ? ((taxable - threshold) * rate.num) / rate.den : 0n;
