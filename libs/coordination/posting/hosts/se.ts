import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

/** Sweden: a notice to the Work Environment Authority; the old rule of five days is gone since the middle of 2020. */
export const sweden: HostRule = {
  host: country('SE'),
  notice: dated<HostNotice>('coordination.posting.se', [
    '2020-07-30',
    {
      system: 'Arbetsmiljöverket, Anmäl utstationering',
      url: 'https://www.av.se',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 0,
      selfEmployedWork: [],
      exemptions: [],
      also: [
        {
          key: 'se.contact-person',
          words: {
            en: 'Name a contact person in Sweden, and give the recipient of the service proof of the notice. A new recipient needs a new notice.',
            fr: 'Désignez une personne de contact en Suède et remettez la preuve de la déclaration au destinataire du service. Un nouveau destinataire exige une nouvelle déclaration.',
            nl: 'Wijs een contactpersoon in Zweden aan en geef de ontvanger van de dienst het bewijs van melding. Een nieuwe ontvanger vraagt een nieuwe melding.',
            sv: 'Utse en kontaktperson i Sverige och ge tjänstens mottagare bevis på anmälan. En ny mottagare kräver en ny anmälan.',
            de: 'Benennen Sie eine Kontaktperson in Schweden und geben Sie dem Empfänger der Leistung den Nachweis der Meldung. Ein neuer Empfänger braucht eine neue Meldung.',
          },
        },
      ],
    },
    'av.se, utstationering, arbetsgivarens skyldigheter; the date is from memory',
    'confirmed',
  ]),
};
