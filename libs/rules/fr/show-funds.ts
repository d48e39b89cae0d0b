import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { rule } from './rule.js';

/** Occupational health of intermittent workers: the rate of Thalie Santé with its VAT, on the gross. */
export const occupationalHealth = rule(
  scheme({
    id: 'fr.occupational-health',
    localName: 'Thalie Santé',
    law: act('Code du travail', 'art. L4622-6'),
    words: {
      en: 'Occupational health (Thalie Santé)',
      fr: 'Médecine du travail (Thalie Santé)',
      nl: 'Arbeidsgeneeskunde (Thalie Santé)',
      sv: 'Företagshälsovård (Thalie Santé)',
      de: 'Arbeitsmedizin (Thalie Santé)',
    },
    employer: dated(
      'fr.occupational-health.employer',
      ['2024-01-01', percent('0.42'), 'value of 2026; those of 2024 and 2025 were not opened', 'to-confirm'],
      ['2026-01-01', percent('0.42'), `${from.audiens}: 0.35 % and its VAT`, 'secondary'],
    ),
  }),
  (_, { category }) => category !== 'general' && { on: 'gross' },
);

/** FNAS: social activities of the subsidised performing arts (IDCC 1285), on the gross. */
export const artsActivities = rule(
  scheme({
    id: 'fr.arts-activities',
    localName: 'FNAS',
    law: act('Convention collective des entreprises artistiques et culturelles (IDCC 1285)', 'titre III'),
    words: {
      en: 'Social activities fund (FNAS)',
      fr: "Fonds national d'activités sociales (FNAS)",
      nl: 'Fonds voor sociale activiteiten (FNAS)',
      sv: 'Fond för social verksamhet (FNAS)',
      de: 'Fonds für soziale Aktivitäten (FNAS)',
    },
    employer: dated('fr.arts-activities.employer', ['2024-01-01', percent('1.45'), 'FNAS, employers']),
  }),
  (_, { category, convention }) => category !== 'general' && convention === '1285' && { on: 'gross' },
);

/** FCAP: the common fund that helps the partners of the branch, of IDCC 1285 or 3090, on the gross. */
export const commonFund = rule(
  scheme({
    id: 'fr.common-fund',
    localName: 'FCAP',
    law: act('Conventions collectives IDCC 1285 et IDCC 3090', 'fonds commun d’aide au paritarisme'),
    words: {
      en: 'Common fund of the branch (FCAP)',
      fr: "Fonds commun d'aide au paritarisme (FCAP)",
      nl: 'Gemeenschappelijk fonds van de sector (FCAP)',
      sv: 'Branschens gemensamma fond (FCAP)',
      de: 'Gemeinsamer Fonds der Branche (FCAP)',
    },
    artistic: dated('fr.common-fund.idcc-1285', [
      '2024-01-01',
      percent('0.25'),
      `amendment of 4 May 2023; ${from.audiens}`,
      'secondary',
    ]),
    private: dated('fr.common-fund.idcc-3090', ['2024-01-01', percent('0.10'), `${from.model}; ${from.audiens}`]),
  }),
  (scheme, { category, convention }) =>
    category !== 'general' &&
    convention !== 'other' && { on: 'gross', employer: convention === '1285' ? scheme.artistic : scheme.private },
);

/** CASC: social activities of the private performing arts (IDCC 3090), on the gross. */
export const privateActivities = rule(
  scheme({
    id: 'fr.private-activities',
    localName: 'CASC-SVP',
    law: act('Convention collective du spectacle vivant privé (IDCC 3090)', 'comité d’action sociale et culturelle'),
    words: {
      en: 'Social activities committee (CASC)',
      fr: "Comité d'action sociale et culturelle (CASC)",
      nl: 'Comité voor sociale activiteiten (CASC)',
      sv: 'Kommitté för social verksamhet (CASC)',
      de: 'Ausschuss für soziale Aktivitäten (CASC)',
    },
    employer: dated('fr.private-activities.employer', ['2024-01-01', percent('0.50'), from.audiens, 'secondary']),
  }),
  (_, { category, convention }) => category !== 'general' && convention === '3090' && { on: 'gross' },
);
