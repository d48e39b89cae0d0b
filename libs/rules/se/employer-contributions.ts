import { type Money, type Rate, dated, ended, money, percent } from '@passerelle/values';
import { act, scheme } from '../kit/index.js';

const act2000 = 'Socialavgiftslag (2000:980)';
const components2025 = 'Björn Lundén, Arbetsgivaravgifter 2025';
const fromTheSum = 'follows from the total of 31.42 and the components read';

const socialFees = act(act2000, '2 kap. 26 §');

const two = (name: string, y2024: string, y2026: string, source: string, confidence: 'secondary' | 'inferred') =>
  dated<Rate>(
    `${name}.rate`,
    ['2024-01-01', percent(y2024), components2025],
    ['2026-01-01', percent(y2026), source, confidence],
  );

export const oldAgePension = scheme({
  id: 'se.old-age-pension',
  localName: 'Ålderspensionsavgift',
  law: socialFees,
  words: {
    en: 'Old-age pension contribution',
    fr: 'Cotisation de pension de vieillesse',
    nl: 'Bijdrage ouderdomspensioen',
    sv: 'Ålderspensionsavgift',
    de: 'Beitrag zur Altersrente',
  },
  rate: dated<Rate>('se.old-age-pension.rate', ['2024-01-01', percent('10.21'), components2025]),
});

export const survivorsPension = scheme({
  id: 'se.survivors-pension',
  localName: 'Efterlevandepensionsavgift',
  law: socialFees,
  words: {
    en: 'Survivors’ pension contribution',
    fr: 'Cotisation de pension de survie',
    nl: 'Bijdrage nabestaandenpensioen',
    sv: 'Efterlevandepensionsavgift',
    de: 'Beitrag zur Hinterbliebenenrente',
  },
  rate: two('se.survivors-pension', '0.60', '0.30', 'Björn Lundén, Arbetsgivaravgifter 2026', 'secondary'),
});

export const sicknessInsurance = scheme({
  id: 'se.sickness-insurance',
  localName: 'Sjukförsäkringsavgift',
  law: socialFees,
  words: {
    en: 'Sickness insurance contribution',
    fr: 'Cotisation d’assurance maladie',
    nl: 'Bijdrage ziekteverzekering',
    sv: 'Sjukförsäkringsavgift',
    de: 'Beitrag zur Krankenversicherung',
  },
  rate: two('se.sickness-insurance', '3.55', '3.55', fromTheSum, 'inferred'),
});

export const workInjury = scheme({
  id: 'se.work-injury',
  localName: 'Arbetsskadeavgift',
  law: socialFees,
  words: {
    en: 'Work injury contribution',
    fr: 'Cotisation d’accidents du travail',
    nl: 'Bijdrage arbeidsongevallen',
    sv: 'Arbetsskadeavgift',
    de: 'Beitrag zur Arbeitsunfallversicherung',
  },
  rate: two('se.work-injury', '0.20', '0.10', fromTheSum, 'inferred'),
});

export const parentalInsurance = scheme({
  id: 'se.parental-insurance',
  localName: 'Föräldraförsäkringsavgift',
  law: socialFees,
  words: {
    en: 'Parental insurance contribution',
    fr: 'Cotisation d’assurance parentale',
    nl: 'Bijdrage ouderschapsverzekering',
    sv: 'Föräldraförsäkringsavgift',
    de: 'Beitrag zur Elternversicherung',
  },
  rate: two('se.parental-insurance', '2.60', '2.00', fromTheSum, 'inferred'),
});

export const labourMarket = scheme({
  id: 'se.labour-market',
  localName: 'Arbetsmarknadsavgift',
  law: socialFees,
  words: {
    en: 'Labour market contribution (unemployment)',
    fr: 'Cotisation du marché du travail (chômage)',
    nl: 'Arbeidsmarktbijdrage (werkloosheid)',
    sv: 'Arbetsmarknadsavgift',
    de: 'Arbeitsmarktbeitrag (Arbeitslosigkeit)',
  },
  rate: two('se.labour-market', '2.64', '2.64', fromTheSum, 'inferred'),
});

export const generalPayrollTax = scheme({
  id: 'se.general-payroll-tax',
  localName: 'Allmän löneavgift',
  law: act('Lag (1994:1920) om allmän löneavgift', '1–3 §§'),
  words: {
    en: 'General payroll tax',
    fr: 'Taxe générale sur les salaires',
    nl: 'Algemene loonheffing',
    sv: 'Allmän löneavgift',
    de: 'Allgemeine Lohnabgabe',
  },
  rate: two('se.general-payroll-tax', '11.62', '12.62', fromTheSum, 'inferred'),
});

/** In the order of the law; the total has been 31.42 % in all known years, the split has not. */
export const components = [
  oldAgePension,
  survivorsPension,
  sicknessInsurance,
  workInjury,
  parentalInsurance,
  labourMarket,
  generalPayrollTax,
] as const;

/** Who is old at the start of the year pays the pension contribution only; the oldest nothing. */
export const contributionAges = scheme({
  id: 'se.contribution-ages',
  localName: 'Inga arbetsgivaravgifter',
  law: act(act2000, '2 kap. 27 §'),
  words: {
    en: 'No employer contributions: born in 1937 or earlier',
    fr: 'Pas de cotisations patronales : né en 1937 ou avant',
    nl: 'Geen werkgeversbijdragen: geboren in 1937 of eerder',
    sv: 'Inga arbetsgivaravgifter: född 1937 eller tidigare',
    de: 'Keine Arbeitgeberbeiträge: 1937 oder früher geboren',
  },
  pensionOnlyFrom: dated<number>(
    'se.contribution-ages.pension-only-from',
    ['2024-01-01', 66, 'Björn Lundén, Arbetsgivaravgifter; Visma, Arbetsgivaravgifter'],
    ['2026-01-01', 67, 'Björn Lundén, Arbetsgivaravgifter; Visma, Arbetsgivaravgifter'],
  ),
  noneBornUpTo: dated<number>('se.contribution-ages.none-born-up-to', [
    '2024-01-01',
    1937,
    'Björn Lundén, Arbetsgivaravgifter',
  ]),
});

interface AgeReduction {
  /** Completed years at the start of the year of payment, both included. */
  readonly fromAge: number;
  readonly toAge: number;
  /** Pay of one calendar month from one payer up to which the reduction holds. */
  readonly monthlyPay: Money<'SEK'>;
}

/** Half of everything but the pension contribution, for two years and a half. */
export const youthReduction = scheme({
  id: 'se.youth-reduction',
  localName: 'Nedsättning för unga 18–22 år',
  law: act('Lag (2026:100) om särskild beräkning av vissa avgifter', '2 §'),
  words: {
    en: 'Reduction for the young (18 to 22 at the start of the year)',
    fr: 'Réduction pour les jeunes (18 à 22 ans au début de l’année)',
    nl: 'Vermindering voor jongeren (18 tot 22 jaar bij het begin van het jaar)',
    sv: 'Nedsättning för unga (18–22 år vid årets ingång)',
    de: 'Ermäßigung für Junge (18 bis 22 Jahre zu Jahresbeginn)',
  },
  limits: dated<AgeReduction>(
    'se.youth-reduction.limits',
    [
      '2026-04-01',
      { fromAge: 18, toAge: 22, monthlyPay: money('25000', 'SEK') },
      'Lag (2026:100) 2 §; Björn Lundén, Arbetsgivaravgifter',
    ],
    ['2027-10-01', ended, 'Lag (2026:100): ends with September 2027'],
  ),
});

/** Who is 15 to 17 at the start of the year: pension contribution only, up to a monthly pay. */
export const minorReduction = scheme({
  id: 'se.minor-reduction',
  localName: 'Nedsättning för ungdomar 15–17 år',
  law: act(act2000, '2 kap. 28 §'),
  words: {
    en: 'Reduction for minors (15 to 17 at the start of the year)',
    fr: 'Réduction pour les mineurs (15 à 17 ans au début de l’année)',
    nl: 'Vermindering voor minderjarigen (15 tot 17 jaar bij het begin van het jaar)',
    sv: 'Nedsättning för ungdomar (15–17 år vid årets ingång)',
    de: 'Ermäßigung für Minderjährige (15 bis 17 Jahre zu Jahresbeginn)',
  },
  limits: dated<AgeReduction>(
    'se.minor-reduction.limits',
    [
      '2024-01-01',
      { fromAge: 15, toAge: 17, monthlyPay: money('25000', 'SEK') },
      'law since 1 August 2019 as reported by payroll offices; the act not opened',
      'to-confirm',
    ],
    [
      '2026-01-01',
      { fromAge: 15, toAge: 17, monthlyPay: money('25000', 'SEK') },
      'believed to go on unchanged in 2026; no source opened yet',
      'to-confirm',
    ],
  ),
});

/** Contributions are declared in whole kronor, for each rate apart, the öre dropped. */
export const contributionRounding = scheme({
  id: 'se.contribution-rounding',
  localName: 'Öresavrundning av arbetsgivaravgifter',
  law: act('Skatteförfarandeförordning (2011:1261)', '22 kap. 1 §'),
  words: {
    en: 'Rounding of contributions to whole kronor',
    fr: 'Arrondi des cotisations à la couronne',
    nl: 'Afronding van de bijdragen op hele kronen',
    sv: 'Avrundning av avgifterna till hela kronor',
    de: 'Rundung der Beiträge auf ganze Kronen',
  },
  rule: dated<string>('se.contribution-rounding.rule', [
    '2024-01-01',
    'whole kronor for each rate, öre dropped',
    'Skatteverket, ställningstagande 2017-06-08, dnr 131 238881-17/111',
  ]),
});

/** One payer who pays a person less than this in a year owes no contributions on it. */
export const smallYearlyPay = scheme({
  id: 'se.small-yearly-pay',
  localName: 'Avgiftsfri ersättning under gränsen',
  law: act(act2000, '2 kap. 14 §'),
  words: {
    en: 'No contributions: the year’s pay from this employer is under the limit',
    fr: 'Pas de cotisations : la rémunération de l’année chez cet employeur est sous la limite',
    nl: 'Geen bijdragen: het loon van het jaar bij deze werkgever ligt onder de grens',
    sv: 'Inga avgifter: årets ersättning från arbetsgivaren ligger under gränsen',
    de: 'Keine Beiträge: Der Jahreslohn bei diesem Arbeitgeber liegt unter der Grenze',
  },
  limit: dated<Money<'SEK'>>('se.small-yearly-pay.limit', [
    '2024-01-01',
    money('1000', 'SEK'),
    'believed, no source opened yet',
    'to-confirm',
  ]),
});

/** An employer from abroad without a permanent establishment in Sweden owes no general payroll tax. */
export const foreignEmployer = scheme({
  id: 'se.foreign-employer',
  localName: 'Utländsk arbetsgivare utan fast driftställe',
  law: act('Lag (1994:1920) om allmän löneavgift', '1 §'),
  words: {
    en: 'Employer without a permanent establishment in Sweden',
    fr: 'Employeur sans établissement stable en Suède',
    nl: 'Werkgever zonder vaste inrichting in Zweden',
    sv: 'Arbetsgivare utan fast driftställe i Sverige',
    de: 'Arbeitgeber ohne Betriebsstätte in Schweden',
  },
  exemption: dated<string>('se.foreign-employer.exemption', [
    '2024-01-01',
    'no general payroll tax',
    'payroll publishers: 19.80 % in 2024 and 2025, 18.80 % in 2026',
    'secondary',
  ]),
});

export type { AgeReduction };
