import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

/** FNAL, the national fund for housing aid: on the pay up to the ceiling under 50 employees, on all of it from 50. */
export const housingAid = rule(
  scheme({
    id: 'fr.housing-aid',
    localName: 'FNAL',
    law: act('Code de la construction et de l’habitation', 'art. L813-4, L813-5'),
    words: {
      en: 'Housing aid fund (FNAL)',
      fr: "Fonds national d'aide au logement (FNAL)",
      nl: 'Fonds voor huisvestingshulp (FNAL)',
      sv: 'Fond för bostadsstöd (FNAL)',
      de: 'Fonds für Wohnbeihilfe (FNAL)',
    },
    under50: dated('fr.housing-aid.under-50', ['2017-01-01', percent('0.10'), from.model]),
    from50: dated('fr.housing-aid.from-50', ['2017-01-01', percent('0.50'), from.model]),
  }),
  ({ under50, from50 }, { headcount }) =>
    headcount >= 50
      ? { on: 'enlarged', employer: from50, isLessForArtists: true }
      : { on: 'housing', employer: under50, isLessForArtists: true },
);

/** PEEC, the employers' share in housing, from 50 employees. */
export const housingEffort = rule(
  scheme({
    id: 'fr.housing-effort',
    localName: 'Participation à l’effort de construction (PEEC)',
    law: act('Code de la construction et de l’habitation', 'art. L313-1'),
    words: {
      en: "Employers' share in housing (PEEC)",
      fr: "Participation à l'effort de construction (PEEC)",
      nl: 'Werkgeversbijdrage voor woningbouw (PEEC)',
      sv: 'Arbetsgivarens bidrag till bostäder (PEEC)',
      de: 'Beitrag zum Wohnungsbau (PEEC)',
    },
    employer: dated('fr.housing-effort.employer', ['2020-01-01', percent('0.45'), from.model]),
  }),
  (_, { headcount }) => headcount >= 50 && { on: 'pay' },
);
