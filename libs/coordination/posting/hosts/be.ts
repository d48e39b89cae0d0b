import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

const source = 'workinginbelgium.be, Limosa';

/** Belgium: Limosa. */
export const belgium: HostRule = {
  host: country('BE'),
  notice: dated<HostNotice>('coordination.posting.be', [
    '2019-01-01',
    {
      system: 'Limosa',
      url: 'https://www.workinginbelgium.be',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 1,
      selfEmployedWork: ['construction', 'cleaning', 'meat'],
      exemptions: [
        {
          rule: 'be.scientific-congress',
          work: ['scientific-congress'],
          limits: [],
          words: {
            en: 'Belgium: scientific congresses need no notice.',
            fr: 'Belgique : les congrès scientifiques sont dispensés de déclaration.',
            nl: 'België: wetenschappelijke congressen vragen geen melding.',
            sv: 'Belgien: vetenskapliga kongresser kräver ingen anmälan.',
            de: 'Belgien: Wissenschaftliche Kongresse brauchen keine Meldung.',
          },
          source: { text: source, confidence: 'confirmed' },
        },
        {
          rule: 'be.meeting',
          work: ['meeting'],
          limits: [
            { most: 60, window: { kind: 'calendar', unit: 'year' } },
            { most: 20, window: { kind: 'in-a-row' } },
          ],
          words: {
            en: 'Belgium: small meetings of at most 60 days a year and 20 days in a row need no notice.',
            fr: 'Belgique : réunions restreintes, au plus 60 jours par an et 20 jours de suite, sans déclaration.',
            nl: 'België: vergaderingen in beperkte kring, hoogstens 60 dagen per jaar en 20 dagen op rij, zonder melding.',
            sv: 'Belgien: möten i mindre krets, högst 60 dagar per år och 20 dagar i följd, kräver ingen anmälan.',
            de: 'Belgien: Besprechungen im kleinen Kreis, höchstens 60 Tage im Jahr und 20 Tage am Stück, ohne Meldung.',
          },
          source: { text: source, confidence: 'confirmed' },
        },
        {
          rule: 'be.renowned-artist',
          work: ['live-performance', 'film-or-audiovisual', 'phonographic-publishing', 'show-crew'],
          limits: [{ most: 21, window: { kind: 'calendar', unit: 'quarter' } }],
          needs: ['internationalRenown'],
          words: {
            en: 'Belgium: artists of international renown and their crew, at most 21 days a quarter, need no notice.',
            fr: 'Belgique : artistes de renommée internationale et leur équipe, au plus 21 jours par trimestre, sans déclaration.',
            nl: 'België: internationaal vermaarde artiesten en hun ploeg, hoogstens 21 dagen per kwartaal, zonder melding.',
            sv: 'Belgien: internationellt kända artister och deras stab, högst 21 dagar per kvartal, kräver ingen anmälan.',
            de: 'Belgien: international renommierte Künstler und ihre Begleitung, höchstens 21 Tage im Quartal, ohne Meldung.',
          },
          source: { text: source, confidence: 'to-confirm' },
        },
      ],
      also: [
        {
          key: 'be.client-asks-for-receipt',
          words: {
            en: 'Give the client the L1 receipt: it must ask for it and report when it is missing.',
            fr: 'Remettez au client l’accusé de réception L1 : il doit le demander et signaler son absence.',
            nl: 'Geef de klant het L1-ontvangstbewijs: hij moet het vragen en melden als het ontbreekt.',
            sv: 'Ge kunden kvittensen L1: kunden måste begära det och rapportera om det saknas.',
            de: 'Geben Sie dem Auftraggeber die L1-Empfangsbestätigung: Er muss sie verlangen und ihr Fehlen melden.',
          },
        },
      ],
    },
    source,
    'confirmed',
  ]),
};
