import type { Language } from '@passerelle/rules';

/** Groups of lines in the order of the page. */
export const payslipGroups = ['earned', 'held_back_social', 'tax', 'expenses_and_corrections', 'paid_on_top'] as const;

export type PayslipGroup = (typeof payslipGroups)[number];

/** What is printed on a payslip around its figures. */
export interface PayslipWords {
  readonly title: string;
  readonly employer: string;
  readonly worker: string;
  readonly number: string;
  readonly work: string;
  readonly days: string;
  readonly mission: string;
  readonly month: string;
  readonly rules: string;
  readonly net: string;
  readonly payDay: string;
  readonly line: string;
  readonly how: string;
  readonly amount: string;
  readonly groups: Readonly<Record<PayslipGroup, string>>;
  readonly gross: string;
  readonly cost: string;
  readonly taxable: string;
  readonly bases: Readonly<Record<'gross' | 'taxable' | 'base', string>>;
  /** Where an amount is not a base times a rate. */
  readonly byRule: string;
  readonly halfUp: string;
  readonly since: string;
  readonly fromPrice: string;
  readonly price: string;
  readonly hostShare: string;
  readonly contribution: string;
  readonly employment: string;
  readonly setAside: string;
  readonly remainder: string;
  /** Instead of a price, on the payslip of a month. */
  readonly carried: string;
  readonly keep: string;
}

export const payslipWords: Readonly<Record<Language, PayslipWords>> = {
  en: {
    title: 'Payslip',
    employer: 'Employer',
    worker: 'Worker',
    number: 'Number',
    work: 'Work',
    days: 'Days',
    mission: 'Mission',
    month: 'Month',
    rules: 'Rules',
    net: 'Net pay',
    payDay: 'Pay day: {{date}}',
    line: 'Line',
    how: 'How it is worked out',
    amount: 'Amount',
    groups: {
      earned: 'Earned',
      held_back_social: 'Held back for social protection',
      tax: 'Tax',
      expenses_and_corrections: 'Expenses and corrections',
      paid_on_top: 'Paid by the cooperative on top',
    },
    gross: 'Gross pay',
    cost: 'Cost of this employment',
    taxable: 'Taxable pay',
    bases: { gross: 'gross pay', taxable: 'taxable pay', base: 'base of this line' },
    byRule: 'By scale or fixed amount, see the rule',
    halfUp: 'rounded to the cent, half up',
    since: 'in force since {{date}}',
    fromPrice: 'From the price to this payslip',
    price: 'Price without VAT',
    hostShare: 'Share of the host branch',
    contribution: 'Contribution to the cooperative',
    employment: 'Cost of this employment',
    setAside: 'Set aside for expenses',
    remainder: 'Remainder on your account with the cooperative',
    carried:
      'The wage of a month is carried by the work that you have done; what each mission gave stands in your budget.',
    keep: 'Keep this payslip without limit of time.',
  },
  fr: {
    title: 'Fiche de paie',
    employer: 'Employeur',
    worker: 'Travailleur',
    number: 'Numéro',
    work: 'Travail',
    days: 'Jours',
    mission: 'Mission',
    month: 'Mois',
    rules: 'Règles',
    net: 'Salaire net',
    payDay: 'Jour de paie : {{date}}',
    line: 'Ligne',
    how: 'Mode de calcul',
    amount: 'Montant',
    groups: {
      earned: 'Gagné',
      held_back_social: 'Retenu pour la protection sociale',
      tax: 'Impôt',
      expenses_and_corrections: 'Frais et corrections',
      paid_on_top: 'Payé en plus par la coopérative',
    },
    gross: 'Salaire brut',
    cost: 'Coût de cet emploi',
    taxable: 'Salaire imposable',
    bases: { gross: 'salaire brut', taxable: 'salaire imposable', base: 'base de cette ligne' },
    byRule: 'Barème ou montant fixe, voir la règle',
    halfUp: 'arrondi au centime, demi-centime vers le haut',
    since: 'en vigueur depuis le {{date}}',
    fromPrice: 'Du prix à cette fiche de paie',
    price: 'Prix hors TVA',
    hostShare: 'Part de la coopérative d’accueil',
    contribution: 'Contribution mutualisée',
    employment: 'Coût de cet emploi',
    setAside: 'Mis de côté pour des frais',
    remainder: 'Reliquat sur votre compte à la coopérative',
    carried:
      'Le salaire d’un mois est couvert par le travail que vous avez fait ; ce que chaque mission a donné figure dans votre budget.',
    keep: 'Conservez cette fiche de paie sans limitation de durée.',
  },
  nl: {
    title: 'Loonfiche',
    employer: 'Werkgever',
    worker: 'Werknemer',
    number: 'Nummer',
    work: 'Werk',
    days: 'Dagen',
    mission: 'Opdracht',
    month: 'Maand',
    rules: 'Regels',
    net: 'Nettoloon',
    payDay: 'Betaaldag: {{date}}',
    line: 'Lijn',
    how: 'Hoe berekend',
    amount: 'Bedrag',
    groups: {
      earned: 'Verdiend',
      held_back_social: 'Ingehouden voor sociale bescherming',
      tax: 'Belasting',
      expenses_and_corrections: 'Onkosten en correcties',
      paid_on_top: 'Bovenop betaald door de coöperatie',
    },
    gross: 'Brutoloon',
    cost: 'Kosten van deze tewerkstelling',
    taxable: 'Belastbaar loon',
    bases: { gross: 'brutoloon', taxable: 'belastbaar loon', base: 'grondslag van deze lijn' },
    byRule: 'Volgens schaal of vast bedrag, zie de regel',
    halfUp: 'afgerond op de cent, een halve cent naar boven',
    since: 'van kracht sinds {{date}}',
    fromPrice: 'Van de prijs tot deze loonfiche',
    price: 'Prijs zonder btw',
    hostShare: 'Aandeel van de gastcoöperatie',
    contribution: 'Bijdrage aan de coöperatie',
    employment: 'Kosten van deze tewerkstelling',
    setAside: 'Opzijgezet voor onkosten',
    remainder: 'Restbedrag op uw rekening bij de coöperatie',
    carried:
      'Het loon van een maand wordt gedragen door het werk dat u hebt gedaan; wat elke opdracht gaf, staat in uw budget.',
    keep: 'Bewaar deze loonfiche onbeperkt.',
  },
  sv: {
    title: 'Lönespecifikation',
    employer: 'Arbetsgivare',
    worker: 'Arbetstagare',
    number: 'Nummer',
    work: 'Arbete',
    days: 'Dagar',
    mission: 'Uppdrag',
    month: 'Månad',
    rules: 'Regler',
    net: 'Nettolön',
    payDay: 'Utbetalningsdag: {{date}}',
    line: 'Rad',
    how: 'Så räknas det ut',
    amount: 'Belopp',
    groups: {
      earned: 'Intjänat',
      held_back_social: 'Avdrag för social trygghet',
      tax: 'Skatt',
      expenses_and_corrections: 'Utlägg och rättelser',
      paid_on_top: 'Betalas därutöver av kooperativet',
    },
    gross: 'Bruttolön',
    cost: 'Kostnad för anställningen',
    taxable: 'Skattepliktig lön',
    bases: { gross: 'bruttolön', taxable: 'skattepliktig lön', base: 'underlag för raden' },
    byRule: 'Enligt tabell eller fast belopp, se regeln',
    halfUp: 'avrundat till närmaste öre, halva uppåt',
    since: 'gäller sedan {{date}}',
    fromPrice: 'Från priset till lönespecifikationen',
    price: 'Pris utan moms',
    hostShare: 'Värdkooperativets andel',
    contribution: 'Avgift till kooperativet',
    employment: 'Kostnad för anställningen',
    setAside: 'Avsatt för utlägg',
    remainder: 'Rest på ditt konto hos kooperativet',
    carried: 'En månads lön täcks av det arbete som du har utfört; vad varje uppdrag gav står i din budget.',
    keep: 'Spara lönespecifikationen utan tidsgräns.',
  },
  de: {
    title: 'Lohnabrechnung',
    employer: 'Arbeitgeber',
    worker: 'Beschäftigte Person',
    number: 'Nummer',
    work: 'Arbeit',
    days: 'Tage',
    mission: 'Auftrag',
    month: 'Monat',
    rules: 'Regeln',
    net: 'Nettolohn',
    payDay: 'Zahltag: {{date}}',
    line: 'Zeile',
    how: 'So wird gerechnet',
    amount: 'Betrag',
    groups: {
      earned: 'Verdient',
      held_back_social: 'Einbehalten für soziale Sicherung',
      tax: 'Steuer',
      expenses_and_corrections: 'Auslagen und Korrekturen',
      paid_on_top: 'Zusätzlich von der Genossenschaft gezahlt',
    },
    gross: 'Bruttolohn',
    cost: 'Kosten dieser Beschäftigung',
    taxable: 'Steuerpflichtiger Lohn',
    bases: { gross: 'Bruttolohn', taxable: 'steuerpflichtiger Lohn', base: 'Grundlage dieser Zeile' },
    byRule: 'Nach Tabelle oder fester Betrag, siehe Regel',
    halfUp: 'kaufmännisch auf den Cent gerundet',
    since: 'gilt seit {{date}}',
    fromPrice: 'Vom Preis zu dieser Lohnabrechnung',
    price: 'Preis ohne Umsatzsteuer',
    hostShare: 'Anteil der Gastgenossenschaft',
    contribution: 'Beitrag an die Genossenschaft',
    employment: 'Kosten dieser Beschäftigung',
    setAside: 'Für Auslagen zurückgelegt',
    remainder: 'Restbetrag auf Ihrem Konto bei der Genossenschaft',
    carried:
      'Den Lohn eines Monats trägt die Arbeit, die Sie geleistet haben; was jeder Auftrag gab, steht in Ihrem Budget.',
    keep: 'Bewahren Sie diese Lohnabrechnung unbefristet auf.',
  },
};
