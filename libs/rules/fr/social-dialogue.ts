import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

/** Social dialogue: finances trade unions and employers' organisations. */
export const socialDialogue = rule(
  scheme({
    id: 'fr.social-dialogue',
    localName: 'Contribution au dialogue social',
    law: act('Code du travail', 'art. L2135-10, D2135-34'),
    words: {
      en: 'Social dialogue',
      fr: 'Contribution au dialogue social',
      nl: 'Bijdrage voor de sociale dialoog',
      sv: 'Avgift för social dialog',
      de: 'Beitrag zum sozialen Dialog',
    },
    employer: dated('fr.social-dialogue.employer', ['2015-01-01', percent('0.016'), from.model]),
  }),
  () => ({ on: 'pay' }),
);
