import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

/**
 * Congés Spectacles: the fund that pays the leave of artists and technicians engaged for less than twelve months, so
 * that their payslip holds no leave indemnity. On the gross before the flat deduction.
 */
export const leaveFund = rule(
  scheme({
    id: 'fr.leave-fund',
    localName: 'Congés Spectacles',
    law: act('Code du travail', 'art. L3141-32, D7121-38 à D7121-49'),
    words: {
      en: 'Leave fund of the show business (Congés Spectacles)',
      fr: 'Caisse des Congés Spectacles',
      nl: 'Vakantiefonds van de podiumkunsten (Congés Spectacles)',
      sv: 'Scenkonstens semesterkassa (Congés Spectacles)',
      de: 'Urlaubskasse der Bühnenberufe (Congés Spectacles)',
    },
    employer: dated('fr.leave-fund.employer', [
      '2023-04-01',
      percent('15.50'),
      `Audiens, practical guide of Congés Spectacles; ${from.audiens}`,
      'secondary',
    ]),
    /** Leave pay of the fund: a share of the gross declared from 1 April to 31 March. */
    allowance: dated('fr.leave-fund.allowance', [
      '2018-04-01',
      percent('10'),
      'Audiens, Congés Spectacles',
      'secondary',
    ]),
  }),
  (_, { category }) => category !== 'general' && { on: 'gross' },
);
