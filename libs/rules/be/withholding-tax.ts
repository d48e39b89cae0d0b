import { type PlainDate, dated, ended, percent } from '@passerelle/values';
import { type Factor, factor, halfUp, least } from '../kit/exact.js';
import { inForce } from '../kit/figures.js';
import type { AppliedFigure } from '../kit/payslip.js';
import { act, scheme } from '../kit/scheme.js';
import { cents } from './amounts.js';

/** One year of the key formula. Amounts in cents a year. */
interface KeyFormula {
  /** Lump-sum expenses: a share of the yearly pay up to a maximum. */
  readonly expenses: Factor;
  readonly expensesMax: bigint;
  readonly rates: readonly [Factor, Factor, Factor, Factor];
  readonly limits: readonly [bigint, bigint, bigint];
  /** Tax cumulated at each limit, rounded to the cent as the annex does. */
  readonly cumulated: readonly [bigint, bigint, bigint];
  /** Tax on the tax-free amount. */
  readonly exempt: bigint;
  /** Of one earner's income this share counts as the spouse's, up to a maximum. */
  readonly imputed: Factor;
  readonly imputedMax: bigint;
}

/** The shares that were the same in each year known; a year with other ones gets its own formula. */
const thirty = factor(percent('30'));
const rates = [
  factor(percent('26.75')),
  factor(percent('42.80')),
  factor(percent('48.15')),
  factor(percent('53.50')),
] as const;

function keyFormula(
  expensesMax: string,
  limits: readonly [string, string, string],
  exempt: string,
  imputedMax: string,
): KeyFormula {
  const [first, second, third] = limits.map(cents) as [bigint, bigint, bigint];
  const one = halfUp(first, rates[0]);
  const two = one + halfUp(second - first, rates[1]);
  const three = two + halfUp(third - second, rates[2]);
  return {
    expenses: thirty,
    expensesMax: cents(expensesMax),
    rates,
    limits: [first, second, third],
    cumulated: [one, two, three],
    exempt: cents(exempt),
    imputed: thirty,
    imputedMax: cents(imputedMax),
  };
}

/** Withholding tax of residents on monthly pay: the key formula, by the day of payment. */
export const withholdingTax = scheme({
  id: 'be.withholding-tax',
  localName: 'Bedrijfsvoorheffing / Précompte professionnel',
  law: act(
    'RD/CIR 92, Annex III',
    'key formula, no. 31 to 38',
    'https://finances.belgium.be/fr/entreprises/personnel_et_remuneration/precompte_professionnel/calcul',
  ),
  words: {
    en: 'Withholding tax',
    fr: 'Précompte professionnel',
    nl: 'Bedrijfsvoorheffing',
    sv: 'Preliminärskatt',
    de: 'Berufssteuervorabzug (Lohnsteuer)',
  },
  formula: dated<KeyFormula>(
    'be.withholding-tax.formula',
    [
      '2024-01-01',
      keyFormula('5750', ['15830', '27940', '48350'], '2830.15', '13060'),
      'Annex III for 2024, transcribed by Refli',
    ],
    [
      '2025-01-01',
      keyFormula('5930', ['16310', '28790', '49820'], '2915.75', '13460'),
      'Annex III for 2025, social secretariats',
      'secondary',
    ],
    [
      '2026-01-01',
      keyFormula('6070', ['16710', '29500', '51050'], '2987.98', '13790'),
      'RD of 11 December 2025 (Official Journal 29 December 2025)',
    ],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
});

/** Whether the tax-free amount and a part of the income of one earner count for two. */
export type Incomes = 'own' | 'shared';

/** Every step of the yearly computation in cents, before reductions for the family. */
export interface YearlyTax {
  readonly gross: bigint;
  readonly expenses: bigint;
  readonly net: bigint;
  /** What is counted as the spouse's; 0 when the spouse has own income or there is none. */
  readonly imputed: bigint;
  readonly base: bigint;
  readonly exempt: bigint;
  /** base − exempt, never below 0. */
  readonly tax: bigint;
}

export interface TaxLaw {
  readonly formula: KeyFormula;
  readonly applied: AppliedFigure;
}

/** Throws NoValueOnDay outside the years whose annex is known. */
export function taxFormulaOn(paidOn: PlainDate): TaxLaw {
  const { value, applied } = inForce(withholdingTax.formula, paidOn);
  return { formula: value, applied };
}

/** The key formula on a month's taxable pay. */
export function yearlyTax(law: KeyFormula, taxableMonth: bigint, incomes: Incomes): YearlyTax {
  const gross = 12n * taxableMonth;
  const expenses = lumpSumExpenses(law, gross);
  const net = gross - expenses;
  const imputed = incomes === 'shared' ? least(halfUp(net, law.imputed), law.imputedMax) : 0n;
  const base = imputed === 0n ? scaleTax(law, net) : scaleTax(law, imputed) + scaleTax(law, net - imputed);
  const exempt = incomes === 'shared' ? 2n * law.exempt : law.exempt;
  return { gross, expenses, net, imputed, base, exempt, tax: base > exempt ? base - exempt : 0n };
}

/** 30 % of the yearly pay, up to the year's maximum. */
export const lumpSumExpenses = (law: KeyFormula, yearlyGross: bigint): bigint =>
  least(halfUp(yearlyGross, law.expenses), law.expensesMax);

/** The progressive scale on a yearly net income, from the cumulated amounts. */
export function scaleTax({ limits, cumulated, rates: by }: KeyFormula, net: bigint): bigint {
  if (net <= limits[0]) return halfUp(net, by[0]);
  if (net <= limits[1]) return cumulated[0] + halfUp(net - limits[0], by[1]);
  if (net <= limits[2]) return cumulated[1] + halfUp(net - limits[1], by[2]);
  return cumulated[2] + halfUp(net - limits[2], by[3]);
}

/** The month's tax: yearly amounts are reduced first and divided by 12 once. */
export const monthlyTax = (law: KeyFormula, taxableMonth: bigint, incomes: Incomes, yearlyReduction: bigint): bigint =>
  monthOfYearly(yearlyTax(law, taxableMonth, incomes).tax - yearlyReduction);

/** A twelfth of a yearly tax, half up to the cent; nothing when reductions exceed the tax. */
export const monthOfYearly = (yearly: bigint): bigint => (yearly <= 0n ? 0n : (yearly + 6n) / 12n);
