import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { ceilingMonth, from } from './amounts.js';
import { charge, rule } from './rule.js';

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
  (scheme, { date, category }) => {
    const base = [inForce(ceilingMonth, date).applied];
    const general = charge(scheme, { employer: inForce(scheme.employer, date), base });
    if (category === 'general') return (pay, slip) => void slip.chargeCapped(general, pay.capped.unemployment);
    const show = charge(scheme, {
      worker: inForce(scheme.showWorker, date),
      employer: inForce(scheme.showEmployer, date),
      base,
    });
    const surcharge = charge(scheme, {
      part: 'short-contract',
      localName: 'Majoration CDDU de trois mois au plus',
      employer: inForce(scheme.surcharge, date),
      base,
      words: {
        en: 'Unemployment insurance: contract of at most three months',
        fr: 'Assurance chômage : contrat de trois mois au plus',
        nl: 'Werkloosheidsverzekering: contract van hoogstens drie maanden',
        sv: 'Arbetslöshetsförsäkring: avtal på högst tre månader',
        de: 'Arbeitslosenversicherung: Vertrag von höchstens drei Monaten',
      },
    });
    return (pay, slip) => {
      slip.chargeCapped(show, pay.capped.unemployment);
      if (pay.facts.contractLength !== 'longer') slip.chargeCapped(surcharge, pay.capped.unemployment);
    };
  },
);

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
  (scheme, { date }) => {
    const capped = charge(scheme, {
      employer: inForce(scheme.employer, date),
      base: [inForce(ceilingMonth, date).applied],
    });
    return (pay, slip) => void slip.chargeCapped(capped, pay.capped.unemployment);
  },
);
