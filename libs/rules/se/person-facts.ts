import { type FactsOf, choiceFact, decimalFact, factsReader, wholeFact, yesNoFact } from '../kit/index.js';
import { highestTable, lowestTable } from './tax-table.js';

/** What the law must know about a person and her employer. */
export const facts = [
  wholeFact(
    {
      name: 'birthYear',
      about: 'person',
      words: { en: 'Year of birth', fr: 'Année de naissance', nl: 'Geboortejaar', sv: 'Födelseår', de: 'Geburtsjahr' },
    },
    1900,
    2025,
    1985,
  ),
  choiceFact(
    {
      name: 'withholding',
      about: 'person',
      words: {
        en: 'How tax is held back',
        fr: 'Mode de retenue de l’impôt',
        nl: 'Wijze van inhouding van belasting',
        sv: 'Sätt för skatteavdrag',
        de: 'Art des Steuerabzugs',
      },
    },
    ['table', 'decision', 'side-income', 'no-tax-information', 'sink', 'a-sink', 'f-tax'],
    'table',
    {
      table: {
        en: 'By the tax table',
        fr: 'Selon la table d’impôt',
        nl: 'Volgens de belastingtabel',
        sv: 'Enligt skattetabell',
        de: 'Nach der Steuertabelle',
      },
      decision: {
        en: 'By decision of the Tax Agency',
        fr: 'Selon décision de l’administration',
        nl: 'Volgens beslissing van de belastingdienst',
        sv: 'Enligt Skatteverkets beslut',
        de: 'Nach Bescheid der Steuerbehörde (Skatteverket)',
      },
      'side-income': {
        en: 'As side income',
        fr: 'Comme revenu accessoire',
        nl: 'Als bijverdienste',
        sv: 'Som sidoinkomst',
        de: 'Als Nebeneinkommen',
      },
      'no-tax-information': {
        en: 'Raised: no tax certificate was given',
        fr: 'Retenue majorée : aucune fiche fiscale n’a été remise',
        nl: 'Verhoogd: er is geen belastingattest gegeven',
        sv: 'Förhöjt: ingen A-skattsedel har lämnats',
        de: 'Erhöht: keine Steuerkarte vorgelegt',
      },
      sink: {
        en: 'Final tax for people living abroad (SINK)',
        fr: 'Impôt libératoire des personnes résidant à l’étranger (SINK)',
        nl: 'Eindheffing voor wie in het buitenland woont (SINK)',
        sv: 'Särskild inkomstskatt för utomlands bosatta (SINK)',
        de: 'Abgeltungsteuer für im Ausland Ansässige (SINK)',
      },
      'a-sink': {
        en: 'Final tax for artists from abroad (A-SINK)',
        fr: 'Impôt libératoire des artistes venus de l’étranger (A-SINK)',
        nl: 'Eindheffing voor artiesten uit het buitenland (A-SINK)',
        sv: 'Särskild inkomstskatt för utomlands bosatta artister (A-SINK)',
        de: 'Abgeltungsteuer für Künstler aus dem Ausland (A-SINK)',
      },
      'f-tax': {
        en: 'None: approved for F-tax, pays her own tax',
        fr: 'Aucune : approbation F-skatt, la personne paie elle-même son impôt',
        nl: 'Geen: goedgekeurd voor F-skatt, betaalt zelf de belasting',
        sv: 'Inget: godkänd för F-skatt, betalar själv sin skatt',
        de: 'Keiner: für F-skatt zugelassen, zahlt die Steuer selbst',
      },
    },
  ),
  wholeFact(
    {
      name: 'taxTable',
      about: 'person',
      words: { en: 'Tax table', fr: 'Table d’impôt', nl: 'Belastingtabel', sv: 'Skattetabell', de: 'Steuertabelle' },
    },
    lowestTable,
    highestTable,
    33,
  ),
  choiceFact(
    {
      name: 'taxColumn',
      about: 'person',
      words: {
        en: 'Column of the tax table',
        fr: 'Colonne de la table d’impôt',
        nl: 'Kolom van de belastingtabel',
        sv: 'Kolumn i skattetabellen',
        de: 'Spalte der Steuertabelle',
      },
    },
    ['by-age', '1', '3', '5'],
    'by-age',
    {
      'by-age': { en: 'By age', fr: 'Selon l’âge', nl: 'Volgens de leeftijd', sv: 'Efter ålder', de: 'Nach dem Alter' },
      '1': { en: 'Column 1', fr: 'Colonne 1', nl: 'Kolom 1', sv: 'Kolumn 1', de: 'Spalte 1' },
      '3': { en: 'Column 3', fr: 'Colonne 3', nl: 'Kolom 3', sv: 'Kolumn 3', de: 'Spalte 3' },
      '5': { en: 'Column 5', fr: 'Colonne 5', nl: 'Kolom 5', sv: 'Kolumn 5', de: 'Spalte 5' },
    },
  ),
  decimalFact(
    {
      name: 'decisionPercent',
      about: 'person',
      words: {
        en: 'Percentage of the Tax Agency’s decision',
        fr: 'Pourcentage de la décision fiscale',
        nl: 'Percentage van de beslissing van de belastingdienst',
        sv: 'Procent enligt Skatteverkets beslut',
        de: 'Prozentsatz des Steuerbescheids',
      },
    },
    '30',
  ),
  choiceFact(
    {
      name: 'pay',
      about: 'engagement',
      words: {
        en: 'Kind of pay',
        fr: 'Type de rémunération',
        nl: 'Soort loon',
        sv: 'Typ av lön',
        de: 'Art des Lohns',
      },
    },
    ['monthly', 'one-off'],
    'monthly',
    {
      monthly: {
        en: 'Pay of the month',
        fr: 'Salaire du mois',
        nl: 'Loon van de maand',
        sv: 'Månadens lön',
        de: 'Lohn des Monats',
      },
      'one-off': {
        en: 'One-off amount',
        fr: 'Montant unique',
        nl: 'Eenmalig bedrag',
        sv: 'Engångsbelopp',
        de: 'Einmaliger Betrag',
      },
    },
  ),
  wholeFact(
    {
      name: 'expectedAnnualPay',
      about: 'engagement',
      words: {
        en: 'Pay expected in the whole year, one-off amount included, in kronor',
        fr: 'Rémunération attendue sur l’année, montant unique compris, en couronnes',
        nl: 'Verwacht loon van het hele jaar, eenmalig bedrag inbegrepen, in kronen',
        sv: 'Förväntad årslön inklusive engångsbeloppet, i kronor',
        de: 'Erwarteter Jahreslohn einschließlich des einmaligen Betrags, in Kronen',
      },
    },
    0,
    1_000_000_000,
    0,
  ),
  choiceFact(
    {
      name: 'holidayPay',
      about: 'engagement',
      words: {
        en: 'Holiday pay',
        fr: 'Pécule de vacances',
        nl: 'Vakantiegeld',
        sv: 'Semesterersättning',
        de: 'Urlaubsvergütung',
      },
    },
    ['included', 'none'],
    'included',
    {
      included: {
        en: 'Paid with the pay',
        fr: 'Payé avec le salaire',
        nl: 'Samen met het loon betaald',
        sv: 'Betald med lönen',
        de: 'Mit dem Lohn gezahlt',
      },
      none: { en: 'None', fr: 'Aucun', nl: 'Geen', sv: 'Ingen', de: 'Keine' },
    },
  ),
  wholeFact(
    {
      name: 'holidayDays',
      about: 'engagement',
      words: {
        en: 'Days of holiday a year',
        fr: 'Jours de congé par an',
        nl: 'Vakantiedagen per jaar',
        sv: 'Semesterdagar per år',
        de: 'Urlaubstage im Jahr',
      },
    },
    25,
    40,
    25,
  ),
  yesNoFact(
    {
      name: 'reachesYearlyLimit',
      about: 'engagement',
      words: {
        en: 'Her pay here will reach 1 000 kronor this year',
        fr: 'Sa rémunération ici atteindra 1 000 couronnes cette année',
        nl: 'Het loon hier bereikt dit jaar 1 000 kronen',
        sv: 'Ersättningen härifrån når 1 000 kronor i år',
        de: 'Der Lohn hier erreicht dieses Jahr 1 000 Kronen',
      },
    },
    true,
  ),
  yesNoFact(
    {
      name: 'permanentEstablishment',
      about: 'employer',
      words: {
        en: 'The employer has a permanent establishment in Sweden',
        fr: 'L’employeur a un établissement stable en Suède',
        nl: 'De werkgever heeft een vaste inrichting in Zweden',
        sv: 'Arbetsgivaren har fast driftställe i Sverige',
        de: 'Der Arbeitgeber hat eine Betriebsstätte in Schweden',
      },
    },
    true,
  ),
  decimalFact(
    {
      name: 'occupationalPensionPercent',
      about: 'employer',
      words: {
        en: 'Occupational pension, percent of pay',
        fr: 'Pension professionnelle, pour cent du salaire',
        nl: 'Aanvullend pensioen, procent van het loon',
        sv: 'Tjänstepension, procent av lönen',
        de: 'Betriebsrente, Prozent des Lohns',
      },
    },
    '0',
  ),
  decimalFact(
    {
      name: 'insurancePercent',
      about: 'employer',
      words: {
        en: 'Insurance by agreement, percent of pay',
        fr: 'Assurances par convention, pour cent du salaire',
        nl: 'Verzekeringen volgens akkoord, procent van het loon',
        sv: 'Avtalsförsäkringar, procent av lönen',
        de: 'Versicherungen laut Vereinbarung, Prozent des Lohns',
      },
    },
    '0',
  ),
] as const;

export type Facts = FactsOf<typeof facts>;

export const readFacts = factsReader('SE', facts);
