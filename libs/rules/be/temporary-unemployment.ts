import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Temporary unemployment: special task of the closure fund, paid by every employer. */
export const temporaryUnemployment = scheme({
  id: 'be.temporary-unemployment',
  localName: 'Tijdelijke werkloosheid / Chômage temporaire',
  law: act('Act of 26 June 2002 on the closure of undertakings', 'art. 53'),
  words: {
    en: 'Temporary unemployment',
    fr: 'Chômage temporaire',
    nl: 'Tijdelijke werkloosheid',
    sv: 'Tillfällig arbetslöshet',
    de: 'Vorübergehende Arbeitslosigkeit',
  },
  employer: dated(
    'be.temporary-unemployment.employer',
    ['2024-01-01', percent('0.09'), 'the rate of 2026; those of 2024 and 2025 were not opened', 'to-confirm'],
    ['2026-01-01', percent('0.09'), 'VBO/FEB, first quarter of 2026', 'secondary'],
  ),
});
