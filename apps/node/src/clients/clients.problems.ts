import { Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { ClientRefusal } from './clients.service.js';

const clientRefused = problemKind({
  slug: 'client-refused',
  status: 422,
  title: {
    en: 'This client cannot be recorded',
    fr: 'Ce client ne peut pas être enregistré',
    nl: 'Deze klant kan niet worden vastgelegd',
    sv: 'Kunden kan inte registreras',
    de: 'Dieser Auftraggeber kann nicht erfasst werden',
  },
  cure: {
    en: 'The legal entity or the VAT number does not fit. "errors" names the field; nothing has been kept.',
    fr: 'L’entité juridique ou le numéro de TVA ne convient pas. « errors » nomme le champ ; rien n’a été conservé.',
    nl: 'De rechtspersoon of het btw-nummer past niet. "errors" noemt het veld; er is niets bewaard.',
    sv: 'Rättssubjektet eller momsnumret stämmer inte. "errors" anger fältet; inget har sparats.',
    de: 'Der Rechtsträger oder die USt-IdNr. passt nicht. „errors“ nennt das Feld; nichts wurde gespeichert.',
  },
});

export const clientProblems = refusalTable<ClientRefusal>({
  'no-such-entity': () =>
    new Problem(clientRefused, {
      errors: [{ pointer: '#/entity', code: 'no-such-entity', detail: 'No legal entity of this branch has that id.' }],
    }),
  'vat-number-of-another-country': ({ vatNumber, country }) =>
    new Problem(clientRefused, {
      errors: [
        {
          pointer: '#/vatNumber',
          code: 'vat-number-of-another-country',
          detail: `${vatNumber} is not a VAT number of ${country}; correct the number or the country of the client.`,
        },
      ],
    }),
});
