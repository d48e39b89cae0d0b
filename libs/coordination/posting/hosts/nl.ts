import { country, dated } from '@passerelle/values';
import type { Source } from '../../source.js';
import type { HostNotice, HostRule } from '../rule.js';

const source: Source = { text: 'english.postedworkers.nl, incidental work; allarts.nl', confidence: 'secondary' };

/** The Netherlands: postedworkers.nl. No exemption is open to posted third-country nationals. */
export const netherlands: HostRule = {
  host: country('NL'),
  notice: dated<HostNotice>('coordination.posting.nl', [
    '2020-03-01',
    {
      system: 'postedworkers.nl',
      url: 'https://meldloket.postedworkers.nl',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 1,
      selfEmployedWork: [],
      exemptions: [
        {
          rule: 'nl.artist-or-athlete',
          work: ['live-performance', 'film-or-audiovisual', 'phonographic-publishing', 'sport'],
          limits: [{ most: 42, window: { kind: 'rolling', days: 91 } }],
          never: ['thirdCountryNational'],
          words: {
            en: 'Netherlands: artists and athletes for at most six weeks in thirteen need no notice.',
            fr: 'Pays-Bas : artistes et sportifs, au plus six semaines sur treize, sans déclaration.',
            nl: 'Nederland: artiesten en sporters, hoogstens zes weken in dertien weken, zonder melding.',
            sv: 'Nederländerna: artister och idrottare, högst sex veckor på tretton, kräver ingen anmälan.',
            de: 'Niederlande: Künstler und Sportler, höchstens sechs von dreizehn Wochen, ohne Meldung.',
          },
          source,
        },
        {
          rule: 'nl.congress',
          work: ['scientific-congress'],
          limits: [{ most: 5, window: { kind: 'calendar', unit: 'month' } }],
          never: ['thirdCountryNational'],
          words: {
            en: 'Netherlands: congresses for at most five days a month need no notice.',
            fr: 'Pays-Bas : congrès, au plus cinq jours par mois, sans déclaration.',
            nl: 'Nederland: congressen, hoogstens vijf dagen per maand, zonder melding.',
            sv: 'Nederländerna: kongresser, högst fem dagar per månad, kräver ingen anmälan.',
            de: 'Niederlande: Kongresse, höchstens fünf Tage im Monat, ohne Meldung.',
          },
          source,
        },
        {
          rule: 'nl.meeting',
          work: ['meeting'],
          limits: [{ most: 91, window: { kind: 'rolling', days: 364 } }],
          never: ['thirdCountryNational'],
          words: {
            en: 'Netherlands: meetings for at most 13 weeks in 52 need no notice.',
            fr: 'Pays-Bas : réunions, au plus 13 semaines sur 52, sans déclaration.',
            nl: 'Nederland: vergaderingen, hoogstens 13 weken in 52 weken, zonder melding.',
            sv: 'Nederländerna: möten, högst 13 veckor på 52, kräver ingen anmälan.',
            de: 'Niederlande: Besprechungen, höchstens 13 von 52 Wochen, ohne Meldung.',
          },
          source,
        },
        {
          rule: 'nl.assembly',
          work: ['assembly'],
          limits: [{ most: 8, window: { kind: 'stay' } }],
          never: ['thirdCountryNational'],
          words: {
            en: 'Netherlands: first assembly for at most eight days needs no notice.',
            fr: 'Pays-Bas : premier montage, au plus huit jours, sans déclaration.',
            nl: 'Nederland: eerste montage, hoogstens acht dagen, zonder melding.',
            sv: 'Nederländerna: första montering, högst åtta dagar, kräver ingen anmälan.',
            de: 'Niederlande: Erstmontage, höchstens acht Tage, ohne Meldung.',
          },
          source,
        },
      ],
      also: [
        {
          key: 'nl.client-checks',
          words: {
            en: 'The client checks the notice: give it the number.',
            fr: 'Le client contrôle la déclaration : donnez-lui le numéro.',
            nl: 'De klant controleert de melding: geef hem het nummer.',
            sv: 'Kunden kontrollerar anmälan: ge kunden numret.',
            de: 'Der Auftraggeber prüft die Meldung: Geben Sie ihm die Nummer.',
          },
        },
      ],
    },
    source.text,
    'confirmed',
  ]),
};
