import { type Money, type Rate, dated, ended, money, percent } from '@passerelle/values';
import { act, least, scheme } from '../kit/index.js';
import { skv433 } from './amounts.js';

interface EarnedIncomeCredit {
  readonly above: Money<'SEK'>;
  readonly rate: Rate;
  readonly most: Money<'SEK'>;
}

const credit: EarnedIncomeCredit = {
  above: money('40000', 'SEK'),
  rate: percent('0.75'),
  most: money('1500', 'SEK'),
};

/** A small credit against local tax on any earned income, pensions included. */
export const earnedIncomeCredit = scheme({
  id: 'se.earned-income-credit',
  localName: 'Skattereduktion för förvärvsinkomst',
  law: act('Inkomstskattelag (1999:1229)', '67 kap.'),
  words: {
    en: 'Tax credit for earned income, inside the tax table',
    fr: 'Réduction d’impôt pour revenu d’activité, comprise dans la table',
    nl: 'Belastingkorting voor verworven inkomen, al in de tabel',
    sv: 'Skattereduktion för förvärvsinkomst, ingår i tabellen',
    de: 'Steuerermäßigung für Erwerbseinkommen, in der Tabelle enthalten',
  },
  credit: dated<EarnedIncomeCredit>(
    'se.earned-income-credit.credit',
    ['2024-01-01', credit, skv433.y2024, 'to-confirm'],
    ['2025-01-01', credit, skv433.y2025],
    ['2026-01-01', credit, skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
});

/** In whole kronor, on taxable income in whole kronor. */
export function earnedIncomeCreditOn(taxable: bigint, { above, rate, most }: EarnedIncomeCredit): bigint {
  const excess = taxable - above.minor / 100n;
  if (excess <= 0n) return 0n;
  return least((excess * rate.num) / rate.den, most.minor / 100n);
}

export type { EarnedIncomeCredit };
