import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { percentOfText } from './decimals.js';
import { rule } from './rule.js';

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
  (scheme, { date, accidentRate }) => {
    const said = percentOfText(accidentRate);
    const notified = { value: said, applied: inForce(scheme.notified, date).applied };
    return { on: 'pay', employer: said.isZero() ? scheme.average : notified, isLessForArtists: true };
  },
);
