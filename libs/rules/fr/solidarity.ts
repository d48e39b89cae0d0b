import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

/** Solidarity contribution for autonomy (CSA): 0.30 % of the pay, for artists without reduction. */
export const solidarity = rule(
  scheme({
    id: 'fr.solidarity',
    localName: 'Contribution solidarité autonomie',
    law: act('Code de la sécurité sociale', 'art. L137-40'),
    words: {
      en: 'Solidarity contribution for autonomy',
      fr: 'Contribution solidarité autonomie',
      nl: 'Solidariteitsbijdrage zelfredzaamheid (ouderen en handicap)',
      sv: 'Solidaritetsavgift för äldre och funktionsnedsatta',
      de: 'Solidaritätsbeitrag Autonomie (Alter und Behinderung)',
    },
    employer: dated('fr.solidarity.employer', ['2019-01-01', percent('0.30'), from.model]),
  }),
  () => ({ on: 'pay' }),
);
