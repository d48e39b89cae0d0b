import type { Words } from '../words.js';
import type { FactName } from './facts.js';

/** What is asked when a fact decides about VAT and nobody has said it. */
export const questions: Readonly<Record<FactName, Words>> = {
  status: {
    en: 'Does the client buy as a taxable person, as a legal person that is not taxable, or privately?',
    fr: 'Le client achète-t-il en tant qu’assujetti, que personne morale non assujettie ou à titre privé ?',
    nl: 'Koopt de klant als belastingplichtige, als niet-belastingplichtige rechtspersoon of privé?',
    sv: 'Köper kunden som beskattningsbar person, som juridisk person som inte är beskattningsbar eller privat?',
    de: 'Kauft der Auftraggeber als Steuerpflichtiger, als nicht steuerpflichtige juristische Person oder privat?',
  },
  vatIdValid: {
    en: 'Does VIES confirm the VAT number? Ask it and record the answer with its consultation number.',
    fr: 'VIES confirme-t-il le numéro de TVA ? Interrogez-le et enregistrez la réponse avec son numéro de consultation.',
    nl: 'Bevestigt VIES het btw-nummer? Vraag het op en leg het antwoord vast met het raadplegingsnummer.',
    sv: 'Bekräftar VIES momsnumret? Fråga VIES och spara svaret med dess referensnummer.',
    de: 'Bestätigt MIAS (VIES) die USt-IdNr.? Fragen Sie ab und erfassen Sie die Antwort mit ihrer Abfragenummer.',
  },
  kind: {
    en: 'What kind of service is it: a performance, technical work, organising, admission, teaching, advice, rights or another?',
    fr: 'De quel service s’agit-il : spectacle, technique, organisation, droit d’entrée, enseignement, conseil, droits ou autre ?',
    nl: 'Om welke dienst gaat het: optreden, techniek, organisatie, toegang, onderwijs, advies, rechten of iets anders?',
    sv: 'Vilken tjänst gäller det: framträdande, teknik, arrangemang, inträde, undervisning, rådgivning, rättigheter eller annat?',
    de: 'Um welche Leistung geht es: Auftritt, Technik, Veranstaltung, Eintritt, Unterricht, Beratung, Rechte oder andere?',
  },
  place: {
    en: 'In which country is the work physically done?',
    fr: 'Dans quel pays le travail est-il matériellement exécuté ?',
    nl: 'In welk land wordt het werk feitelijk verricht?',
    sv: 'I vilket land utförs arbetet rent fysiskt?',
    de: 'In welchem Land wird die Arbeit tatsächlich ausgeführt?',
  },
  virtual: {
    en: 'Is it attended in person, or streamed or otherwise virtual?',
    fr: 'Y assiste-t-on sur place, ou par diffusion ou autrement à distance ?',
    nl: 'Is men er ter plaatse bij aanwezig, of wordt het gestreamd of op een andere wijze virtueel bijgewoond?',
    sv: 'Deltar man på plats, eller via strömning eller på annat sätt virtuellt?',
    de: 'Nimmt man vor Ort teil oder per Übertragung beziehungsweise sonst virtuell?',
  },
  rateClass: {
    en: 'Does the law of the state of supply tax it at the standard rate, at a reduced one, or exempt it?',
    fr: 'La loi de l’État du lieu de prestation prévoit-elle le taux normal, un taux réduit ou une exonération ?',
    nl: 'Geldt volgens de wet van de staat van de dienst het normale tarief, een verlaagd tarief of een vrijstelling?',
    sv: 'Gäller enligt lagen i staten där tjänsten tillhandahålls normal skattesats, nedsatt skattesats eller undantag?',
    de: 'Gilt nach dem Recht des Leistungsortes der Regelsatz, ein ermäßigter Satz oder eine Befreiung?',
  },
};

/** What stands against a decision. */
export const details = {
  'vat-facts-missing': {
    en: 'VAT depends on what nobody has said yet: {fields}.',
    fr: 'La TVA dépend de ce que personne n’a encore indiqué : {fields}.',
    nl: 'De btw hangt af van wat nog niemand heeft gezegd: {fields}.',
    sv: 'Momsen beror på det som ingen har angett ännu: {fields}.',
    de: 'Die Umsatzsteuer hängt von Angaben ab, die noch fehlen: {fields}.',
  },
  'no-such-country': {
    en: '“{country}” is no country of ISO 3166-1.',
    fr: '« {country} » n’est pas un pays d’ISO 3166-1.',
    nl: '“{country}” is geen land van ISO 3166-1.',
    sv: '”{country}” är inget land enligt ISO 3166-1.',
    de: '„{country}“ ist kein Land nach ISO 3166-1.',
  },
  'supplier-outside-union': {
    en: 'The supplier is established in {country}, outside the VAT territory of the Union.',
    fr: 'Le prestataire est établi dans le pays {country}, hors du territoire de TVA de l’Union.',
    nl: 'De dienstverrichter is gevestigd in {country}, buiten het btw-gebied van de Unie.',
    sv: 'Tillhandahållaren är etablerad i {country}, utanför unionens momsområde.',
    de: 'Der Leistende ist in {country} ansässig, außerhalb des Mehrwertsteuergebiets der Union.',
  },
  'no-vat-rate': {
    en: 'No VAT rate “{rateClass}” of {country} is known on {on}.',
    fr: 'Aucun taux de TVA « {rateClass} » du pays {country} n’est connu au {on}.',
    nl: 'Er is geen btw-tarief “{rateClass}” van {country} bekend op {on}.',
    sv: 'Ingen momssats ”{rateClass}” för {country} är känd den {on}.',
    de: 'Zum {on} ist kein Steuersatz „{rateClass}“ von {country} bekannt.',
  },
  'vat-rule-not-known-then': {
    en: 'The rule is known from {from}; it is asked for on {on}.',
    fr: 'La règle est connue à partir du {from} ; elle est demandée au {on}.',
    nl: 'De regel is bekend vanaf {from}; ze wordt gevraagd op {on}.',
    sv: 'Regeln är känd från och med {from}; den efterfrågas den {on}.',
    de: 'Die Regel ist ab {from} bekannt; gefragt ist der {on}.',
  },
  'no-mention-in-language': {
    en: 'The mention that the invoice needs is not known in the language “{language}”.',
    fr: 'La mention requise sur la facture n’est pas connue dans la langue « {language} ».',
    nl: 'De vermelding die de factuur nodig heeft, is niet bekend in de taal “{language}”.',
    sv: 'Uppgiften som fakturan kräver är inte känd på språket ”{language}”.',
    de: 'Die nötige Angabe der Rechnung ist in der Sprache „{language}“ nicht bekannt.',
  },
} satisfies Readonly<Record<string, Words>>;

/** What to do about it. */
export const remedies: Readonly<Record<keyof typeof details, Words>> = {
  'vat-facts-missing': {
    en: 'Ask whom the list names and record the answers.',
    fr: 'Demandez aux personnes indiquées dans la liste et enregistrez les réponses.',
    nl: 'Vraag het aan wie de lijst noemt en leg de antwoorden vast.',
    sv: 'Fråga dem som listan nämner och spara svaren.',
    de: 'Fragen Sie die in der Liste Genannten und erfassen Sie die Antworten.',
  },
  'no-such-country': {
    en: 'Write the two-letter code of the country, such as BE; Greece is GR and the United Kingdom GB.',
    fr: 'Écrivez le code à deux lettres du pays, tel que BE ; la Grèce est GR et le Royaume-Uni GB.',
    nl: 'Schrijf de tweeletterige landcode, zoals BE; Griekenland is GR en het Verenigd Koninkrijk GB.',
    sv: 'Skriv landets kod med två bokstäver, som BE; Grekland är GR och Storbritannien GB.',
    de: 'Schreiben Sie den zweistelligen Ländercode wie BE; Griechenland ist GR, das Vereinigte Königreich GB.',
  },
  'supplier-outside-union': {
    en: 'Invoice by the law of that country; these rules are those of suppliers in the Union.',
    fr: 'Facturez selon le droit de ce pays ; ces règles sont celles des prestataires de l’Union.',
    nl: 'Factureer volgens het recht van dat land; deze regels gelden voor dienstverrichters in de Unie.',
    sv: 'Fakturera enligt det landets lag; reglerna här gäller dem som är etablerade i unionen.',
    de: 'Rechnen Sie nach dem Recht dieses Landes ab; diese Regeln gelten für Leistende in der Union.',
  },
  'no-vat-rate': {
    en: 'Choose a class that the law of {country} has, or install a release in which the rate is recorded with its source.',
    fr: 'Choisissez une catégorie que connaît la loi du pays {country}, ou installez une version où le taux figure avec sa source.',
    nl: 'Kies een categorie die de wet van {country} kent, of installeer een versie waarin het tarief met zijn bron staat.',
    sv: 'Välj en klass som lagen i {country} har, eller installera en version där satsen finns med sin källa.',
    de: 'Wählen Sie eine Klasse, die das Recht von {country} kennt, oder installieren Sie eine Version, die den Satz mit Quelle enthält.',
  },
  'vat-rule-not-known-then': {
    en: 'Check the day; for an earlier one have the invoice decided by a person who knows the law of that time.',
    fr: 'Vérifiez la date ; pour une date antérieure, faites trancher par une personne qui connaît le droit d’alors.',
    nl: 'Controleer de dag; laat een vroegere beslissen door iemand die het recht van toen kent.',
    sv: 'Kontrollera dagen; låt någon som kan den tidens lag avgöra en tidigare dag.',
    de: 'Prüfen Sie den Tag; einen früheren lassen Sie von jemandem entscheiden, der das damalige Recht kennt.',
  },
  'no-mention-in-language': {
    en: 'Invoice in one of the languages {known}.',
    fr: 'Facturez dans l’une des langues {known}.',
    nl: 'Factureer in een van de talen {known}.',
    sv: 'Fakturera på något av språken {known}.',
    de: 'Stellen Sie die Rechnung in einer der Sprachen {known} aus.',
  },
};
