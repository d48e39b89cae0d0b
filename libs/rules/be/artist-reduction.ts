import { dated, ended, money } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Target-group reduction of the employer's contribution for artists: a fixed sum per quarter, by region. */
export const artistReduction = scheme({
  id: 'be.artist-reduction',
  localName: 'Doelgroepvermindering kunstenaars / Réduction groupe cible artistes',
  law: act('Programme Act (I) of 24 December 2002', 'title IV, chapter 7'),
  words: {
    en: 'Target-group reduction for artists',
    fr: 'Réduction groupe cible pour artistes',
    nl: 'Doelgroepvermindering voor kunstenaars',
    sv: 'Målgruppsnedsättning för konstnärer',
    de: 'Zielgruppenermäßigung für Künstler',
  },
  brussels: dated('be.artist-reduction.brussels', [
    '2024-01-01',
    money('726.50', 'EUR'),
    'Acerta, GGMMI and reductions 2026',
  ]),
  wallonia: dated('be.artist-reduction.wallonia', [
    '2024-01-01',
    money('726.50', 'EUR'),
    'Acerta, GGMMI and reductions 2026',
  ]),
  flanders: dated(
    'be.artist-reduction.flanders',
    ['2024-01-01', money('726.50', 'EUR'), 'Acerta, GGMMI and reductions 2026'],
    ['2026-04-01', ended, 'Acerta, Flemish target-group reductions abolished in 2026'],
  ),
});
