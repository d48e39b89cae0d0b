import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { deathCoverPremium } from './death-cover.js';
import { fineOf } from './fine.js';
import { charge, rule } from './rule.js';

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
  (scheme, { date, category }) => {
    const levy = charge(scheme, { employer: inForce(scheme.employer, date) });
    const premium = deathCoverPremium(date, category);
    return (pay, slip) => {
      if (pay.facts.headcount >= 11) slip.charge(levy, fineOf(pay.engagement.health.employer) + premium(pay));
    };
  },
);
