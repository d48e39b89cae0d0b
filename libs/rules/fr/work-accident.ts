import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { remembered } from '../kit/remembered.js';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { percentOfText } from './decimals.js';
import { artistRate, charge, rule } from './rule.js';
import type { Charge } from './slip.js';

/** Work accidents and occupational diseases: the rate notified each year to the establishment, else the average. */
export const workAccident = rule(
  scheme({
    id: 'fr.work-accident',
    localName: 'Accidents du travail, maladies professionnelles',
    law: act('Code de la sécurité sociale', 'art. L241-5, D242-6-1'),
    words: {
      en: 'Work accidents and occupational diseases',
      fr: 'Accidents du travail et maladies professionnelles',
      nl: 'Arbeidsongevallen en beroepsziekten',
      sv: 'Arbetsskador och arbetssjukdomar',
      de: 'Arbeitsunfälle und Berufskrankheiten',
    },
    average: dated(
      'fr.work-accident.average',
      ['2024-01-01', percent('2.12'), `${from.model}: national average`, 'inferred'],
      ['2026-01-01', percent('2.08'), `${from.model}: national average`, 'inferred'],
    ),
    notified: dated('fr.work-accident.notified', [
      '2024-01-01',
      'rate of the establishment',
      'notified by the CARSAT to the employer',
    ]),
  }),
  (scheme, { date, category }) => {
    const average = inForce(scheme.average, date);
    const notified = inForce(scheme.notified, date);
    const at = remembered((text: string): Charge => {
      const said = percentOfText(text);
      const ordinary = said.isZero() ? average.value : said;
      const value = category === 'artist' ? artistRate(ordinary, date) : ordinary;
      return charge(scheme, { employer: { value, applied: said.isZero() ? average.applied : notified.applied } });
    });
    return (pay, slip) => void slip.charge(at(pay.facts.accidentRate), pay.base);
  },
);
