import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

const source = 'es.schindhelm.com, arbeitnehmerentsendung nach Spanien';

/** Spain: the labour authority of the autonomous region. */
export const spain: HostRule = {
  host: country('ES'),
  notice: dated<HostNotice>('coordination.posting.es', [
    '2017-01-01',
    {
      system: 'Comunicación de desplazamiento, autoridad laboral autonómica',
      url: null,
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 1,
      selfEmployedWork: [],
      exemptions: [
        {
          rule: 'es.eight-days',
          limits: [{ most: 8, window: { kind: 'stay' } }],
          never: ['agencyWork'],
          words: {
            en: 'Spain: postings of up to eight days need no notice, except by agencies.',
            fr: 'Espagne : détachements de huit jours au plus sans déclaration, sauf par une agence.',
            nl: 'Spanje: detacheringen tot acht dagen zonder melding, behalve door uitzendbureaus.',
            sv: 'Spanien: utstationering upp till åtta dagar kräver ingen anmälan, utom från bemanningsföretag.',
            de: 'Spanien: Entsendungen bis acht Tage ohne Meldung, außer durch Leiharbeitsfirmen.',
          },
          source: { text: source, confidence: 'secondary' },
        },
      ],
      also: [],
    },
    source,
    'secondary',
  ]),
};
