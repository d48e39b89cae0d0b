import { dated, ended } from '@passerelle/values';
import { act, least, scheme } from '../kit/index.js';
import { skv433 } from './amounts.js';
import { type Scale, type Step, exactKrona, onScale } from './scale.js';

const common: readonly Step[] = [
  { upTo: '0.99', baseAmounts: '0.423' },
  { upTo: '2.72', baseAmounts: '0.423', ofIncome: '0.20', above: '0.99' },
  { upTo: '3.11', baseAmounts: '0.77' },
  { upTo: '7.88', baseAmounts: '0.77', ofIncome: '-0.10', above: '3.11' },
  { upTo: null, baseAmounts: '0.293' },
];

const seniorUpTo324: readonly Step[] = [
  { upTo: '0.91', baseAmounts: '0.687' },
  { upTo: '1.11', baseAmounts: '0.885', ofIncome: '-0.20' },
  { upTo: '1.965', baseAmounts: '0.600', ofIncome: '0.057' },
  { upTo: '2.72', baseAmounts: '0.333', ofIncome: '0.1949' },
  { upTo: '3.11', baseAmounts: '-0.212', ofIncome: '0.3949' },
  { upTo: '3.24', baseAmounts: '-0.523', ofIncome: '0.4949' },
];

const senior2025: readonly Step[] = [
  ...seniorUpTo324,
  { upTo: '5.00', baseAmounts: '0.096', ofIncome: '0.304' },
  { upTo: '7.88', baseAmounts: '0.186', ofIncome: '0.286' },
  { upTo: '8.08', baseAmounts: '0.872', ofIncome: '0.199' },
  { upTo: '10.94', baseAmounts: '2.480' },
  { upTo: '12.47', baseAmounts: '9.263', ofIncome: '-0.62' },
  { upTo: null, baseAmounts: '1.532' },
];

const senior2026: readonly Step[] = [
  ...seniorUpTo324,
  { upTo: '5.00', baseAmounts: '-0.073', ofIncome: '0.356' },
  { upTo: '7.88', baseAmounts: '0.017', ofIncome: '0.338' },
  { upTo: '8.08', baseAmounts: '0.703', ofIncome: '0.251' },
  { upTo: '11.16', baseAmounts: '2.732' },
  { upTo: '12.84', baseAmounts: '9.651', ofIncome: '-0.62' },
  { upTo: null, baseAmounts: '1.691' },
];

/** Basic allowance: the part of a year's income on which no tax is due; larger for people over the senior age. */
export const basicAllowance = scheme({
  id: 'se.basic-allowance',
  localName: 'Grundavdrag',
  law: act('Inkomstskattelag (1999:1229)', '63 kap. 3 och 3 a §§'),
  words: {
    en: 'Basic allowance: income free of tax, inside the tax table',
    fr: 'Abattement de base : revenu non imposé, compris dans la table',
    nl: 'Basisaftrek: onbelast inkomen, al in de tabel',
    sv: 'Grundavdrag: skattefri del av inkomsten, ingår i tabellen',
    de: 'Grundfreibetrag: steuerfreies Einkommen, in der Tabelle enthalten',
  },
  forAll: dated<readonly Step[]>(
    'se.basic-allowance.for-all',
    ['2024-01-01', common, skv433.y2024, 'to-confirm'],
    ['2025-01-01', common, skv433.y2025],
    ['2026-01-01', common, skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** What people over the senior age have on top. Not known for 2024. */
  forSeniors: dated<readonly Step[]>(
    'se.basic-allowance.for-seniors',
    ['2025-01-01', senior2025, skv433.y2025],
    ['2026-01-01', senior2026, skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
});

/** The allowance in whole kronor for a year's income in whole kronor, rounded up to hundreds, never above the income. */
export function allowanceFor(income: bigint, forAll: Scale, forSeniors?: Scale): bigint {
  const exact = onScale(forAll, income) + (forSeniors ? onScale(forSeniors, income) : 0n);
  const hundred = 100n * exactKrona;
  return least(((exact + hundred - 1n) / hundred) * 100n, income);
}
