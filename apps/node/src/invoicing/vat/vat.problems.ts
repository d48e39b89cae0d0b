import type { VatNumberRefusal } from '@passerelle/coordination';
import { faultOf, notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import { answerOfTomorrow, wordsOfNumber } from '../../clients/clients.problems.js';
import type { PartnerRefusal, SayRefusal } from './taxation.service.js';

const supplyFixed = problemKind({
  slug: 'vat-of-mission-fixed',
  status: 409,
  title: {
    en: 'The VAT of this mission can no longer be said here',
    fr: 'La TVA de cette mission ne peut plus être précisée ici',
    nl: 'De btw van deze opdracht is hier niet meer te bepalen',
    sv: 'Momsen för det här uppdraget kan inte längre anges här',
    de: 'Die Umsatzsteuer dieses Auftrags lässt sich hier nicht mehr angeben',
  },
  cure: {
    en: 'Only the node that bills the client says it, and only before the invoice is made. A wrong invoice is answered with a document of its own.',
    fr: 'Seul le nœud qui facture le client la précise, et seulement avant l’établissement de la facture. Une facture erronée appelle un document qui la corrige.',
    nl: 'Alleen het knooppunt dat de klant factureert bepaalt ze, en alleen voordat de factuur is gemaakt. Een foute factuur wordt met een eigen document rechtgezet.',
    sv: 'Bara den nod som fakturerar kunden anger den, och bara innan fakturan har gjorts. En felaktig faktura besvaras med en egen handling.',
    de: 'Nur der Knoten, der dem Auftraggeber die Rechnung stellt, gibt sie an, und nur vor der Rechnung. Eine falsche Rechnung wird durch einen eigenen Beleg berichtigt.',
  },
});

/** What somebody who says it has seen of it. */
export const supplyFields: Readonly<Record<string, Words>> = {
  supply: {
    en: 'what VAT must know of the mission',
    fr: 'ce que la TVA doit savoir de la mission',
    nl: 'wat de btw van de opdracht moet weten',
    sv: 'det som momsen behöver veta om uppdraget',
    de: 'was die Umsatzsteuer vom Auftrag wissen muss',
  },
};

const partnerRefused = problemKind({
  slug: 'partner-vat-refused',
  status: 422,
  title: {
    en: 'This answer about a partner’s VAT number cannot be recorded',
    fr: 'Cette réponse sur le numéro de TVA d’un partenaire ne peut pas être enregistrée',
    nl: 'Dit antwoord over het btw-nummer van een partner kan niet worden vastgelegd',
    sv: 'Svaret om en partners momsnummer kan inte sparas',
    de: 'Diese Antwort zur USt-IdNr. eines Partners kann nicht erfasst werden',
  },
  cure: {
    en: 'The partner, the number or the time does not fit. "errors" names the field; nothing has been kept.',
    fr: 'Le partenaire, le numéro ou l’heure ne convient pas. « errors » nomme le champ ; rien n’a été conservé.',
    nl: 'De partner, het nummer of het tijdstip past niet. "errors" noemt het veld; er is niets bewaard.',
    sv: 'Partnern, numret eller tiden stämmer inte. ”errors” anger fältet; inget har sparats.',
    de: 'Der Partner, die Nummer oder die Zeit passt nicht. „errors“ nennt das Feld; nichts wurde gespeichert.',
  },
});

export const supplyProblems = refusalTable<SayRefusal>({
  'no-such-mission': () => new Problem(notFound),
  'billed-elsewhere': () =>
    new Problem(supplyFixed, {
      en: 'The host of this mission bills the client.',
      fr: 'C’est la coopérative d’accueil de cette mission qui facture le client.',
      nl: 'De gastcoöperatie van deze opdracht factureert de klant.',
      sv: 'Värdkooperativet för det här uppdraget fakturerar kunden.',
      de: 'Die Gastgenossenschaft dieses Auftrags stellt dem Auftraggeber die Rechnung.',
    }),
  'invoice-issued': ({ number }) =>
    new Problem(supplyFixed, {
      en: `Invoice ${number} of this mission is made.`,
      fr: `La facture ${number} de cette mission est établie.`,
      nl: `Factuur ${number} van deze opdracht is gemaakt.`,
      sv: `Faktura ${number} för det här uppdraget är gjord.`,
      de: `Rechnung ${number} dieses Auftrags ist erstellt.`,
    }),
});

const refused = faultOf(partnerRefused);

const notItsNumber = (refusal: VatNumberRefusal): Problem =>
  refused('#/vatNumber', refusal.kind, wordsOfNumber(refusal));

export const partnerProblems = refusalTable<PartnerRefusal>({
  'vat-number-without-prefix': notItsNumber,
  'vat-number-for-goods-only': notItsNumber,
  'vat-number-of-wrong-form': notItsNumber,
  'vat-number-with-wrong-check-digits': notItsNumber,
  'vat-number-of-another-country': notItsNumber,
  'no-such-partner': ({ node }) =>
    refused('#/node', 'no-such-partner', {
      en: `"${node}" is no other member of the federation.`,
      fr: `« ${node} » n’est pas un autre membre de la fédération.`,
      nl: `"${node}" is geen ander lid van de federatie.`,
      sv: `”${node}” är ingen annan medlem i federationen.`,
      de: `„${node}“ ist kein anderes Mitglied der Föderation.`,
    }),
  'answer-of-tomorrow': () => refused('#/at', 'answer-of-tomorrow', answerOfTomorrow),
});
