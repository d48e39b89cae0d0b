import { dated, ended } from '@passerelle/values';
import { act, scheme } from '../kit/index.js';
import { skv433 } from './amounts.js';
import { type Scale, type Step, exactKrona, onScale } from './scale.js';

const upTo091: Step = { upTo: '0.91', baseAmounts: '0', ofIncome: '1' };
const upTo324: Step = { upTo: '3.24', baseAmounts: '0.91', ofIncome: '0.3874', above: '0.91' };

const ordinary = (rate: string, most: string): readonly Step[] => [
  upTo091,
  upTo324,
  { upTo: '8.08', baseAmounts: '1.813', ofIncome: rate, above: '3.24' },
  { upTo: null, baseAmounts: most },
];

const senior: readonly Step[] = [
  { upTo: '1.75', baseAmounts: '0', ofIncome: '0.22' },
  { upTo: '5.24', baseAmounts: '0.2635', ofIncome: '0.07' },
  { upTo: null, baseAmounts: '0.6293' },
];

const sickness2025: readonly Step[] = [
  upTo091,
  { upTo: '3.24', baseAmounts: '0.91', ofIncome: '0.3405', above: '0.91' },
  { upTo: null, baseAmounts: '1.703', ofIncome: '0.128', above: '3.24' },
];

const sickness2026: readonly Step[] = [
  upTo091,
  upTo324,
  { upTo: null, baseAmounts: '1.813', ofIncome: '0.251', above: '3.24' },
];

/** Credit against local tax for income from work. */
export const workIncomeCredit = scheme({
  id: 'se.work-income-credit',
  localName: 'Jobbskatteavdrag',
  law: act('Inkomstskattelag (1999:1229)', '67 kap. 5–9 §§'),
  words: {
    en: 'Tax credit for income from work, inside the tax table',
    fr: 'Réduction d’impôt pour revenu du travail, comprise dans la table',
    nl: 'Belastingkorting voor inkomen uit werk, al in de tabel',
    sv: 'Jobbskatteavdrag, ingår i skattetabellen',
    de: 'Steuerermäßigung für Arbeitseinkommen, in der Tabelle enthalten',
  },
  /** Before the basic allowance is taken off and the local rate applied. */
  ordinary: dated<readonly Step[]>(
    'se.work-income-credit.ordinary',
    ['2024-01-01', ordinary('0.128', '2.432'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', ordinary('0.199', '2.776'), skv433.y2025],
    ['2026-01-01', ordinary('0.251', '3.027'), skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** High incomes lose the credit again: a share of the income above so many price base amounts. */
  phaseOut: dated<{ readonly above: string; readonly share: string }>(
    'se.work-income-credit.phase-out',
    ['2024-01-01', { above: '13.54', share: '0.03' }, skv433.y2024, 'to-confirm'],
    ['2025-01-01', ended, skv433.y2025],
  ),
  /** In kronor, without the local rate. */
  senior: dated<readonly Step[]>(
    'se.work-income-credit.senior',
    ['2025-01-01', senior, skv433.y2025],
    ['2026-01-01', senior, skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** Sickness and activity compensation (column 4); found by fitting the published tables, which it reproduces. */
  sickness: dated<readonly Step[]>(
    'se.work-income-credit.sickness',
    ['2025-01-01', sickness2025, skv433.y2025],
    ['2026-01-01', sickness2026, skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
});

export interface PhaseOut {
  /** In 1/10 000 of a krona. */
  readonly above: bigint;
  /** In 1/10 000. */
  readonly share: bigint;
}

/** The credit in whole kronor: (scale − allowance) × local rate, the local rate in 1/10 000. */
export function creditByRate(
  income: bigint,
  allowance: bigint,
  localRate: bigint,
  scale: Scale,
  phaseOut?: PhaseOut,
): bigint {
  const base = onScale(scale, income) - allowance * exactKrona;
  const exact = base > 0n ? base * localRate : 0n;
  const lost =
    phaseOut && income * 10_000n > phaseOut.above ? (income * 10_000n - phaseOut.above) * phaseOut.share : 0n;
  const left = exact - lost * 10_000n;
  return left > 0n ? left / (exactKrona * 10_000n) : 0n;
}

/** The credit of people over the senior age, in whole kronor. */
export const creditForSeniors = (income: bigint, scale: Scale): bigint => onScale(scale, income) / exactKrona;
