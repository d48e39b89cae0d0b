import type { VatNumberRefusal } from '@passerelle/coordination';
import {
  faultOf,
  type Language,
  languages,
  notFound,
  Problem,
  problemKind,
  refusalTable,
  type Words,
} from '@passerelle/doors';
import { noSuchEntity } from '../cooperative/cooperative.problems.js';
import type { AnswerRefusal, ClientRefusal, TaxRefusal } from './clients.service.js';

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
    en: 'The legal entity, the status or the VAT number does not fit. "errors" names the field; nothing has been kept.',
    fr: 'L’entité juridique, le statut ou le numéro de TVA ne convient pas. « errors » nomme le champ ; rien n’a été conservé.',
    nl: 'De rechtspersoon, de hoedanigheid of het btw-nummer past niet. "errors" noemt het veld; er is niets bewaard.',
    sv: 'Den juridiska personen, ställningen eller momsnumret stämmer inte. ”errors” anger fältet; inget har sparats.',
    de: 'Der Rechtsträger, der Status oder die USt-IdNr. passt nicht. „errors“ nennt das Feld; nichts wurde gespeichert.',
  },
});

/** What is wrong with a VAT number, by which rule, and what to do. */
export function wordsOfNumber({ rule, detail, remedy }: VatNumberRefusal): Words {
  const words = (language: Language): string => `${detail.words[language]} ${remedy.words[language]} (${rule})`;
  return Object.fromEntries(languages.map((language) => [language, words(language)])) as Words;
}

export const answerOfTomorrow: Words = {
  en: 'That time has not come yet: give the time at which VIES answered.',
  fr: 'Ce moment n’est pas encore venu : indiquez l’heure à laquelle VIES a répondu.',
  nl: 'Dat tijdstip is er nog niet: geef het tijdstip waarop VIES antwoordde.',
  sv: 'Den tiden har inte kommit än: ange när VIES svarade.',
  de: 'Dieser Zeitpunkt liegt noch in der Zukunft: Geben Sie an, wann VIES geantwortet hat.',
};

const refused = faultOf(clientRefused);

const notItsNumber = (refusal: VatNumberRefusal): Problem =>
  refused('#/vatNumber', refusal.kind, wordsOfNumber(refusal));

const numberProblems: Readonly<Record<VatNumberRefusal['kind'], typeof notItsNumber>> = {
  'vat-number-without-prefix': notItsNumber,
  'vat-number-for-goods-only': notItsNumber,
  'vat-number-of-wrong-form': notItsNumber,
  'vat-number-with-wrong-check-digits': notItsNumber,
  'vat-number-of-another-country': notItsNumber,
};

const privateWithNumber = (): Problem =>
  refused('#/status', 'private-with-vat-number', {
    en: 'Who has a VAT number does not buy privately: leave the number out, or choose another status.',
    fr: 'Qui a un numéro de TVA n’achète pas à titre privé : retirez le numéro ou choisissez un autre statut.',
    nl: 'Wie een btw-nummer heeft, koopt niet privé: laat het nummer weg of kies een andere hoedanigheid.',
    sv: 'Den som har ett momsnummer köper inte privat: ta bort numret eller välj en annan ställning.',
    de: 'Wer eine USt-IdNr. hat, kauft nicht privat: Lassen Sie die Nummer weg oder wählen Sie einen anderen Status.',
  });

export const clientProblems = refusalTable<ClientRefusal>({
  ...numberProblems,
  'private-with-vat-number': privateWithNumber,
  'no-such-entity': () => refused('#/entity', 'no-such-entity', noSuchEntity),
});

/** What people call what can be said of a client’s tax. */
export const taxFields = {
  status: {
    en: 'as what the client buys',
    fr: 'le statut du client',
    nl: 'de hoedanigheid van de klant',
    sv: 'kundens ställning',
    de: 'der Status des Auftraggebers',
  },
  vatNumber: {
    en: 'the VAT number',
    fr: 'le numéro de TVA',
    nl: 'het btw-nummer',
    sv: 'momsnumret',
    de: 'die USt-IdNr.',
  },
};

export const taxProblems = refusalTable<TaxRefusal>({
  ...numberProblems,
  'private-with-vat-number': privateWithNumber,
  'no-such-client': () => new Problem(notFound),
  'vat-number-of-another-client': ({ vatNumber }) =>
    refused('#/vatNumber', 'vat-number-of-another-client', {
      en: `${vatNumber} is the number of another client here; a firm is one client.`,
      fr: `${vatNumber} est le numéro d’un autre client d’ici ; une entreprise est un seul client.`,
      nl: `${vatNumber} is het nummer van een andere klant hier; een firma is één klant.`,
      sv: `${vatNumber} är numret på en annan kund här; ett företag är en enda kund.`,
      de: `${vatNumber} ist die Nummer eines anderen Auftraggebers hier; eine Firma ist ein Auftraggeber.`,
    }),
});

export const answerProblems = refusalTable<AnswerRefusal>({
  'no-such-client': () => new Problem(notFound),
  'client-without-vat-number': () =>
    new Problem(clientRefused, {
      en: 'This client has no VAT number that VIES could be asked about. Record the number first.',
      fr: 'Ce client n’a pas de numéro de TVA à vérifier auprès de VIES. Enregistrez d’abord le numéro.',
      nl: 'Deze klant heeft geen btw-nummer dat bij VIES kan worden opgevraagd. Leg eerst het nummer vast.',
      sv: 'Kunden har inget momsnummer att fråga VIES om. Spara numret först.',
      de: 'Dieser Auftraggeber hat keine USt-IdNr., nach der VIES gefragt werden könnte. Erfassen Sie zuerst die Nummer.',
    }),
  'answer-of-tomorrow': () => refused('#/at', 'answer-of-tomorrow', answerOfTomorrow),
});
