import { country, dated } from '@passerelle/values';
import type { Source } from '../../source.js';
import type { DayLimit, HostNotice, HostRule } from '../rule.js';

const order: Source = {
  text: 'Order of 4 June 2019; the window of twelve months is from memory',
  confidence: 'to-confirm',
};
const ninetyDays: DayLimit = { most: 90, window: { kind: 'rolling-months', months: 12 } };

/** France: SIPSI. */
export const france: HostRule = {
  host: country('FR'),
  notice: dated<HostNotice>('coordination.posting.fr', [
    '2019-07-01',
    {
      system: 'SIPSI',
      url: 'https://www.sipsi.travail.gouv.fr',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 1,
      selfEmployedWork: [],
      exemptions: [
        {
          rule: 'fr.artist',
          work: ['live-performance', 'film-or-audiovisual', 'phonographic-publishing'],
          limits: [ninetyDays],
          words: {
            en: 'France: artists in live shows, film, audiovisual or recording, at most 90 days in twelve months, need no notice.',
            fr: 'France : artistes du spectacle vivant, du cinéma, de l’audiovisuel ou de l’édition phonographique, au plus 90 jours sur douze mois, sans déclaration.',
            nl: 'Frankrijk: artiesten in podiumkunsten, film, audiovisuele producties of muziekopnames, hoogstens 90 dagen in twaalf maanden, zonder melding.',
            sv: 'Frankrike: artister inom scen, film, audiovisuellt eller fonogram, högst 90 dagar på tolv månader, kräver ingen anmälan.',
            de: 'Frankreich: Künstler auf der Bühne, in Film, audiovisueller oder Tonträgerproduktion, höchstens 90 Tage in zwölf Monaten, ohne Meldung.',
          },
          source: order,
        },
        {
          rule: 'fr.short-event',
          work: ['sport', 'scientific-congress', 'occasional-teaching'],
          limits: [ninetyDays],
          words: {
            en: 'France: sport, scientific meetings and occasional teaching, at most 90 days in twelve months, need no notice.',
            fr: 'France : sport, réunions scientifiques et enseignement ponctuel, au plus 90 jours sur douze mois, sans déclaration.',
            nl: 'Frankrijk: sport, wetenschappelijke bijeenkomsten en occasioneel onderwijs, hoogstens 90 dagen in twaalf maanden, zonder melding.',
            sv: 'Frankrike: idrott, vetenskapliga möten och tillfällig undervisning, högst 90 dagar på tolv månader, kräver ingen anmälan.',
            de: 'Frankreich: Sport, wissenschaftliche Treffen und gelegentlicher Unterricht, höchstens 90 Tage in zwölf Monaten, ohne Meldung.',
          },
          source: order,
        },
        {
          rule: 'fr.own-account',
          limits: [],
          needs: ['ownAccount'],
          words: {
            en: 'France: who is sent on the employer’s own account needs no notice.',
            fr: 'France : le détachement pour compte propre est dispensé de déclaration.',
            nl: 'Frankrijk: wie voor eigen rekening van de werkgever komt, heeft geen melding nodig.',
            sv: 'Frankrike: den som sänds för arbetsgivarens egen räkning behöver ingen anmälan.',
            de: 'Frankreich: Wer auf eigene Rechnung des Arbeitgebers kommt, braucht keine Meldung.',
          },
          source: { text: 'lexplicite.fr, simplification du SIPSI', confidence: 'secondary' },
        },
      ],
      also: [
        {
          key: 'fr.representative',
          words: {
            en: 'The notice is in French and names a representative in France.',
            fr: 'La déclaration est en français et désigne un représentant en France.',
            nl: 'De melding is in het Frans en noemt een vertegenwoordiger in Frankrijk.',
            sv: 'Anmälan görs på franska och anger en företrädare i Frankrike.',
            de: 'Die Meldung ist auf Französisch und nennt einen Vertreter in Frankreich.',
          },
        },
      ],
    },
    'lexplicite.fr, simplification du SIPSI; Code du travail L1262-2-1',
    'confirmed',
  ]),
};
