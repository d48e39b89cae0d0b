import { faultOf, problemKind, refusalTable } from '@passerelle/doors';
import type { ConsentRefusal } from './consents.service.js';

const consentRefused = problemKind({
  slug: 'counting-consent-refused',
  status: 422,
  title: {
    en: 'Your cooperatives cannot be brought together so',
    fr: 'Vos coopératives ne peuvent pas être réunies ainsi',
    nl: 'Uw coöperaties kunnen zo niet worden samengebracht',
    sv: 'Dina kooperativ kan inte föras samman så',
    de: 'Ihre Genossenschaften lassen sich so nicht zusammenbringen',
  },
  cure: {
    en: 'Name the branch as the federation does, and copy the code whole from where you got it. "errors" names the field; nothing has been kept.',
    fr: 'Nommez la coopérative comme la fédération le fait, et copiez le code en entier. « errors » nomme le champ ; rien n’a été conservé.',
    nl: 'Noem de afdeling zoals de federatie dat doet, en neem de code volledig over. "errors" noemt het veld; er is niets bewaard.',
    sv: 'Ange kooperativet så som federationen gör, och kopiera hela koden. ”errors” anger fältet; inget har sparats.',
    de: 'Nennen Sie die Zweigstelle so, wie die Föderation sie nennt, und übernehmen Sie den ganzen Code. „errors“ nennt das Feld; nichts wurde gespeichert.',
  },
});

const misfit = faultOf(consentRefused);

export const consentProblems = refusalTable<ConsentRefusal>({
  'unknown-branch': ({ peer }) =>
    misfit('#/branch', 'unknown-branch', {
      en: `"${peer}" is no other branch of this federation; see the list of peers.`,
      fr: `« ${peer} » n’est pas une autre coopérative de cette fédération ; voyez la liste des partenaires.`,
      nl: `“${peer}” is geen andere coöperatie van deze federatie; zie de lijst van partners.`,
      sv: `”${peer}” är inget annat kooperativ i federationen; se listan över partner.`,
      de: `„${peer}“ ist keine andere Genossenschaft dieser Föderation; siehe die Liste der Partner.`,
    }),
  'not-a-code': () =>
    misfit('#/code', 'not-a-code', {
      en: 'A code has 43 letters, digits, "-" and "_".',
      fr: 'Un code a 43 lettres, chiffres, « - » et « _ ».',
      nl: 'Een code heeft 43 letters, cijfers, "-" en "_".',
      sv: 'En kod har 43 bokstäver, siffror, ”-” och ”_”.',
      de: 'Ein Code hat 43 Buchstaben, Ziffern, „-“ und „_“.',
    }),
  'code-of-another': () =>
    misfit('#/code', 'code-of-another', {
      en: 'This code is in use; ask the other branch for your own, or let us make a new one.',
      fr: 'Ce code est déjà pris ; demandez le vôtre à l’autre coopérative, ou laissez-nous en faire un.',
      nl: 'Deze code is in gebruik; vraag de andere coöperatie om de uwe, of laat ons een nieuwe maken.',
      sv: 'Koden används redan; be det andra kooperativet om din egen, eller låt oss göra en ny.',
      de: 'Dieser Code ist vergeben; bitten Sie die andere Genossenschaft um Ihren, oder lassen Sie uns einen neuen erstellen.',
    }),
});
