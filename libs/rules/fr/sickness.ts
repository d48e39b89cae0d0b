import { dated, ended, percent, rate } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { reducedRule } from './reduced-rates.js';
import { rule } from './rule.js';

/**
 * Sickness, maternity, disability, death: paid by the employer, at a reduced rate until 2025 for pays within a number of
 * minimum wages. Pay and limit are those of the year: a month that passes it corrects the months before.
 */
export const sickness = reducedRule(
  scheme({
    id: 'fr.sickness',
    localName: 'Maladie',
    law: act('Code de la sécurité sociale', 'art. L241-2, L241-2-1, D242-3'),
    words: {
      en: 'Sickness, maternity, disability, death',
      fr: 'Maladie, maternité, invalidité, décès',
      nl: 'Ziekte, moederschap, invaliditeit, overlijden',
      sv: 'Sjukdom, moderskap, invaliditet, dödsfall',
      de: 'Krankheit, Mutterschaft, Invalidität, Tod',
    },
    employer: dated('fr.sickness.employer', ['2018-01-01', percent('13.00'), `${from.model}; ${from.openfisca}`]),
    reduced: dated(
      'fr.sickness.reduced',
      ['2019-01-01', percent('7.00'), from.openfisca],
      ['2026-01-01', ended, 'LFSS 2025, art. 18; GHS, 9 February 2026'],
    ),
    limit: dated(
      'fr.sickness.limit',
      ['2024-01-01', rate('2.5'), from.openfisca],
      ['2025-01-01', rate('2.25'), `${from.openfisca}; GHS, 9 February 2026`],
      ['2026-01-01', ended, 'LFSS 2025, art. 18; GHS, 9 February 2026'],
    ),
  }),
  'sicknessFull',
);

/** Local sickness scheme of Alsace-Moselle, paid by the worker. */
export const localSickness = rule(
  scheme({
    id: 'fr.sickness-alsace-moselle',
    localName: "Régime local d'Alsace-Moselle",
    law: act('Code de la sécurité sociale', 'art. L242-13, D242-20'),
    words: {
      en: 'Sickness: local scheme of Alsace-Moselle',
      fr: "Maladie : régime local d'Alsace-Moselle",
      nl: 'Ziekte: lokale regeling van Elzas-Moezel',
      sv: 'Sjukdom: lokal ordning i Alsace-Moselle',
      de: 'Krankheit: örtliches System Elsass-Mosel',
    },
    worker: dated('fr.sickness-alsace-moselle.worker', ['2022-04-01', percent('1.30'), from.model]),
  }),
  (_, { alsaceMoselle }) => alsaceMoselle && { on: 'pay' },
);
