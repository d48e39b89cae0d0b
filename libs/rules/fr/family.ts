import { dated, ended, percent, rate } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { reducedRule } from './reduced-rates.js';

/** Family allowances, paid by the employer; reduced until 2025 within a number of minimum wages of the year. */
export const family = reducedRule(
  scheme({
    id: 'fr.family',
    localName: 'Allocations familiales',
    law: act('Code de la sécurité sociale', 'art. L241-6, L241-6-1, D241-3-1'),
    words: {
      en: 'Family allowances',
      fr: 'Allocations familiales',
      nl: 'Gezinsbijslagen',
      sv: 'Familjebidrag',
      de: 'Familienbeihilfen',
    },
    employer: dated('fr.family.employer', ['2018-01-01', percent('5.25'), from.model]),
    reduced: dated(
      'fr.family.reduced',
      ['2019-01-01', percent('3.45'), from.openfisca],
      ['2026-01-01', ended, 'LFSS 2025, art. 18; GHS, 9 February 2026'],
    ),
    limit: dated(
      'fr.family.limit',
      ['2024-01-01', rate('3.5'), from.openfisca],
      ['2025-01-01', rate('3.3'), `${from.openfisca}; GHS, 9 February 2026`],
      ['2026-01-01', ended, 'LFSS 2025, art. 18; GHS, 9 February 2026'],
    ),
  }),
  'familyFull',
);
