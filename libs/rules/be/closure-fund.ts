import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Closure fund, classic tasks: the rate depends on the size of the employer. */
export const closureFund = scheme({
  id: 'be.closure-fund',
  localName: 'Fonds sluiting van ondernemingen / Fonds de fermeture',
  law: act('Act of 26 June 2002 on the closure of undertakings', 'art. 58'),
  words: {
    en: 'Closure fund',
    fr: 'Fonds de fermeture d’entreprises',
    nl: 'Fonds sluiting ondernemingen',
    sv: 'Fonden för företagsnedläggningar',
    de: 'Betriebsschließungsfonds',
  },
  small: dated(
    'be.closure-fund.small',
    ['2024-01-01', percent('0.32'), 'the rate of 2026; those of 2024 and 2025 were not opened', 'to-confirm'],
    ['2026-01-01', percent('0.32'), 'VBO/FEB, first quarter of 2026', 'secondary'],
  ),
  large: dated(
    'be.closure-fund.large',
    ['2024-01-01', percent('0.37'), 'the rate of 2026; those of 2024 and 2025 were not opened', 'to-confirm'],
    ['2026-01-01', percent('0.37'), 'VBO/FEB, first quarter of 2026', 'secondary'],
  ),
  largeFromWorkers: dated('be.closure-fund.large-from-workers', ['2024-01-01', 20, 'VBO/FEB', 'secondary']),
});
