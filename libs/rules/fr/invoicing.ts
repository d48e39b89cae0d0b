import { country } from '@passerelle/values';
import type { Invoicing } from '../kit/invoicing.js';
import { act } from '../kit/scheme.js';

const home = country('FR');

/** The reform of electronic invoices (XP Z12-012) and the notes on late payment between businesses. */
export const invoicing: Invoicing = {
  profile: 'xp-z12-012',
  paymentReference: 'rf',
  taxRegistration: null,
  mentions: [
    {
      code: 'PMT',
      law: act('Code de commerce', 'art. D441-5'),
      words: {
        en: 'Fixed compensation for recovery costs in case of late payment: 40 euros.',
        fr: 'Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 euros.',
        nl: 'Vaste vergoeding voor invorderingskosten bij laattijdige betaling: 40 euro.',
        sv: 'Schablonersättning för inkassokostnader vid försenad betalning: 40 euro.',
        de: 'Pauschale für Beitreibungskosten bei verspäteter Zahlung: 40 Euro.',
      },
    },
    {
      code: 'PMD',
      law: act('Code de commerce', 'art. L441-10, II'),
      words: {
        en: 'Penalty for late payment: refinancing rate of the European Central Bank plus 10 percentage points.',
        fr: 'Pénalités de retard : taux de refinancement de la Banque centrale européenne majoré de 10 points.',
        nl: 'Verwijlintrest: herfinancieringsrente van de Europese Centrale Bank plus 10 procentpunten.',
        sv: 'Dröjsmålsränta: Europeiska centralbankens refinansieringsränta plus 10 procentenheter.',
        de: 'Verzugszinsen: Refinanzierungssatz der Europäischen Zentralbank plus 10 Prozentpunkte.',
      },
    },
    {
      code: 'AAB',
      law: act('Code de commerce', 'art. L441-9'),
      words: {
        en: 'No discount for early payment.',
        fr: 'Pas d’escompte pour paiement anticipé.',
        nl: 'Geen korting voor vervroegde betaling.',
        sv: 'Ingen rabatt vid förtida betalning.',
        de: 'Kein Skonto bei vorzeitiger Zahlung.',
      },
    },
  ],
  // BAR: by which route the seller's platform reports the document.
  routeNote: ({ country: of, isBusiness }) => ({
    code: 'BAR',
    text: `${isBusiness ? 'B2B' : 'B2C'}${of === home ? '' : 'INT'}`,
  }),
  dueRoundedTo: null,
};
