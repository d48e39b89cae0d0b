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
  ),
  decimalFact(
    {
      name: 'decisionPercent',
      about: 'person',
      words: {
        en: 'Percentage of the Tax Agency’s decision',
        fr: 'Pourcentage de la décision fiscale',
        nl: 'Percentage van de beslissing',
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
        sv: 'Slag av lön',
        de: 'Art des Lohns',
      },
    },
    ['monthly', 'one-off'],
    'monthly',
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
        nl: 'Haar loon hier bereikt dit jaar 1 000 kronen',
        sv: 'Ersättningen härifrån når 1 000 kronor i år',
        de: 'Ihre Vergütung hier erreicht dieses Jahr 1 000 Kronen',
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
