import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

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
  ({ under11, from11, afdasLaw, afdasAgreement }, { category, headcount }) => {
    if (category === 'general') return { on: 'pay', employer: headcount < 11 ? under11 : from11 };
    return [
      { on: 'gross', employer: afdasLaw, part: 'afdas', localName: 'Afdas' },
      { on: 'gross', employer: afdasAgreement, part: 'afdas-agreement', localName: 'Afdas (conventionnel)' },
    ];
  },
);

/** CPF-CDD: fixed-term contracts pay one percent more for training. Artists and technicians are under Afdas. */
export const fixedTermTraining = rule(
  scheme({
    id: 'fr.training-fixed-term',
    localName: 'CPF-CDD',
    law: act('Code du travail', 'art. L6331-6'),
    words: {
      en: 'Training, fixed-term contracts (CPF-CDD)',
      fr: 'Formation des contrats à durée déterminée (CPF-CDD)',
      nl: 'Opleiding, contracten voor bepaalde tijd (CPF-CDD)',
      sv: 'Utbildning, tidsbegränsade avtal (CPF-CDD)',
      de: 'Weiterbildung, befristete Verträge (CPF-CDD)',
    },
    employer: dated('fr.training-fixed-term.employer', ['2019-01-01', percent('1.00'), from.model]),
  }),
  (_, { category, contract }) => category === 'general' && contract !== 'cdi' && { on: 'pay' },
);
