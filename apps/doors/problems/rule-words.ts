import type { Words } from '../language.js';

export interface RuleWords {
  readonly code: string;
  /** `{limit}` and `{values}` are filled in from the rule. */
  readonly words: Words;
}

export const missingField: RuleWords = {
  code: 'required',
  words: {
    en: 'This field is needed.',
    fr: 'Ce champ est nécessaire.',
    nl: 'Dit veld is verplicht.',
    sv: 'Fältet behövs.',
    de: 'Dieses Feld ist ein Pflichtfeld.',
  },
};

const notText = {
  code: 'not-text',
  words: {
    en: 'Write this as a text, in quotation marks.',
    fr: 'Donnez ici un texte, entre guillemets.',
    nl: 'Schrijf dit als tekst, tussen aanhalingstekens.',
    sv: 'Skriv detta som text, inom citattecken.',
    de: 'Schreiben Sie dies als Text, in Anführungszeichen.',
  },
};
const notObject = {
  code: 'not-object',
  words: {
    en: 'An object with named fields is expected here.',
    fr: 'Un objet avec des champs nommés est attendu ici.',
    nl: 'Hier wordt een object met benoemde velden verwacht.',
    sv: 'Här förväntas ett objekt med namngivna fält.',
    de: 'Hier wird ein Objekt mit benannten Feldern erwartet.',
  },
};
const tooShort = {
  code: 'too-short',
  words: {
    en: 'At least {limit} are needed.',
    fr: 'Il en faut au moins {limit}.',
    nl: 'Er zijn er minstens {limit} nodig.',
    sv: 'Minst {limit} behövs.',
    de: 'Mindestens {limit} werden benötigt.',
  },
};
const tooLong = {
  code: 'too-long',
  words: {
    en: 'At most {limit} are allowed.',
    fr: 'Au plus {limit} sont permis.',
    nl: 'Er zijn er hoogstens {limit} toegestaan.',
    sv: 'Högst {limit} är tillåtna.',
    de: 'Höchstens {limit} sind erlaubt.',
  },
};
const notOneOf = {
  code: 'not-one-of',
  words: {
    en: 'Choose one of: {values}.',
    fr: 'Choisissez parmi : {values}.',
    nl: 'Kies uit: {values}.',
    sv: 'Välj något av: {values}.',
    de: 'Wählen Sie aus: {values}.',
  },
};

/**
 * What each rule of a body says when it is broken, from the most basic rule to the finest: of several broken rules of
 * one field the first of this table is told. The keys are class-validator's names of its rules, and our own.
 */
export const ruleWords: Readonly<Record<string, RuleWords>> = {
  whitelistValidation: {
    code: 'unknown-field',
    words: {
      en: 'This field is not known here. Check its spelling or leave it out.',
      fr: 'Ce champ est inconnu ici. Vérifiez son orthographe ou omettez-le.',
      nl: 'Dit veld is hier niet bekend. Controleer de spelling of laat het weg.',
      sv: 'Fältet är okänt här. Kontrollera stavningen eller utelämna det.',
      de: 'Dieses Feld ist hier unbekannt. Prüfen Sie die Schreibweise oder lassen Sie es weg.',
    },
  },
  isDefined: missingField,
  isObject: notObject,
  nestedValidation: notObject,
  isArray: {
    code: 'not-list',
    words: {
      en: 'A list is expected here.',
      fr: 'Une liste est attendue ici.',
      nl: 'Hier wordt een lijst verwacht.',
      sv: 'Här förväntas en lista.',
      de: 'Hier wird eine Liste erwartet.',
    },
  },
  amountIsText: {
    code: 'amount-not-text',
    words: {
      en: 'Write amounts as texts such as "402.48"; numbers lose cents.',
      fr: 'Écrivez les montants comme des textes, par exemple "402.48" ; les nombres perdent des centimes.',
      nl: 'Schrijf bedragen als tekst, bijvoorbeeld "402.48"; getallen verliezen centen.',
      sv: 'Skriv belopp som text, till exempel "402.48"; tal tappar ören.',
      de: 'Schreiben Sie Beträge als Text, etwa "402.48"; Zahlen verlieren Cents.',
    },
  },
  isString: notText,
  isBoolean: {
    code: 'not-true-or-false',
    words: {
      en: 'Only true or false is possible here.',
      fr: 'Seuls true ou false sont possibles ici.',
      nl: 'Hier kan enkel true of false staan.',
      sv: 'Här är bara true eller false möjligt.',
      de: 'Hier ist nur true oder false möglich.',
    },
  },
  isNumber: {
    code: 'not-number',
    words: {
      en: 'A number is expected here.',
      fr: 'Un nombre est attendu ici.',
      nl: 'Hier wordt een getal verwacht.',
      sv: 'Här förväntas ett tal.',
      de: 'Hier wird eine Zahl erwartet.',
    },
  },
  isInt: {
    code: 'not-whole-number',
    words: {
      en: 'A whole number is expected here.',
      fr: 'Un nombre entier est attendu ici.',
      nl: 'Hier wordt een geheel getal verwacht.',
      sv: 'Här förväntas ett heltal.',
      de: 'Hier wird eine ganze Zahl erwartet.',
    },
  },
  isNotEmpty: {
    code: 'empty',
    words: {
      en: 'This field may not be empty.',
      fr: 'Ce champ ne peut être vide.',
      nl: 'Dit veld mag niet leeg zijn.',
      sv: 'Fältet får inte vara tomt.',
      de: 'Dieses Feld darf nicht leer sein.',
    },
  },
  isIn: notOneOf,
  isEnum: notOneOf,
  isCurrency: {
    code: 'unknown-currency',
    words: {
      en: 'Name a currency by its ISO 4217 code, such as EUR or SEK.',
      fr: 'Indiquez la monnaie par son code ISO 4217, par exemple EUR ou SEK.',
      nl: 'Noem de munt met haar ISO 4217-code, bijvoorbeeld EUR of SEK.',
      sv: 'Ange valutan med dess ISO 4217-kod, till exempel EUR eller SEK.',
      de: 'Nennen Sie die Währung mit ihrem ISO-4217-Code, etwa EUR oder SEK.',
    },
  },
  amountIsDecimal: {
    code: 'not-an-amount',
    words: {
      en: 'Write digits, a point and no more decimals than the currency has, such as "1000.00"; no spaces, commas or plus sign.',
      fr: 'Écrivez des chiffres, un point et pas plus de décimales que la monnaie, par exemple "1000.00" ; sans espace, virgule ni signe plus.',
      nl: 'Schrijf cijfers, een punt en niet meer decimalen dan de munt heeft, bijvoorbeeld "1000.00"; zonder spaties, komma’s of plusteken.',
      sv: 'Skriv siffror, en punkt och inte fler decimaler än valutan har, till exempel "1000.00"; inga mellanslag, kommatecken eller plustecken.',
      de: 'Schreiben Sie Ziffern, einen Punkt und nicht mehr Nachkommastellen, als die Währung hat, etwa "1000.00"; ohne Leerzeichen, Komma oder Pluszeichen.',
    },
  },
  amountIsNotNegative: {
    code: 'negative-amount',
    words: {
      en: 'A negative amount is not possible here.',
      fr: 'Un montant négatif n’est pas possible ici.',
      nl: 'Een negatief bedrag is hier niet mogelijk.',
      sv: 'Ett negativt belopp är inte möjligt här.',
      de: 'Ein negativer Betrag ist hier nicht möglich.',
    },
  },
  isDay: {
    code: 'not-a-day',
    words: {
      en: 'Write an existing day as year, month and day, such as "2026-03-24".',
      fr: 'Écrivez un jour existant avec l’année, le mois et le jour, par exemple "2026-03-24".',
      nl: 'Schrijf een bestaande dag als jaar, maand en dag, bijvoorbeeld "2026-03-24".',
      sv: 'Skriv en dag som finns, med år, månad och dag, till exempel "2026-03-24".',
      de: 'Schreiben Sie einen Tag des Kalenders als Jahr, Monat und Tag, etwa "2026-03-24".',
    },
  },
  isMonth: {
    code: 'not-a-month',
    words: {
      en: 'Write a month as year and month, such as "2026-03".',
      fr: 'Écrivez un mois avec l’année et le mois, par exemple "2026-03".',
      nl: 'Schrijf een maand als jaar en maand, bijvoorbeeld "2026-03".',
      sv: 'Skriv en månad med år och månad, till exempel "2026-03".',
      de: 'Schreiben Sie einen Monat als Jahr und Monat, etwa "2026-03".',
    },
  },
  isInstant: {
    code: 'not-an-instant',
    words: {
      en: 'Write an instant in UTC, such as "2026-04-08T08:00:00Z".',
      fr: 'Écrivez un instant en UTC, par exemple "2026-04-08T08:00:00Z".',
      nl: 'Schrijf een tijdstip in UTC, bijvoorbeeld "2026-04-08T08:00:00Z".',
      sv: 'Skriv en tidpunkt i UTC, till exempel "2026-04-08T08:00:00Z".',
      de: 'Schreiben Sie einen Zeitpunkt in UTC, etwa "2026-04-08T08:00:00Z".',
    },
  },
  isCountry: {
    code: 'unknown-country',
    words: {
      en: 'Name a country by its two-letter ISO 3166 code, such as BE or SE.',
      fr: 'Indiquez le pays par son code ISO 3166 à deux lettres, par exemple BE ou SE.',
      nl: 'Noem het land met zijn tweeletterige ISO 3166-code, bijvoorbeeld BE of SE.',
      sv: 'Ange landet med dess ISO 3166-kod på två bokstäver, till exempel BE eller SE.',
      de: 'Nennen Sie das Land mit seinem zweistelligen ISO-3166-Code, etwa BE oder SE.',
    },
  },
  isEmail: {
    code: 'not-an-email',
    words: {
      en: 'Write an e-mail address such as amina@demo.example.',
      fr: 'Écrivez une adresse e-mail telle que amina@demo.example.',
      nl: 'Schrijf een e-mailadres zoals amina@demo.example.',
      sv: 'Skriv en e-postadress som amina@demo.example.',
      de: 'Schreiben Sie eine E-Mail-Adresse wie amina@demo.example.',
    },
  },
  isIban: {
    code: 'not-an-iban',
    words: {
      en: 'Write an account number whose check digits are right, without spaces, such as BE68539007547034. A Bankgiro number is not taken yet: ask for the IBAN of the same account.',
      fr: 'Écrivez un numéro de compte dont les chiffres de contrôle sont justes, sans espaces, tel que BE68539007547034. Un numéro Bankgiro n’est pas encore accepté : demandez l’IBAN du même compte.',
      nl: 'Schrijf een rekeningnummer met juiste controlecijfers, zonder spaties, zoals BE68539007547034. Een Bankgiro-nummer wordt nog niet aanvaard: vraag het IBAN van dezelfde rekening.',
      sv: 'Skriv ett kontonummer med rätt kontrollsiffror, utan mellanslag, som BE68539007547034. Bankgironummer tas inte emot ännu: be om kontots IBAN.',
      de: 'Schreiben Sie eine Kontonummer mit richtigen Prüfziffern, ohne Leerzeichen, wie BE68539007547034. Eine Bankgiro-Nummer wird noch nicht angenommen: Fragen Sie nach der IBAN desselben Kontos.',
    },
  },
  isBic: {
    code: 'not-a-bic',
    words: {
      en: 'Write the bank’s code of 8 or 11 characters, such as GKCCBEBB.',
      fr: 'Écrivez le code de la banque en 8 ou 11 caractères, tel que GKCCBEBB.',
      nl: 'Schrijf de BIC van de bank, 8 of 11 tekens, zoals GKCCBEBB.',
      sv: 'Skriv bankens kod på 8 eller 11 tecken, som GKCCBEBB.',
      de: 'Schreiben Sie den BIC der Bank mit 8 oder 11 Zeichen, etwa GKCCBEBB.',
    },
  },
  isVatNumber: {
    code: 'not-a-vat-number',
    words: {
      en: 'Write a VAT number with its prefix and right check digits, without spaces, such as BE0428759497.',
      fr: 'Écrivez un numéro de TVA avec son préfixe et des chiffres de contrôle justes, sans espaces, tel que BE0428759497.',
      nl: 'Schrijf een btw-nummer met voorvoegsel en juiste controlecijfers, zonder spaties, zoals BE0428759497.',
      sv: 'Skriv ett momsnummer med prefix och rätt kontrollsiffror, utan mellanslag, som BE0428759497.',
      de: 'Schreiben Sie eine USt-IdNr. mit Präfix und richtigen Prüfziffern, ohne Leerzeichen, wie BE0428759497.',
    },
  },
  isPublicId: {
    code: 'not-an-id',
    words: {
      en: 'Write the id as it was given to you, with its prefix, such as mem_019a0000000070008000000000000001.',
      fr: 'Écrivez l’identifiant tel que reçu, avec son préfixe, par exemple mem_019a0000000070008000000000000001.',
      nl: 'Schrijf het kenmerk zoals u het kreeg, met voorvoegsel, zoals mem_019a0000000070008000000000000001.',
      sv: 'Skriv id:t som du fick det, med prefix, till exempel mem_019a0000000070008000000000000001.',
      de: 'Schreiben Sie die Kennung, wie Sie sie erhalten haben, mit Präfix, etwa mem_019a0000000070008000000000000001.',
    },
  },
  isUuid: {
    code: 'not-a-uuid',
    words: {
      en: 'A UUID is expected here.',
      fr: 'Un UUID est attendu ici.',
      nl: 'Hier wordt een UUID verwacht.',
      sv: 'Här förväntas ett UUID.',
      de: 'Hier wird eine UUID erwartet.',
    },
  },
  minLength: tooShort,
  arrayNotEmpty: { ...tooShort, words: missingField.words },
  arrayMinSize: tooShort,
  maxLength: tooLong,
  arrayMaxSize: tooLong,
  min: {
    code: 'too-small',
    words: {
      en: 'The smallest possible value is {limit}.',
      fr: 'La plus petite valeur possible est {limit}.',
      nl: 'De kleinste mogelijke waarde is {limit}.',
      sv: 'Det minsta möjliga värdet är {limit}.',
      de: 'Der kleinste mögliche Wert ist {limit}.',
    },
  },
  max: {
    code: 'too-large',
    words: {
      en: 'The largest possible value is {limit}.',
      fr: 'La plus grande valeur possible est {limit}.',
      nl: 'De grootste mogelijke waarde is {limit}.',
      sv: 'Det största möjliga värdet är {limit}.',
      de: 'Der größte mögliche Wert ist {limit}.',
    },
  },
  matches: {
    code: 'wrong-form',
    words: {
      en: 'This does not have the form that /api/docs shows for the field.',
      fr: 'Ceci n’a pas la forme indiquée pour ce champ sur /api/docs.',
      nl: 'Dit heeft niet de vorm die /api/docs voor het veld toont.',
      sv: 'Detta har inte den form som /api/docs visar för fältet.',
      de: 'Dies hat nicht die Form, die /api/docs für das Feld zeigt.',
    },
  },
};

/** For a rule without words of its own. */
export const anyRule: Words = ruleWords['matches']!.words;
