import type { Words } from '@passerelle/doors';
import type { Money } from '@passerelle/values';
import type { FileRefusal } from './bank-file.js';

type Other = Omit<Words, 'en'>;

/** Why a bank file is not imported, by kind; the line stands beside it. */
const ofKinds: Readonly<Record<Exclude<FileRefusal['kind'], 'sums-differ'>, Other>> = {
  'too-large': {
    fr: 'Le fichier est trop volumineux pour être lu ici. Demandez à la banque des périodes plus courtes.',
    nl: 'Het bestand is te groot om hier te lezen. Vraag de bank om kortere periodes.',
    sv: 'Filen är för stor för att läsas här. Be banken om kortare perioder.',
    de: 'Die Datei ist zu groß, um hier gelesen zu werden. Bitten Sie die Bank um kürzere Zeiträume.',
  },
  'not-xml': {
    fr: 'Ce n’est pas un fichier XML correct, ou il a été coupé en route. Téléchargez-le à nouveau auprès de la banque.',
    nl: 'Dit is geen geldig XML-bestand, of het is onderweg afgebroken. Haal het opnieuw op bij de bank.',
    sv: 'Det här är ingen giltig XML-fil, eller så har den kapats på vägen. Hämta den igen från banken.',
    de: 'Das ist keine gültige XML-Datei, oder sie wurde unterwegs abgeschnitten. Laden Sie sie bei der Bank neu herunter.',
  },
  entities: {
    fr: 'Le fichier contient une déclaration de type de document ou une entité inconnue, qu’un fichier bancaire n’a pas. Téléchargez-le à nouveau auprès de la banque.',
    nl: 'Het bestand bevat een documenttype of een onbekende entiteit, die een bankbestand niet heeft. Haal het opnieuw op bij de bank.',
    sv: 'Filen innehåller en dokumenttyp eller en okänd entitet, som en bankfil inte har. Hämta den igen från banken.',
    de: 'Die Datei enthält einen Dokumenttyp oder eine unbekannte Entität, die eine Bankdatei nicht hat. Laden Sie sie bei der Bank neu herunter.',
  },
  'wrong-format': {
    fr: 'Ce n’est ni un message camt.053 ni un message camt.054. Demandez un tel fichier à la banque.',
    nl: 'Dit is geen camt.053- of camt.054-bericht. Vraag de bank om zo’n bestand.',
    sv: 'Det här är varken ett camt.053- eller ett camt.054-meddelande. Be banken om en sådan fil.',
    de: 'Das ist weder eine camt.053- noch eine camt.054-Nachricht. Bitten Sie die Bank um eine solche Datei.',
  },
  'wrong-version': {
    fr: 'Cette version du message n’est pas lue ici ; demandez à la banque une version de 2 à 8.',
    nl: 'Deze versie van het bericht wordt hier niet gelezen; vraag de bank om een versie van 2 tot 8.',
    sv: 'Den här versionen av meddelandet läses inte här; be banken om en version från 2 till 8.',
    de: 'Diese Version der Nachricht wird hier nicht gelesen; bitten Sie die Bank um eine Version von 2 bis 8.',
  },
  missing: {
    fr: 'Il manque au fichier une indication nécessaire. Demandez à la banque un fichier complet.',
    nl: 'In het bestand ontbreekt een nodig gegeven. Vraag de bank om een volledig bestand.',
    sv: 'En nödvändig uppgift saknas i filen. Be banken om en fullständig fil.',
    de: 'In der Datei fehlt eine nötige Angabe. Bitten Sie die Bank um eine vollständige Datei.',
  },
  'not-an-amount': {
    fr: 'Un montant n’est pas écrit en unités entières de sa monnaie.',
    nl: 'Een bedrag is niet geschreven in hele eenheden van zijn munt.',
    sv: 'Ett belopp är inte skrivet i hela enheter av sin valuta.',
    de: 'Ein Betrag ist nicht in ganzen Einheiten seiner Währung geschrieben.',
  },
  'unknown-currency': {
    fr: 'Une monnaie du fichier n’est utilisée par aucune coopérative.',
    nl: 'Een munt in het bestand wordt door geen coöperatie gebruikt.',
    sv: 'En valuta i filen används inte av något kooperativ.',
    de: 'Eine Währung in der Datei wird von keiner Genossenschaft verwendet.',
  },
  'wrong-currency': {
    fr: 'La monnaie d’un mouvement, d’un solde ou du relevé n’est pas celle du compte.',
    nl: 'De munt van een verrichting, een saldo of het bankafschrift is niet die van de rekening.',
    sv: 'Valutan för en transaktion, ett saldo eller kontoutdraget är inte kontots.',
    de: 'Die Währung einer Buchung, eines Saldos oder des Auszugs ist nicht die des Kontos.',
  },
  'not-a-date': {
    fr: 'Une date n’est pas écrite comme 2026-03-24.',
    nl: 'Een datum is niet geschreven zoals 2026-03-24.',
    sv: 'Ett datum är inte skrivet som 2026-03-24.',
    de: 'Ein Datum ist nicht wie 2026-03-24 geschrieben.',
  },
  'not-a-direction': {
    fr: 'Un montant ne dit pas s’il est entré (CRDT) ou sorti (DBIT).',
    nl: 'Een bedrag zegt niet of het binnenkwam (CRDT) of wegging (DBIT).',
    sv: 'Ett belopp säger inte om det kom in (CRDT) eller gick ut (DBIT).',
    de: 'Bei einem Betrag steht nicht, ob er einging (CRDT) oder abging (DBIT).',
  },
  'wrong-account': {
    fr: 'Le relevé est celui d’un autre compte.',
    nl: 'Het bankafschrift is van een andere rekening.',
    sv: 'Kontoutdraget gäller ett annat konto.',
    de: 'Der Auszug gehört zu einem anderen Konto.',
  },
  'missing-balance': {
    fr: 'Le solde d’ouverture ou de clôture manque ; demandez à la banque un relevé complet.',
    nl: 'Het begin- of eindsaldo ontbreekt; vraag de bank om een volledig bankafschrift.',
    sv: 'Det ingående eller utgående saldot saknas; be banken om ett fullständigt kontoutdrag.',
    de: 'Der Anfangs- oder Endsaldo fehlt; bitten Sie die Bank um einen vollständigen Auszug.',
  },
  'not-text': {
    fr: 'Le fichier n’est pas un texte lisible : il a été coupé ou modifié en route. Téléchargez-le à nouveau.',
    nl: 'Het bestand is geen leesbare tekst: het is onderweg afgebroken of gewijzigd. Haal het opnieuw op.',
    sv: 'Filen är ingen läsbar text: den har kapats eller ändrats på vägen. Hämta den igen.',
    de: 'Die Datei ist kein lesbarer Text: Sie wurde unterwegs abgeschnitten oder verändert. Laden Sie sie neu herunter.',
  },
  'unknown-account': {
    fr: 'Le compte du fichier n’est pas un compte de cette coopérative.',
    nl: 'De rekening in het bestand is geen rekening van deze coöperatie.',
    sv: 'Kontot i filen är inte något av kooperativets konton.',
    de: 'Das Konto in der Datei ist keines dieser Genossenschaft.',
  },
  'no-date': {
    fr: 'Un mouvement comptabilisé n’a pas de date.',
    nl: 'Een geboekte verrichting heeft geen datum.',
    sv: 'En bokförd transaktion saknar datum.',
    de: 'Eine Buchung hat kein Datum.',
  },
};

const sumsDiffer = (difference: Money | undefined): Other =>
  difference === undefined
    ? {
        fr: 'Le solde d’ouverture et les mouvements ne donnent pas le solde de clôture.',
        nl: 'Het beginsaldo en de verrichtingen geven niet het eindsaldo.',
        sv: 'Det ingående saldot och transaktionerna ger inte det utgående saldot.',
        de: 'Der Anfangssaldo und die Buchungen ergeben nicht den Endsaldo.',
      }
    : {
        fr: `Le solde d’ouverture et les mouvements ne donnent pas le solde de clôture : il s’en écarte de ${difference}.`,
        nl: `Het beginsaldo en de verrichtingen geven niet het eindsaldo: het wijkt ${difference} af.`,
        sv: `Det ingående saldot och transaktionerna ger inte det utgående saldot: det avviker med ${difference}.`,
        de: `Der Anfangssaldo und die Buchungen ergeben nicht den Endsaldo: Er weicht um ${difference} ab.`,
      };

/** In English the reader of the file says it, with all that stood there. */
export const wordsOfFile = ({ kind, detail, difference }: FileRefusal): Words => ({
  en: detail,
  ...(kind === 'sums-differ' ? sumsDiffer(difference) : ofKinds[kind]),
});
