import type { CoordinationRefusal } from './refusal.js';
import { type Words, reason } from './words.js';

type Kind = CoordinationRefusal['kind'];

/** A refusal of a kind with its two sentences; `params` are what the sentences of the kind name. */
export const impossible = (
  kind: Kind,
  field: string,
  rule: string,
  params: Readonly<Record<string, string>> = {},
): CoordinationRefusal => ({
  kind,
  field,
  rule,
  detail: reason(kind, sentences[kind].detail, { field, ...params }),
  remedy: reason(`${kind}.remedy`, sentences[kind].remedy, { field, ...params }),
});

const sentences: Readonly<Record<Kind, { readonly detail: Words; readonly remedy: Words }>> = {
  unreadable: {
    detail: {
      en: 'The field {field} cannot be read: {value}.',
      fr: 'Le champ {field} est illisible : {value}.',
      nl: 'Het veld {field} is onleesbaar: {value}.',
      sv: 'Fältet {field} går inte att läsa: {value}.',
      de: 'Das Feld {field} ist nicht lesbar: {value}.',
    },
    remedy: {
      en: 'Write a day as 2026-03-24, a share or a number of months as 0.35, a yes or no as true or false.',
      fr: 'Écrivez un jour sous la forme 2026-03-24, une part ou un nombre de mois sous la forme 0.35, un oui ou un non par true ou false.',
      nl: 'Schrijf een dag als 2026-03-24, een aandeel of een aantal maanden als 0.35, ja of nee als true of false.',
      sv: 'Skriv en dag som 2026-03-24, en andel eller ett antal månader som 0.35, ja eller nej som true eller false.',
      de: 'Schreiben Sie einen Tag als 2026-03-24, einen Anteil oder eine Zahl von Monaten als 0.35, ja oder nein als true oder false.',
    },
  },
  'unknown-country': {
    detail: {
      en: '{field}: {value} is not a country code.',
      fr: '{field} : {value} n’est pas un code de pays.',
      nl: '{field}: {value} is geen landcode.',
      sv: '{field}: {value} är ingen landskod.',
      de: '{field}: {value} ist kein Ländercode.',
    },
    remedy: {
      en: 'Use the two letters of ISO 3166, such as BE; Greece is GR, the United Kingdom GB.',
      fr: 'Employez les deux lettres ISO 3166, par exemple BE ; la Grèce est GR, le Royaume-Uni GB.',
      nl: 'Gebruik de twee letters van ISO 3166, zoals BE; Griekenland is GR, het Verenigd Koninkrijk GB.',
      sv: 'Använd de två bokstäverna i ISO 3166, till exempel BE; Grekland är GR, Storbritannien GB.',
      de: 'Verwenden Sie die zwei Buchstaben nach ISO 3166, etwa BE; Griechenland ist GR, das Vereinigte Königreich GB.',
    },
  },
  'outside-area': {
    detail: {
      en: '{field}: {state:state} takes no part in the coordination of social security.',
      fr: '{field} : {state:state} ne participe pas à la coordination de la sécurité sociale.',
      nl: '{field}: {state:state} neemt niet deel aan de coördinatie van de sociale zekerheid.',
      sv: '{field}: {state:state} deltar inte i samordningen av de sociala trygghetssystemen.',
      de: '{field}: {state:state} nimmt an der Koordinierung der sozialen Sicherheit nicht teil.',
    },
    remedy: {
      en: 'Name a state of the European Union, of the EEA, Switzerland or the United Kingdom, or leave the field out.',
      fr: 'Indiquez un État de l’Union européenne ou de l’EEE, la Suisse ou le Royaume-Uni, ou laissez le champ vide.',
      nl: 'Noem een staat van de Europese Unie of de EER, Zwitserland of het Verenigd Koninkrijk, of laat het veld weg.',
      sv: 'Ange en stat i Europeiska unionen eller EES, Schweiz eller Storbritannien, eller utelämna fältet.',
      de: 'Nennen Sie einen Staat der Europäischen Union oder des EWR, die Schweiz oder das Vereinigte Königreich, oder lassen Sie das Feld weg.',
    },
  },
  'dates-reversed': {
    detail: {
      en: '{field}: the last day {last} is before the first day {first}.',
      fr: '{field} : le dernier jour {last} précède le premier jour {first}.',
      nl: '{field}: de laatste dag {last} ligt voor de eerste dag {first}.',
      sv: '{field}: sista dagen {last} ligger före första dagen {first}.',
      de: '{field}: Der letzte Tag {last} liegt vor dem ersten Tag {first}.',
    },
    remedy: {
      en: 'Exchange the two days, or correct one of them.',
      fr: 'Échangez les deux jours ou corrigez l’un d’eux.',
      nl: 'Verwissel de twee dagen of verbeter er een.',
      sv: 'Byt plats på dagarna eller rätta en av dem.',
      de: 'Vertauschen Sie die beiden Tage oder berichtigen Sie einen.',
    },
  },
  'share-out-of-range': {
    detail: {
      en: '{field}: the share {value} is not between 0 and 1.',
      fr: '{field} : la part {value} n’est pas comprise entre 0 et 1.',
      nl: '{field}: het aandeel {value} ligt niet tussen 0 en 1.',
      sv: '{field}: andelen {value} ligger inte mellan 0 och 1.',
      de: '{field}: Der Anteil {value} liegt nicht zwischen 0 und 1.',
    },
    remedy: {
      en: 'Write a part of the whole: a quarter is 0.25.',
      fr: 'Écrivez une part du tout : un quart est 0.25.',
      nl: 'Schrijf een deel van het geheel: een kwart is 0.25.',
      sv: 'Skriv en del av helheten: en fjärdedel är 0.25.',
      de: 'Schreiben Sie einen Teil des Ganzen: Ein Viertel ist 0.25.',
    },
  },
  'shares-not-one': {
    detail: {
      en: '{field}: the shares make {value} and not the whole, 1.',
      fr: '{field} : les parts font {value} et non le tout, 1.',
      nl: '{field}: de aandelen zijn samen {value} en niet het geheel, 1.',
      sv: '{field}: andelarna blir {value} och inte helheten, 1.',
      de: '{field}: Die Anteile ergeben {value} und nicht das Ganze, 1.',
    },
    remedy: {
      en: 'List all work of the next twelve months, third countries included, so that the shares make 1.',
      fr: 'Indiquez tout le travail des douze mois à venir, pays tiers compris, pour que les parts fassent 1.',
      nl: 'Vermeld al het werk van de komende twaalf maanden, ook in derde landen, zodat de aandelen samen 1 zijn.',
      sv: 'Ange allt arbete under de kommande tolv månaderna, även i tredje land, så att andelarna blir 1.',
      de: 'Nennen Sie alle Arbeit der nächsten zwölf Monate, auch in Drittstaaten, sodass die Anteile 1 ergeben.',
    },
  },
  'overlapping-missions': {
    detail: {
      en: 'Two missions of one person lie on the same days, from {first} to {last}.',
      fr: 'Deux missions d’une même personne tombent les mêmes jours, du {first} au {last}.',
      nl: 'Twee opdrachten van één persoon vallen op dezelfde dagen, van {first} tot {last}.',
      sv: 'Två uppdrag för samma person ligger på samma dagar, från {first} till {last}.',
      de: 'Zwei Aufträge einer Person liegen auf denselben Tagen, vom {first} bis {last}.',
    },
    remedy: {
      en: 'Move one of the missions, or shorten it.',
      fr: 'Déplacez l’une des missions ou raccourcissez-la.',
      nl: 'Verplaats een van de opdrachten of maak ze korter.',
      sv: 'Flytta ett av uppdragen eller gör det kortare.',
      de: 'Verschieben Sie einen der Aufträge oder kürzen Sie ihn.',
    },
  },
  'unknown-employer': {
    detail: {
      en: '{field}: no employer is described under the name {value}.',
      fr: '{field} : aucun employeur n’est décrit sous le nom {value}.',
      nl: '{field}: er is geen werkgever beschreven onder de naam {value}.',
      sv: '{field}: ingen arbetsgivare är beskriven under namnet {value}.',
      de: '{field}: Unter dem Namen {value} ist kein Arbeitgeber beschrieben.',
    },
    remedy: {
      en: 'Add the employer with its seat to the list of employers, or correct the name.',
      fr: 'Ajoutez l’employeur et son siège à la liste des employeurs, ou corrigez le nom.',
      nl: 'Voeg de werkgever met zijn zetel toe aan de lijst van werkgevers, of verbeter de naam.',
      sv: 'Lägg till arbetsgivaren med dess säte i listan över arbetsgivare, eller rätta namnet.',
      de: 'Nehmen Sie den Arbeitgeber mit seinem Sitz in die Liste der Arbeitgeber auf, oder berichtigen Sie den Namen.',
    },
  },
  'circle-of-employers': {
    detail: {
      en: '{field}: the effective employers point at each other, at {value} again.',
      fr: '{field} : les employeurs effectifs se renvoient l’un à l’autre, de nouveau à {value}.',
      nl: '{field}: de feitelijke werkgevers verwijzen naar elkaar, opnieuw naar {value}.',
      sv: '{field}: de verkliga arbetsgivarna pekar på varandra, åter på {value}.',
      de: '{field}: Die tatsächlichen Arbeitgeber verweisen aufeinander, erneut auf {value}.',
    },
    remedy: {
      en: 'Say which undertaking has the real authority, bears the wage and can dismiss.',
      fr: 'Dites quelle entreprise exerce l’autorité réelle, supporte le salaire et peut licencier.',
      nl: 'Zeg welke onderneming het werkelijke gezag heeft, het loon draagt en kan ontslaan.',
      sv: 'Ange vilket företag som har den verkliga ledningen, bär lönen och kan säga upp.',
      de: 'Geben Sie an, welches Unternehmen die tatsächliche Weisungsmacht hat, den Lohn trägt und kündigen kann.',
    },
  },
  'named-twice': {
    detail: {
      en: '{field}: two employers have the name {value}.',
      fr: '{field} : deux employeurs portent le nom {value}.',
      nl: '{field}: twee werkgevers hebben de naam {value}.',
      sv: '{field}: två arbetsgivare har namnet {value}.',
      de: '{field}: Zwei Arbeitgeber tragen den Namen {value}.',
    },
    remedy: {
      en: 'Give each employer a name of its own.',
      fr: 'Donnez à chaque employeur un nom distinct.',
      nl: 'Geef elke werkgever een eigen naam.',
      sv: 'Ge varje arbetsgivare ett eget namn.',
      de: 'Geben Sie jedem Arbeitgeber einen eigenen Namen.',
    },
  },
  'no-rule-on-date': {
    detail: {
      en: '{field}: no rule is known for {value}.',
      fr: '{field} : aucune règle n’est connue pour {value}.',
      nl: '{field}: er is geen regel bekend voor {value}.',
      sv: '{field}: ingen regel är känd för {value}.',
      de: '{field}: Für {value} ist keine Regel bekannt.',
    },
    remedy: {
      en: 'Ask for a day from 2010-05-01 on, or ask an adviser about the earlier law.',
      fr: 'Demandez un jour à partir du 2010-05-01, ou consultez un conseiller pour le droit antérieur.',
      nl: 'Vraag een dag vanaf 2010-05-01 op, of vraag een adviseur naar het eerdere recht.',
      sv: 'Fråga om en dag från och med 2010-05-01, eller fråga en rådgivare om äldre rätt.',
      de: 'Fragen Sie nach einem Tag ab dem 2010-05-01, oder fragen Sie zum früheren Recht die Beratung.',
    },
  },
  'not-allowed': {
    detail: {
      en: '{field}: {value} cannot follow {from}.',
      fr: '{field} : {value} ne peut pas suivre {from}.',
      nl: '{field}: {value} kan niet volgen op {from}.',
      sv: '{field}: {value} kan inte följa på {from}.',
      de: '{field}: {value} kann nicht auf {from} folgen.',
    },
    remedy: {
      en: 'Allowed from here: {allowed}.',
      fr: 'Autorisé à partir d’ici : {allowed}.',
      nl: 'Vanaf hier toegestaan: {allowed}.',
      sv: 'Tillåtet härifrån: {allowed}.',
      de: 'Von hier aus erlaubt: {allowed}.',
    },
  },
};
