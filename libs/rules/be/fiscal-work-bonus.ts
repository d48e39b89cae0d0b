import { dated, money, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Fiscal work bonus: a part of the social work bonus actually granted is taken off the withholding tax. */
export const fiscalWorkBonus = scheme({
  id: 'be.fiscal-work-bonus',
  localName: 'Fiscale werkbonus / Bonus à l’emploi fiscal',
  law: act('CIR 92', 'art. 289ter/1'),
  words: {
    en: 'Fiscal work bonus',
    fr: 'Bonus à l’emploi fiscal',
    nl: 'Fiscale werkbonus',
    sv: 'Skattemässig arbetsbonus',
    de: 'Steuerlicher Beschäftigungsbonus',
  },
  rates: dated(
    'be.fiscal-work-bonus.rates',
    [
      '2023-11-01',
      { a: percent('33.14'), b: percent('33.14') },
      'Group S, work bonus November 2023: 33.14 % of the whole',
    ],
    ['2024-04-01', { a: percent('33.14'), b: percent('52.54') }, 'Annex III; reproduced on a published payslip'],
  ),
  yearlyCap: dated('be.fiscal-work-bonus.yearly-cap', [
    '2026-01-01',
    money('765.00', 'EUR'),
    'seen for 2026',
    'to-confirm',
  ]),
});
