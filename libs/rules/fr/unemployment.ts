import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

const unedic = 'Unédic, thematic sheets and La Revue fiduciaire on annexes 8 and 10';

/** Unemployment insurance up to four ceilings; annexes 8 and 10 of the show business pay more, and the worker too. */
export const unemployment = rule(
  scheme({
    id: 'fr.unemployment',
    localName: 'Assurance chômage',
    law: act("Code du travail ; règlement d'assurance chômage, annexes VIII et X", 'art. L5422-9 ; art. 60'),
    words: {
      en: 'Unemployment insurance',
      fr: 'Assurance chômage',
      nl: 'Werkloosheidsverzekering',
      sv: 'Arbetslöshetsförsäkring',
      de: 'Arbeitslosenversicherung',
    },
    employer: dated(
      'fr.unemployment.employer',
      ['2019-01-01', percent('4.05'), `${from.model}; ${from.openfisca}`],
      ['2025-05-01', percent('4.00'), `${from.model}; formulepaie.fr`],
    ),
    showEmployer: dated(
      'fr.unemployment.show.employer',
      ['2020-01-01', percent('9.05'), unedic],
      [
        '2025-05-01',
        percent('9.05'),
        'reproduction of the payslip of Audiens for 2026; 9.00 would follow from the ordinary rate of 4.00',
        'to-confirm',
      ],
    ),
    showWorker: dated('fr.unemployment.show.worker', ['2020-01-01', percent('2.40'), unedic]),
    surcharge: dated('fr.unemployment.short-contract', ['2020-01-01', percent('0.50'), `${unedic}; ${from.audiens}`]),
  }),
  (scheme, { category, contractLength }) => {
    if (category === 'general') return { on: 'unemployment', employer: scheme.employer };
    const { showWorker, showEmployer, surcharge } = scheme;
    const isShort = contractLength !== 'longer';
    return [
      { on: 'unemployment', worker: showWorker, employer: showEmployer },
      isShort && { on: 'unemployment', employer: surcharge, part: 'short-contract', ...ofShortContract },
    ];
  },
);

const ofShortContract = {
  localName: 'Majoration CDDU de trois mois au plus',
  words: {
    en: 'Unemployment insurance: contract of at most three months',
    fr: 'Assurance chômage : contrat de trois mois au plus',
    nl: 'Werkloosheidsverzekering: contract van hoogstens drie maanden',
    sv: 'Arbetslöshetsförsäkring: avtal på högst tre månader',
    de: 'Arbeitslosenversicherung: Vertrag von höchstens drei Monaten',
  },
};

/** AGS: guarantees wages when an employer fails, up to four ceilings. */
export const wageGuarantee = rule(
  scheme({
    id: 'fr.wage-guarantee',
    localName: 'AGS',
    law: act('Code du travail', 'art. L3253-18'),
    words: {
      en: 'Wage guarantee (AGS)',
      fr: 'Garantie des salaires (AGS)',
      nl: 'Loonwaarborg (AGS)',
      sv: 'Lönegaranti (AGS)',
      de: 'Lohnsicherung (AGS)',
    },
    employer: dated(
      'fr.wage-guarantee.employer',
      ['2024-01-01', percent('0.20'), from.model],
      ['2024-07-01', percent('0.25'), from.model],
    ),
  }),
  () => ({ on: 'unemployment' }),
);
