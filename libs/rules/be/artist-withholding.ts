import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Short engagements of artists for entertainment companies, without belonging to their staff: one rate, no reductions. */
export const artistWithholding = scheme({
  id: 'be.artist-withholding',
  localName: 'Bedrijfsvoorheffing kunstenaars / Précompte professionnel des artistes',
  law: act('RD/CIR 92, Annex III', 'no. 80'),
  words: {
    en: 'Withholding tax, short engagement of an artist',
    fr: 'Précompte professionnel, engagement court d’artiste',
    nl: 'Bedrijfsvoorheffing, korte verbintenis van een kunstenaar',
    sv: 'Skatteavdrag, kort engagemang av artist',
    de: 'Berufssteuervorabzug, kurzes Künstlerengagement',
  },
  rate: dated('be.artist-withholding.rate', [
    '2024-01-01',
    percent('11.11'),
    'Securex, artists and musicians (point 80)',
  ]),
});
