import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

const source = { text: 'ihk.de Düsseldorf, Österreich: Hinweise zu Entsendungen', confidence: 'secondary' } as const;

/** Austria: ZKO 3. */
export const austria: HostRule = {
  host: country('AT'),
  notice: dated<HostNotice>('coordination.posting.at', [
    '2017-01-01',
    {
      system: 'ZKO 3',
      url: 'https://www4.formularservice.gv.at',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 1,
      selfEmployedWork: [],
      exemptions: [
        {
          rule: 'at.short-meeting',
          work: ['meeting', 'scientific-congress'],
          limits: [{ most: 6, window: { kind: 'stay' } }],
          words: {
            en: 'Austria: meetings, seminars and congresses of less than a week need no notice.',
            fr: 'Autriche : réunions, séminaires et congrès de moins d’une semaine, sans déclaration.',
            nl: 'Oostenrijk: vergaderingen, seminaries en congressen van minder dan een week, zonder melding.',
            sv: 'Österrike: möten, seminarier och kongresser på mindre än en vecka kräver ingen anmälan.',
            de: 'Österreich: Besprechungen, Seminare und Kongresse von weniger als einer Woche, ohne Meldung.',
          },
          source,
        },
        {
          rule: 'at.tour',
          work: ['live-performance'],
          limits: [{ most: 6, window: { kind: 'stay' } }],
          needs: ['minorPartOfTour'],
          words: {
            en: 'Austria: music, dance, theatre and cabaret in a tour of which Austria is a minor part need no notice.',
            fr: 'Autriche : musique, danse, théâtre et cabaret dans une tournée dont l’Autriche est une petite partie, sans déclaration.',
            nl: 'Oostenrijk: muziek, dans, theater en cabaret in een tournee waarvan Oostenrijk een klein deel is, zonder melding.',
            sv: 'Österrike: musik, dans, teater och kabaré på en turné där Österrike är en mindre del kräver ingen anmälan.',
            de: 'Österreich: Musik, Tanz, Theater und Kabarett in einer Tournee mit untergeordnetem Österreich-Anteil, ohne Meldung.',
          },
          source,
        },
      ],
      also: [],
    },
    source.text,
    'secondary',
  ]),
};
