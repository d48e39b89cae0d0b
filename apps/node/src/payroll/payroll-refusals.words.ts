import { type RefusalWords, type Translated, lawSays, refusalWords } from '../members/rule-refusals.words.js';
import type { PayrollRefusal } from './wage-deal.js';

type About = Omit<PayrollRefusal, 'kind'>;

/** What payroll's refusals say in the other languages: those of the law, and those of the branch around them. */
const payrollSays: { readonly [K in PayrollRefusal['kind']]: (about: About) => Translated } = {
  ...lawSays,
  'impossible-facts': (about) => {
    if (about.rule === 'set-aside') return nothingForWage;
    return about.rule === 'policy.contributionRate' ? everythingShared : lawSays['impossible-facts'](about);
  },
  'no-law': () => ({
    detail: {
      fr: 'Ce programme ne connaît pas le droit des fiches de paie de ce pays.',
      nl: 'Dit programma kent het recht van de loonfiches van dit land niet.',
      sv: 'Programmet känner inte till landets lag om lönespecifikationer.',
      de: 'Dieses Programm kennt das Recht der Lohnabrechnungen dieses Landes nicht.',
    },
    remedy: {
      fr: 'Prenez une version qui connaît ce pays, ou faites établir la fiche de paie ailleurs.',
      nl: 'Gebruik een versie met dat land, of laat de loonfiche elders maken.',
      sv: 'Använd en version med det landet, eller låt lönespecifikationen göras någon annanstans.',
      de: 'Nehmen Sie eine Version mit diesem Land, oder lassen Sie die Lohnabrechnung anderswo erstellen.',
    },
  }),
  'no-policy-on-date': ({ rule, date }) => {
    const { fr, nl, sv, de } = policies[rule] ?? { fr: rule, nl: rule, sv: rule, de: rule };
    return {
      detail: {
        fr: `Pour « ${fr} », les membres de cette coopérative n’ont rien décidé qui vaille le ${date}.`,
        nl: `Voor "${nl}" hebben de leden van deze coöperatie niets beslist dat geldt op ${date}.`,
        sv: `För ”${sv}” har kooperativets medlemmar inte beslutat något som gäller den ${date}.`,
        de: `Für „${de}“ haben die Mitglieder dieser Genossenschaft nichts beschlossen, was am ${date} gilt.`,
      },
      remedy: {
        fr: 'Enregistrez leur décision dans les règles internes de l’entité juridique.',
        nl: 'Leg hun beslissing vast bij het beleid van de rechtspersoon.',
        sv: 'Skriv in deras beslut bland den juridiska personens policyer.',
        de: 'Tragen Sie ihren Beschluss bei den Regelungen des Rechtsträgers ein.',
      },
    };
  },
  'another-currency': () => ({
    detail: {
      fr: 'Le prix n’est pas dans la monnaie dans laquelle les salaires y sont payés.',
      nl: 'De prijs staat niet in de munt waarin de lonen daar betaald worden.',
      sv: 'Priset är inte i den valuta som lönerna betalas i där.',
      de: 'Der Preis ist nicht in der Währung, in der dort Löhne gezahlt werden.',
    },
    remedy: {
      fr: 'Convenez d’un prix dans la monnaie des salaires.',
      nl: 'Spreek een prijs af in de munt van de lonen.',
      sv: 'Kom överens om ett pris i lönernas valuta.',
      de: 'Vereinbaren Sie einen Preis in der Währung der Löhne.',
    },
  }),
  'nothing-to-pay': () => ({
    detail: {
      fr: 'Il ne resterait aucun salaire net à payer.',
      nl: 'Er zou geen nettoloon overblijven om te betalen.',
      sv: 'Ingen nettolön skulle bli kvar att betala.',
      de: 'Es bliebe kein Nettolohn übrig, der zu zahlen wäre.',
    },
    remedy: {
      fr: 'Augmentez le prix, ou regardez ce qui est retenu à ce membre.',
      nl: 'Verhoog de prijs, of bekijk wat bij dit lid wordt ingehouden.',
      sv: 'Höj priset, eller se efter vad som dras av för medlemmen.',
      de: 'Erhöhen Sie den Preis, oder sehen Sie nach, was diesem Mitglied einbehalten wird.',
    },
  }),
  'paid-before': () => ({
    detail: {
      fr: 'Un partenaire a rendu ce travail après que ce nœud a été restauré d’une sauvegarde ; son salaire a peut-être déjà été payé.',
      nl: 'Een partner gaf dit werk terug nadat dit knooppunt van een back-up was hersteld; het loon is misschien al betaald.',
      sv: 'En partner gav tillbaka arbetet efter att noden återställts från en säkerhetskopia; lönen kan redan vara betald.',
      de: 'Ein Partner gab diese Arbeit zurück, nachdem dieser Knoten aus einer Sicherung wiederhergestellt wurde; der Lohn ist vielleicht schon bezahlt.',
    },
    remedy: {
      fr: 'Cherchez-le sur les relevés bancaires depuis la sauvegarde. Ne réessayez que s’il n’a pas été payé : cela l’établit et le paie.',
      nl: 'Zoek het op de bankafschriften sinds de back-up. Alleen als het niet betaald is, probeer opnieuw: dat maakt en betaalt het.',
      sv: 'Sök den på kontoutdragen sedan säkerhetskopian. Försök igen bara om den inte är betald: då beräknas och betalas den.',
      de: 'Suchen Sie ihn auf den Kontoauszügen seit der Sicherung. Nur wenn er nicht bezahlt wurde, versuchen Sie es erneut: Das erstellt und zahlt ihn.',
    },
  }),
  'drawn-on': () => ({
    detail: {
      fr: 'Des salaires mensuels ont été payés avec ce travail, et ce qu’il rapporte ne peut pas être gardé pour eux en l’état.',
      nl: 'Van dit werk zijn maandlonen betaald, en wat het opbrengt kan er zo niet voor bewaard worden.',
      sv: 'Månadslöner har betalats av det här arbetet, och det som arbetet ger kan inte reserveras för dem som det nu är.',
      de: 'Aus dieser Arbeit wurden Monatslöhne gezahlt, und was sie einbringt, kann so nicht für sie behalten werden.',
    },
    remedy: {
      fr: 'Décidez d’un taux de contribution pour son dernier jour, ou reprenez un montant mis de côté qui dépasse son prix ; puis réessayez.',
      nl: 'Leg een bijdragepercentage vast voor de laatste dag van het werk, of neem terug wat boven de prijs opzijgezet is; probeer dan opnieuw.',
      sv: 'Besluta en avgiftssats för dess sista dag, eller ta tillbaka en avsättning som är större än priset; försök sedan igen.',
      de: 'Beschließen Sie einen Beitragssatz für den letzten Tag der Arbeit, oder nehmen Sie zurück, was über ihren Preis hinaus zurückgelegt ist; dann versuchen Sie es erneut.',
    },
  }),
  'not-carried': ({ missing }) => ({
    detail: {
      fr: `Le travail jusque-là et ce qui est disponible au budget ne couvrent pas le salaire de ce mois, ni un salaire plus bas que la loi permet pour un mois entier${missing ? ` : il manque ${missing}` : ''}.`,
      nl: `Het werk tot dan en wat vrij is in het budget dragen het loon van deze maand niet, en ook geen lager loon dat de wet voor een hele maand toelaat${missing ? `: er ontbreekt ${missing}` : ''}.`,
      sv: `Arbetet dittills och det som är tillgängligt i budgeten räcker inte till månadens lön, och inte heller till en lägre lön som lagen tillåter för en hel månad${missing ? `: ${missing} saknas` : ''}.`,
      de: `Die Arbeit bis dahin und was im Budget frei ist, tragen den Lohn dieses Monats nicht, und auch keinen niedrigeren, den das Recht für einen ganzen Monat erlaubt${missing ? `: Es fehlen ${missing}` : ''}.`,
    },
    remedy: {
      fr: 'Faites déclarer et confirmer le travail fait ; un nouvel essai a lieu chaque jour.',
      nl: 'Laat het gedane werk melden en bevestigen; elke dag wordt het opnieuw geprobeerd.',
      sv: 'Låt det utförda arbetet rapporteras och bekräftas; ett nytt försök görs varje dag.',
      de: 'Lassen Sie die getane Arbeit melden und bestätigen; es wird jeden Tag erneut versucht.',
    },
  }),
};

const nothingForWage: Translated = {
  detail: {
    fr: 'On met de côté plus que la contribution ne laisse du revenu.',
    nl: 'Er is meer opzijgezet dan de bijdrage van de opbrengst overlaat.',
    sv: 'Mer är avsatt än avgiften lämnar kvar av inkomsten.',
    de: 'Es ist mehr zurückgelegt, als der Beitrag von der Einnahme übrig lässt.',
  },
  remedy: {
    fr: 'Mettez moins de côté pour des frais.',
    nl: 'Zet minder opzij voor onkosten.',
    sv: 'Avsätt mindre för utlägg.',
    de: 'Legen Sie weniger für Auslagen zurück.',
  },
};

const everythingShared: Translated = {
  detail: {
    fr: 'La part de la coopérative d’accueil et la contribution ne laissent rien d’un prix pour ce salaire net.',
    nl: 'Het aandeel van de gastcoöperatie en de bijdrage laten van geen prijs iets over voor dit nettoloon.',
    sv: 'Värdkooperativets andel och avgiften lämnar inget av ett pris till den här nettolönen.',
    de: 'Der Anteil der Gastgenossenschaft und der Beitrag lassen von keinem Preis etwas für diesen Nettolohn übrig.',
  },
  remedy: {
    fr: 'Convenez d’une part plus petite pour la coopérative d’accueil.',
    nl: 'Spreek een kleiner aandeel van de gastcoöperatie af.',
    sv: 'Kom överens om en mindre andel för värdkooperativet.',
    de: 'Vereinbaren Sie einen kleineren Anteil der Gastgenossenschaft.',
  },
};

/** The decisions without which there is no wage, as the pages name them. */
const policies: Readonly<Record<string, Translated['detail']>> = {
  'policy.contributionRate': {
    fr: 'Contribution mutualisée',
    nl: 'Bijdrage aan de coöperatie',
    sv: 'Avgift till kooperativet',
    de: 'Beitrag an die Genossenschaft',
  },
  'policy.payWorkingDays': { fr: 'Jour de paie', nl: 'Betaaldag', sv: 'Lönedag', de: 'Zahltag' },
};

export const payrollRefusalWords = (refusal: PayrollRefusal): RefusalWords =>
  refusalWords(refusal, payrollSays[refusal.kind](refusal));
