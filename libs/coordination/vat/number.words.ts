import type { Words } from '../words.js';

/** What is wrong with a VAT number. */
export const details = {
  'vat-number-without-prefix': {
    en: '“{number}” does not begin with the prefix of a member state.',
    fr: '« {number} » ne commence pas par le préfixe d’un État membre.',
    nl: '“{number}” begint niet met het voorvoegsel van een lidstaat.',
    sv: '”{number}” börjar inte med en medlemsstats prefix.',
    de: '„{number}“ beginnt nicht mit dem Präfix eines Mitgliedstaats.',
  },
  'vat-number-for-goods-only': {
    en: '“{number}” is a number of Northern Ireland, which counts for goods only.',
    fr: '« {number} » est un numéro d’Irlande du Nord, valable pour les seuls biens.',
    nl: '“{number}” is een nummer van Noord-Ierland, dat alleen voor goederen geldt.',
    sv: '”{number}” är ett nummer för Nordirland, som bara gäller varor.',
    de: '„{number}“ ist eine Nummer Nordirlands, die nur für Waren gilt.',
  },
  'vat-number-of-wrong-form': {
    en: '“{number}” has not the form of a VAT number of {state:of}.',
    fr: '« {number} » n’a pas la forme d’un numéro de TVA de ce pays : {state:of}.',
    nl: '“{number}” heeft niet de vorm van een btw-nummer van {state:of}.',
    sv: '”{number}” har inte formen av ett momsnummer i {state:of}.',
    de: '„{number}“ hat nicht die Form einer USt-IdNr. ({state:of}).',
  },
  'vat-number-with-wrong-check-digits': {
    en: 'The check digits of “{number}” do not fit its other digits.',
    fr: 'Les chiffres de contrôle de « {number} » ne correspondent pas aux autres.',
    nl: 'De controlecijfers van “{number}” passen niet bij de andere cijfers.',
    sv: 'Kontrollsiffrorna i ”{number}” stämmer inte med de övriga siffrorna.',
    de: 'Die Prüfziffern von „{number}“ passen nicht zu den übrigen Ziffern.',
  },
  'vat-number-of-another-country': {
    en: '“{number}” is a VAT number of {state:of}, not of {state:country}.',
    fr: '« {number} » est un numéro de TVA d’un autre pays : {state:of} au lieu de {state:country}.',
    nl: '“{number}” is een btw-nummer van {state:of}, niet van {state:country}.',
    sv: '”{number}” är ett momsnummer i {state:of}, inte i {state:country}.',
    de: '„{number}“ ist eine USt-IdNr. ({state:of}), nicht ({state:country}).',
  },
} satisfies Readonly<Record<string, Words>>;

const copyAnew: Words = {
  en: 'Copy the number anew from the client’s own papers.',
  fr: 'Recopiez le numéro depuis les documents du client.',
  nl: 'Neem het nummer opnieuw over van de papieren van de klant.',
  sv: 'Skriv av numret på nytt från kundens egna papper.',
  de: 'Übernehmen Sie die Nummer neu aus den Unterlagen des Auftraggebers.',
};

/** What to do about it. */
export const remedies: Readonly<Record<keyof typeof details, Words>> = {
  'vat-number-without-prefix': {
    en: 'Write the number with its prefix, such as BE; Greece writes EL. A client outside the Union has none.',
    fr: 'Écrivez le numéro avec son préfixe, tel que BE ; la Grèce écrit EL. Un client hors de l’Union n’en a pas.',
    nl: 'Schrijf het nummer met zijn voorvoegsel, zoals BE; Griekenland schrijft EL. Een klant buiten de Unie heeft er geen.',
    sv: 'Skriv numret med prefix, som BE; Grekland skriver EL. En kund utanför unionen har inget.',
    de: 'Schreiben Sie die Nummer mit Präfix wie BE; Griechenland schreibt EL. Auftraggeber außerhalb der Union haben keine.',
  },
  'vat-number-for-goods-only': {
    en: 'Leave the number out: for services the United Kingdom is outside the Union.',
    fr: 'Omettez le numéro : pour les services, le Royaume-Uni est hors de l’Union.',
    nl: 'Laat het nummer weg: voor diensten ligt het Verenigd Koninkrijk buiten de Unie.',
    sv: 'Utelämna numret: för tjänster ligger Storbritannien utanför unionen.',
    de: 'Lassen Sie die Nummer weg: Für Leistungen liegt das Vereinigte Königreich außerhalb der Union.',
  },
  'vat-number-of-wrong-form': copyAnew,
  'vat-number-with-wrong-check-digits': copyAnew,
  'vat-number-of-another-country': {
    en: 'Correct the number, or the country in which the client is established.',
    fr: 'Corrigez le numéro ou le pays où le client est établi.',
    nl: 'Verbeter het nummer of het land waar de klant is gevestigd.',
    sv: 'Rätta numret eller landet där kunden är etablerad.',
    de: 'Berichtigen Sie die Nummer oder das Land, in dem der Auftraggeber ansässig ist.',
  },
};
