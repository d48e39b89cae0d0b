import { itsState, notFound, Problem, problemKind, publicId, refusalTable, type Words } from '@passerelle/doors';
import { noSuchEntity } from '../cooperative/cooperative.problems.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import type { LineChange, Payout } from './payout.js';
import type { PayoutRefusal } from './payouts.service.js';

const notPayable = problemKind({
  slug: 'transfers-not-payable',
  status: 422,
  title: {
    en: 'These transfers cannot go to the bank so',
    fr: 'Ces virements ne peuvent pas partir ainsi à la banque',
    nl: 'Deze overschrijvingen kunnen zo niet naar de bank',
    sv: 'De här överföringarna kan inte gå till banken så',
    de: 'Diese Überweisungen können so nicht an die Bank gehen',
  },
  cure: {
    en: 'The detail names the transfer or what is missing. Correct it, or prepare the others by naming them.',
    fr: 'Le détail nomme le virement ou ce qui manque. Corrigez-le, ou préparez les autres en les nommant.',
    nl: 'Het detail noemt de overschrijving of wat ontbreekt. Verbeter het, of bereid alleen de andere voor door ze te noemen.',
    sv: 'Detaljen anger överföringen eller det som saknas. Rätta det, eller förbered de andra genom att ange dem.',
    de: 'Das Detail nennt die Überweisung oder was fehlt. Berichtigen Sie es, oder bereiten Sie nur die anderen vor, indem Sie sie nennen.',
  },
});

const noBankFileYet = problemKind({
  slug: 'no-bank-file-yet',
  status: 422,
  title: {
    en: 'No file for the bank is written in this currency yet',
    fr: 'Aucun fichier bancaire n’est encore écrit dans cette monnaie',
    nl: 'In deze munt wordt nog geen bankbestand geschreven',
    sv: 'I den här valutan skrivs ännu ingen fil till banken',
    de: 'In dieser Währung wird noch keine Datei für die Bank geschrieben',
  },
  cure: {
    en: 'Files (pain.001) are written in euro and in kronor, to accounts by IBAN. Make other transfers in your bank; its statement then shows them as paid.',
    fr: 'Les fichiers (pain.001) sont écrits en euros et en couronnes, vers des comptes par IBAN. Faites les autres virements auprès de votre banque ; son relevé les montre ensuite comme payés.',
    nl: 'Bestanden (pain.001) worden in euro en in kronen geschreven, naar rekeningen met IBAN. Doe andere overschrijvingen bij uw bank; haar afschrift toont ze daarna als betaald.',
    sv: 'Filer (pain.001) skrivs i euro och i kronor, till konton med IBAN. Gör andra överföringar i banken; dess kontoutdrag visar dem sedan som betalda.',
    de: 'Dateien (pain.001) werden in Euro und in Kronen geschrieben, an Konten mit IBAN. Tätigen Sie andere Überweisungen bei Ihrer Bank; ihr Auszug zeigt sie dann als bezahlt.',
  },
});

const decidedBefore = problemKind({
  slug: 'payout-decided',
  status: 409,
  title: {
    en: 'This payout is decided already',
    fr: 'Cet ordre de paiement est déjà décidé',
    nl: 'Over deze betaalopdracht is al beslist',
    sv: 'Betalningsuppdraget är redan avgjort',
    de: 'Über diesen Zahlungsauftrag ist schon entschieden',
  },
  cure: {
    en: 'Read it again. What was taken out of it can be prepared anew.',
    fr: 'Relisez-le. Ce qui en a été retiré peut être préparé à nouveau.',
    nl: 'Lees hem opnieuw. Wat eruit is gehaald, kan opnieuw worden voorbereid.',
    sv: 'Läs det igen. Det som togs bort kan förberedas på nytt.',
    de: 'Lesen Sie ihn neu. Was herausgenommen wurde, lässt sich neu vorbereiten.',
  },
});

const samePerson = problemKind({
  slug: 'second-person-needed',
  status: 403,
  title: {
    en: 'Nobody approves what she prepared herself',
    fr: 'On n’approuve pas ce que l’on a préparé soi-même',
    nl: 'Wie iets heeft voorbereid, keurt het niet zelf goed',
    sv: 'Ingen godkänner det man själv har förberett',
    de: 'Wer etwas vorbereitet hat, genehmigt es nicht selbst',
  },
  cure: {
    en: 'Ask somebody else of finance to look at it and approve it.',
    fr: 'Demandez à une autre personne du service financier de le vérifier et de l’approuver.',
    nl: 'Vraag iemand anders van financiën om het na te kijken en goed te keuren.',
    sv: 'Be någon annan på ekonomiavdelningen att granska och godkänna.',
    de: 'Bitten Sie eine andere Person der Finanzabteilung, es zu prüfen und zu genehmigen.',
  },
});

const linesChanged = problemKind({
  slug: 'payout-lines-changed',
  status: 409,
  title: {
    en: 'Something has changed since this was prepared',
    fr: 'Quelque chose a changé depuis la préparation',
    nl: 'Er is iets veranderd sinds de voorbereiding',
    sv: 'Något har ändrats sedan det förbereddes',
    de: 'Seit der Vorbereitung hat sich etwas geändert',
  },
  cure: {
    en: '"errors" names each line with what it was and what it is. Make sure of a new account with the payee herself, take the line out, and prepare it anew.',
    fr: '« errors » nomme chaque ligne, avant et maintenant. Vérifiez un nouveau compte auprès de la personne payée, retirez la ligne et préparez-la à nouveau.',
    nl: '"errors" noemt elke regel, voorheen en nu. Ga een nieuwe rekening na bij de begunstigde zelf, haal de regel eruit en bereid hem opnieuw voor.',
    sv: '”errors” anger varje rad, före och nu. Kontrollera ett nytt konto med mottagaren själv, ta bort raden och förbered den på nytt.',
    de: '„errors“ nennt jede Zeile, vorher und jetzt. Vergewissern Sie sich eines neuen Kontos bei der Person selbst, nehmen Sie die Zeile heraus und bereiten Sie sie neu vor.',
  },
});

export const notApproved = problemKind({
  slug: 'payout-not-approved',
  status: 409,
  title: {
    en: 'There is no file before somebody has approved it',
    fr: 'Il n’y a pas de fichier avant l’approbation',
    nl: 'Er is geen bestand vóór de goedkeuring',
    sv: 'Det finns ingen fil före godkännandet',
    de: 'Vor der Genehmigung gibt es keine Datei',
  },
  cure: {
    en: 'Ask somebody who did not prepare it to approve it. A withdrawn payout never gets a file.',
    fr: 'Demandez l’approbation à quelqu’un qui ne l’a pas préparé. Un ordre retiré n’aura jamais de fichier.',
    nl: 'Vraag iemand die het niet heeft voorbereid om goedkeuring. Een ingetrokken betaalopdracht krijgt nooit een bestand.',
    sv: 'Be någon annan än den som förberedde det att godkänna. Ett tillbakadraget uppdrag får aldrig någon fil.',
    de: 'Bitten Sie jemanden um Genehmigung, der ihn nicht vorbereitet hat. Ein zurückgezogener Zahlungsauftrag erhält nie eine Datei.',
  },
});

const wrong = (pointer: string, code: string, detail: Words): Problem =>
  new Problem(notPayable, { detail, errors: [{ pointer, code, detail }] });

const stateWords: Readonly<Record<Payout['state'], Omit<Words, 'en'>>> = {
  prepared: {
    fr: 'Il est préparé et attend l’approbation.',
    nl: 'Hij is voorbereid en wacht op goedkeuring.',
    sv: 'Det är förberett och väntar på godkännande.',
    de: 'Er ist vorbereitet und wartet auf Genehmigung.',
  },
  approved: {
    fr: 'Il est déjà approuvé.',
    nl: 'Hij is al goedgekeurd.',
    sv: 'Det är redan godkänt.',
    de: 'Er ist schon genehmigt.',
  },
  withdrawn: {
    fr: 'Il a été retiré.',
    nl: 'Hij is ingetrokken.',
    sv: 'Det har dragits tillbaka.',
    de: 'Er wurde zurückgezogen.',
  },
};

const named = (transfers: readonly TransferId[]): string => transfers.map((id) => publicId('trf', id)).join(', ');

/** What a decision about a payout rests on. */
export const payoutFields = {
  state: itsState,
  lines: {
    en: 'its transfers',
    fr: 'ses virements',
    nl: 'de overschrijvingen',
    sv: 'överföringarna',
    de: 'die Überweisungen',
  },
};

export const payoutProblems = refusalTable<PayoutRefusal>({
  'no-such-payout': () => new Problem(notFound),
  'no-such-entity': () => wrong('#/entity', 'no-such-entity', noSuchEntity),
  'no-format-yet': ({ currency }) =>
    new Problem(noBankFileYet, {
      errors: [
        {
          pointer: '#/currency',
          code: 'no-format-yet',
          detail: {
            en: `Not written in ${currency} yet.`,
            fr: `Pas encore écrit en ${currency}.`,
            nl: `Nog niet geschreven in ${currency}.`,
            sv: `Skrivs ännu inte i ${currency}.`,
            de: `Noch nicht in ${currency} geschrieben.`,
          },
        },
      ],
    }),
  'no-account': ({ currency }) =>
    wrong('#/currency', 'no-account', {
      en: `The entity has no account in ${currency}: add one to it.`,
      fr: `L’entité n’a pas de compte en ${currency} : ajoutez-lui-en un.`,
      nl: `De rechtspersoon heeft geen rekening in ${currency}: voeg er een toe.`,
      sv: `Den juridiska personen har inget konto i ${currency}: lägg till ett.`,
      de: `Der Rechtsträger hat kein Konto in ${currency}: Fügen Sie eines hinzu.`,
    }),
  'not-waiting': ({ transfers }) =>
    wrong('#/transfers', 'not-waiting', {
      en: `Not waiting in this entity and currency: ${named(transfers)}.`,
      fr: `N’attendent pas dans cette entité et cette monnaie : ${named(transfers)}.`,
      nl: `Wachten niet bij deze rechtspersoon in deze munt: ${named(transfers)}.`,
      sv: `Väntar inte hos den här juridiska personen i den här valutan: ${named(transfers)}.`,
      de: `Warten nicht bei diesem Rechtsträger in dieser Währung: ${named(transfers)}.`,
    }),
  'nothing-waits': () =>
    new Problem(notPayable, {
      en: 'No transfer of this entity waits in this currency.',
      fr: 'Aucun virement de cette entité n’attend dans cette monnaie.',
      nl: 'Geen overschrijving van deze rechtspersoon wacht in deze munt.',
      sv: 'Ingen överföring hos den här juridiska personen väntar i den här valutan.',
      de: 'Keine Überweisung dieses Rechtsträgers wartet in dieser Währung.',
    }),
  'not-payable': ({ place, detail }) =>
    wrong('#/transfers', 'not-payable', {
      en: `${place}: ${detail}`,
      fr: `${place} : le virement ne peut pas aller ainsi dans un fichier bancaire. Vérifiez le nom, l’adresse, le compte (IBAN ou Bankgiro), le montant et la référence.`,
      nl: `${place}: dit kan zo niet in een bankbestand. Controleer de naam, het adres, de rekening (IBAN of Bankgiro), het bedrag en de mededeling.`,
      sv: `${place}: det här kan inte stå så i en bankfil. Kontrollera namn, adress, konto (IBAN eller Bankgiro), belopp och referens.`,
      de: `${place}: Das kann so nicht in eine Bankdatei. Prüfen Sie Name, Adresse, Konto (IBAN oder Bankgiro), Betrag und Verwendungszweck.`,
    }),
  'not-prepared': ({ state }) => new Problem(decidedBefore, { en: `It is ${state}.`, ...stateWords[state] }),
  'same-person': () => new Problem(samePerson),
  'lines-changed': ({ changes }) => {
    const errors = changes.map((change) => ({ pointer: '#', code: change.kind, detail: toldOf(change) }));
    return new Problem(linesChanged, { errors });
  },
  'not-in': ({ transfers }) =>
    wrong('#/transfers', 'not-in', {
      en: `Not in this payout: ${named(transfers)}.`,
      fr: `Pas dans cet ordre de paiement : ${named(transfers)}.`,
      nl: `Niet in deze betaalopdracht: ${named(transfers)}.`,
      sv: `Inte i det här betalningsuppdraget: ${named(transfers)}.`,
      de: `Nicht in diesem Zahlungsauftrag: ${named(transfers)}.`,
    }),
});

function toldOf(change: LineChange): Words {
  const { transfer, terms } = change.line;
  const line = `${publicId('trf', transfer.id)} (${transfer.reference}, ${transfer.amount})`;
  if (change.kind === 'paid-already')
    return {
      en: `${line} stands on a statement of ours.`,
      fr: `${line} figure sur un de nos relevés.`,
      nl: `${line} staat op een van onze bankafschriften.`,
      sv: `${line} finns på ett av våra kontoutdrag.`,
      de: `${line} steht auf einem unserer Kontoauszüge.`,
    };
  const { name, iban } = terms.to;
  const { now } = change;
  return {
    en: `${line} was prepared for ${name}, ${iban}; by now the payee is ${now.name}, ${now.iban}.`,
    fr: `${line} a été préparé pour ${name}, ${iban} ; maintenant, la personne payée est ${now.name}, ${now.iban}.`,
    nl: `${line} is voorbereid voor ${name}, ${iban}; nu is de begunstigde ${now.name}, ${now.iban}.`,
    sv: `${line} förbereddes för ${name}, ${iban}; nu är mottagaren ${now.name}, ${now.iban}.`,
    de: `${line} wurde für ${name}, ${iban} vorbereitet; inzwischen wird ${now.name}, ${now.iban} bezahlt.`,
  };
}
