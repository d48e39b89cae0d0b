import { type Language, type RuleRefusal, type Words, countryOf } from '@passerelle/rules';

/** Why the law says no, and what to do about it, for a person at a screen. */
export interface RefusalWords {
  readonly detail: Words;
  readonly remedy: Words;
}

/** A refusal's own two sentences, which are English. */
interface Refused {
  readonly detail: string;
  readonly remedy: string;
}

/** What the other languages say in their place. */
export interface Translated {
  readonly detail: Omit<Words, 'en'>;
  readonly remedy: Omit<Words, 'en'>;
}

type About = Pick<RuleRefusal, 'rule' | 'date' | 'field' | 'missing'>;

/**
 * What the law's refusals say in the other languages: true for each case of a kind, while the English sentence of the
 * rule is about the one case.
 */
export const lawSays: { readonly [K in RuleRefusal['kind']]: (about: About) => Translated } = {
  'no-rule-on-date': ({ rule, date }) => ({
    detail: {
      fr: `Ce programme ne connaît aucune valeur de « ${rule} » pour le ${date}.`,
      nl: `Dit programma kent geen waarde van "${rule}" voor ${date}.`,
      sv: `Programmet känner inte till något värde för ”${rule}” den ${date}.`,
      de: `Dieses Programm kennt keinen Wert von „${rule}“ für den ${date}.`,
    },
    remedy: {
      fr: 'Choisissez un jour dont la loi est connue, ou faites ajouter la valeur avec sa source.',
      nl: 'Kies een dag waarvan de wet bekend is, of laat de waarde met haar bron toevoegen.',
      sv: 'Välj en dag för vilken lagen är känd, eller låt lägga till värdet med dess källa.',
      de: 'Wählen Sie einen Tag, dessen Recht bekannt ist, oder lassen Sie den Wert mit seiner Quelle ergänzen.',
    },
  }),
  'impossible-facts': (about) => {
    const { fr, nl, sv, de } = fieldIn(about);
    return {
      detail: {
        fr: `« ${fr} » : cette indication manque, ne convient pas ou en contredit une autre.`,
        nl: `"${nl}": dit gegeven ontbreekt, past niet of spreekt een ander tegen.`,
        sv: `”${sv}”: uppgiften saknas, passar inte eller motsäger en annan.`,
        de: `„${de}“: Diese Angabe fehlt, passt nicht oder widerspricht einer anderen.`,
      },
      remedy: {
        fr: 'Vérifiez-la, puis corrigez ou complétez.',
        nl: 'Kijk het na, en verbeter het of vul het aan.',
        sv: 'Kontrollera den och rätta eller komplettera.',
        de: 'Prüfen Sie sie, und berichtigen oder ergänzen Sie.',
      },
    };
  },
  'below-minimum': ({ field, missing }) => ({
    detail: {
      fr: 'Le salaire brut est inférieur au minimum légal pour ces jours.',
      nl: 'Het brutoloon is lager dan het wettelijke minimum voor deze dagen.',
      sv: 'Bruttolönen är lägre än den lagstadgade miniminivån för de här dagarna.',
      de: 'Der Bruttolohn liegt unter dem gesetzlichen Minimum für diese Tage.',
    },
    remedy:
      field === 'gross'
        ? {
            fr: `Augmentez le brut${missing ? ` de ${missing}` : ''}, ou convenez de moins de jours.`,
            nl: `Verhoog het bruto${missing ? ` met ${missing}` : ''}, of spreek minder dagen af.`,
            sv: `Höj bruttolönen${missing ? ` med ${missing}` : ''}, eller kom överens om färre dagar.`,
            de: `Erhöhen Sie den Bruttolohn${missing ? ` um ${missing}` : ''}, oder vereinbaren Sie weniger Tage.`,
          }
        : {
            fr: `Augmentez le coût employeur${missing ? ` de ${missing}` : ''}, ou convenez de moins de jours.`,
            nl: `Verhoog de loonkost${missing ? ` met ${missing}` : ''}, of spreek minder dagen af.`,
            sv: `Höj lönekostnaden${missing ? ` med ${missing}` : ''}, eller kom överens om färre dagar.`,
            de: `Erhöhen Sie die Arbeitgeberkosten${missing ? ` um ${missing}` : ''}, oder vereinbaren Sie weniger Tage.`,
          },
  }),
  'cost-too-small': ({ missing }) => ({
    detail: {
      fr: 'Aucun salaire brut supérieur à zéro ne tient dans ce coût employeur.',
      nl: 'Geen brutoloon boven nul past in deze loonkost.',
      sv: 'Ingen bruttolön över noll ryms i den här lönekostnaden.',
      de: 'Kein Bruttolohn über null passt in diese Arbeitgeberkosten.',
    },
    remedy: {
      fr: `Augmentez le prix${missing ? ` d’au moins ${missing}` : ''}, ou réduisez les frais.`,
      nl: `Verhoog de prijs${missing ? ` met minstens ${missing}` : ''}, of verlaag de onkosten.`,
      sv: `Höj priset${missing ? ` med minst ${missing}` : ''}, eller sänk utläggen.`,
      de: `Erhöhen Sie den Preis${missing ? ` um mindestens ${missing}` : ''}, oder senken Sie die Auslagen.`,
    },
  }),
  'not-covered': (about) => {
    const { fr, nl, sv, de } = fieldIn(about);
    return {
      detail: {
        fr: `« ${fr} » : les règles de ce programme ne couvrent pas encore ce cas.`,
        nl: `"${nl}": de regels van dit programma dekken dit geval nog niet.`,
        sv: `”${sv}”: programmets regler täcker ännu inte det här fallet.`,
        de: `„${de}“: Die Regeln dieses Programms decken diesen Fall noch nicht ab.`,
      },
      remedy: {
        fr: 'Vérifiez cette indication ; si elle est juste, faites établir cette fiche de paie en dehors de ce programme.',
        nl: 'Kijk dit gegeven na; klopt het, laat deze loonfiche dan buiten dit programma maken.',
        sv: 'Kontrollera uppgiften; stämmer den, låt lönespecifikationen göras utanför programmet.',
        de: 'Prüfen Sie diese Angabe; stimmt sie, lassen Sie diese Lohnabrechnung außerhalb dieses Programms erstellen.',
      },
    };
  },
};

/** What a refusal asks about, where it is no fact of a country's law. */
const otherFields: Readonly<Record<string, Words>> = {
  first: { en: 'First day', fr: 'Premier jour', nl: 'Eerste dag', sv: 'Första dagen', de: 'Erster Tag' },
  last: { en: 'Last day', fr: 'Dernier jour', nl: 'Laatste dag', sv: 'Sista dagen', de: 'Letzter Tag' },
  days: { en: 'Days of work', fr: 'Jours de travail', nl: 'Werkdagen', sv: 'Arbetsdagar', de: 'Arbeitstage' },
  paidOn: { en: 'Day of payment', fr: 'Jour du paiement', nl: 'Betaaldag', sv: 'Betalningsdag', de: 'Zahltag' },
  gross: { en: 'Gross pay', fr: 'Salaire brut', nl: 'Brutoloon', sv: 'Bruttolön', de: 'Bruttolohn' },
  net: { en: 'Net pay', fr: 'Salaire net', nl: 'Nettoloon', sv: 'Nettolön', de: 'Nettolohn' },
  cost: { en: 'Employer cost', fr: 'Coût employeur', nl: 'Loonkost', sv: 'Lönekostnad', de: 'Arbeitgeberkosten' },
  pay: { en: 'Pay', fr: 'Salaire', nl: 'Loon', sv: 'Lön', de: 'Lohn' },
  yearToDate: {
    en: 'Sums of the year so far',
    fr: 'Totaux de l’année jusqu’ici',
    nl: 'Totalen van het jaar tot nu toe',
    sv: 'Årets summor hittills',
    de: 'Summen des Jahres bisher',
  },
};

/** The field of a refusal as people know it; a name that nobody knows is given back as it came. */
function fieldIn({ rule, field = '' }: About): Words {
  const [code = ''] = rule.split('.');
  const fact = countryOf(code.toUpperCase())?.facts.find(({ name }) => name === field);
  if (fact) return fact.words;
  return Object.hasOwn(otherFields, field) ? otherFields[field]! : inEach(() => field);
}

/** A refusal in every language: its own sentences in English. */
export const refusalWords = ({ detail, remedy }: Refused, said: Translated): RefusalWords => ({
  detail: { en: detail, ...said.detail },
  remedy: { en: remedy, ...said.remedy },
});

export const ruleRefusalWords = (refusal: RuleRefusal): RefusalWords =>
  refusalWords(refusal, lawSays[refusal.kind](refusal));

/** Both sentences as one text. */
export const asOneText = ({ detail, remedy }: RefusalWords): Words =>
  inEach((language) => `${detail[language]} ${remedy[language]}`);

const inEach = (say: (language: Language) => string): Words => ({
  en: say('en'),
  fr: say('fr'),
  nl: say('nl'),
  sv: say('sv'),
  de: say('de'),
});
