import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

/** Old-age pension on the pay up to the ceiling, paid by both sides. */
export const oldAgeCapped = rule(
  scheme({
    id: 'fr.old-age-capped',
    localName: 'Vieillesse plafonnée',
    law: act('Code de la sécurité sociale', 'art. L241-3, D242-4'),
    words: {
      en: 'Old age, up to the ceiling',
      fr: 'Vieillesse plafonnée',
      nl: 'Ouderdomsverzekering, tot het plafond',
      sv: 'Ålderspension, upp till taket',
      de: 'Altersversicherung, bis zur Bemessungsgrenze',
    },
    worker: dated('fr.old-age-capped.worker', ['2017-01-01', percent('6.90'), `${from.model}; ${from.openfisca}`]),
    employer: dated('fr.old-age-capped.employer', ['2017-01-01', percent('8.55'), `${from.model}; ${from.openfisca}`]),
  }),
  () => ({ on: 'oldAge', isLessForArtists: true }),
);

/** Old-age pension on the whole pay, paid by both sides. */
export const oldAgeUncapped = rule(
  scheme({
    id: 'fr.old-age-uncapped',
    localName: 'Vieillesse déplafonnée',
    law: act('Code de la sécurité sociale', 'art. L241-3, D242-4'),
    words: {
      en: 'Old age, whole pay',
      fr: 'Vieillesse déplafonnée',
      nl: 'Ouderdomsverzekering, volledig loon',
      sv: 'Ålderspension, hela lönen',
      de: 'Altersversicherung, ganzer Lohn',
    },
    worker: dated('fr.old-age-uncapped.worker', ['2017-01-01', percent('0.40'), `${from.model}; ${from.openfisca}`]),
    employer: dated(
      'fr.old-age-uncapped.employer',
      ['2017-01-01', percent('1.90'), from.model],
      ['2024-01-01', percent('2.02'), `${from.model}; ${from.openfisca}`],
      ['2026-01-01', percent('2.11'), `${from.model}; ${from.openfisca}`],
    ),
  }),
  () => ({ on: 'pay', isLessForArtists: true }),
);
