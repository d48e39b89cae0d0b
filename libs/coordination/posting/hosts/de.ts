import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

/** Germany: customs, for listed trades only. Performing arts are not on the list; building stands is. */
export const germany: HostRule = {
  host: country('DE'),
  notice: dated<HostNotice>('coordination.posting.de', [
    '2017-01-01',
    {
      system: 'Zoll, Meldeportal-Mindestlohn',
      url: 'https://www.meldeportal-mindestlohn.de',
      by: 'home',
      byInAgencyWork: 'host',
      daysBefore: 1,
      onlyWork: [
        'construction',
        'hospitality',
        'passenger-transport',
        'logistics',
        'fairground',
        'forestry',
        'cleaning',
        'stand-building',
        'meat',
        'security',
        'prostitution',
        'other-listed-trade',
      ],
      selfEmployedWork: [],
      exemptions: [],
      also: [
        {
          key: 'de.each-job',
          words: {
            en: 'A notice before each job.',
            fr: 'Une déclaration avant chaque intervention.',
            nl: 'Een melding voor elke opdracht.',
            sv: 'En anmälan före varje uppdrag.',
            de: 'Eine Meldung vor jedem Auftrag.',
          },
        },
      ],
    },
    'zoll.de, Anmeldungen bei Entsendung',
    'confirmed',
  ]),
};
