import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { charge, employerRule, rule } from './rule.js';

/** Vocational training: by the size of the company; for artists and technicians a fund of their own, Afdas. */
export const training = rule(
  scheme({
    id: 'fr.training',
    localName: 'Formation professionnelle',
    law: act('Code du travail', 'art. L6331-1, L6331-3, L6331-55'),
    words: {
      en: 'Vocational training',
      fr: 'Formation professionnelle',
      nl: 'Beroepsopleiding',
      sv: 'Yrkesutbildning',
      de: 'Berufliche Bildung',
    },
    under11: dated('fr.training.under-11', ['2019-01-01', percent('0.55'), from.model]),
    from11: dated('fr.training.from-11', ['2019-01-01', percent('1.00'), from.model]),
    afdasLaw: dated('fr.training.afdas', [
      '2019-01-01',
      percent('2.00'),
      'Afdas, employers of intermittents',
      'secondary',
    ]),
    afdasAgreement: dated('fr.training.afdas-agreement', [
      '2019-01-01',
      percent('0.10'),
      'Afdas, employers of intermittents',
      'secondary',
    ]),
  }),
  (scheme, { date, category }) => {
    if (category === 'general') {
      const small = charge(scheme, { employer: inForce(scheme.under11, date) });
      const large = charge(scheme, { employer: inForce(scheme.from11, date) });
      return (pay, slip) => void slip.charge(pay.facts.headcount < 11 ? small : large, pay.base);
    }
    const afdas = charge(scheme, { part: 'afdas', localName: 'Afdas', employer: inForce(scheme.afdasLaw, date) });
    const agreement = charge(scheme, {
      part: 'afdas-agreement',
      localName: 'Afdas (conventionnel)',
      employer: inForce(scheme.afdasAgreement, date),
    });
    return (pay, slip) => {
      slip.charge(afdas, pay.wage);
      slip.charge(agreement, pay.wage);
    };
  },
);

/** CPF-CDD: fixed-term contracts pay one percent more for training. Artists and technicians are under Afdas. */
export const fixedTermTraining = employerRule(
  scheme({
    id: 'fr.training-fixed-term',
    localName: 'CPF-CDD',
    law: act('Code du travail', 'art. L6331-6'),
    words: {
      en: 'Training, fixed-term contracts (CPF-CDD)',
      fr: 'Formation des contrats à durée déterminée (CPF-CDD)',
      nl: 'Opleiding, contracten van bepaalde duur (CPF-CDD)',
      sv: 'Utbildning, tidsbegränsade avtal (CPF-CDD)',
      de: 'Bildung, befristete Verträge (CPF-CDD)',
    },
    employer: dated('fr.training-fixed-term.employer', ['2019-01-01', percent('1.00'), from.model]),
  }),
  ({ engagement, base }) => (engagement.contract === 'cdi' ? 0n : base),
);
