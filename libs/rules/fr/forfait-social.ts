import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { charge, rule } from './rule.js';
import { only } from './slip.js';

/** Forfait social: on the employer's health and death cover premiums, from 11 employees. */
export const forfaitSocial = rule(
  scheme({
    id: 'fr.forfait-social',
    localName: 'Forfait social',
    law: act('Code de la sécurité sociale', 'art. L137-15, L137-16'),
    words: {
      en: "Levy on the employer's premiums (forfait social)",
      fr: 'Forfait social',
      nl: 'Heffing op werkgeverspremies (forfait social)',
      sv: 'Avgift på arbetsgivarens premier (forfait social)',
      de: 'Abgabe auf Arbeitgeberprämien (forfait social)',
    },
    employer: dated('fr.forfait-social.employer', ['2016-01-01', percent('8'), from.model]),
  }),
  (scheme, setting) => {
    if (setting.headcount < 11) return false;
    const levy = charge(scheme, { on: 'pay' }, setting);
    return (_, slip) => slip.charge(levy, only(slip.premiums));
  },
);
