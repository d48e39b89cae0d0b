import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

/** Italy: UNI_Distacco_UE, by midnight of the day before. No exemption for artists is known. */
export const italy: HostRule = {
  host: country('IT'),
  notice: dated<HostNotice>('coordination.posting.it', [
    '2016-12-26',
    {
      system: 'UNI_Distacco_UE',
      url: 'https://distaccoue.lavoro.gov.it',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 1,
      selfEmployedWork: [],
      exemptions: [],
      also: [
        {
          key: 'it.changes',
          words: {
            en: 'Changes are notified within five days.',
            fr: 'Les changements se déclarent dans les cinq jours.',
            nl: 'Wijzigingen worden binnen vijf dagen gemeld.',
            sv: 'Ändringar anmäls inom fem dagar.',
            de: 'Änderungen werden innerhalb von fünf Tagen gemeldet.',
          },
        },
      ],
    },
    'distaccoue.lavoro.gov.it; that no exemption exists is from memory',
    'confirmed',
  ]),
};
