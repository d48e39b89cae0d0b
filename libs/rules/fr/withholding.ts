import { Money, type PlainDate, Rate, addDays, addMonths, dated, money } from '@passerelle/values';
import { factor, halfUp, most } from '../kit/exact.js';
import { inForce, lawOfTheDay } from '../kit/figures.js';
import { type LineKind, lineKind } from '../kit/line.js';
import type { AppliedFigure } from '../kit/payslip.js';
import { remembered } from '../kit/remembered.js';
import { act, scheme } from '../kit/scheme.js';
import { percentOfText } from './decimals.js';
import type { Engagement } from './engagement.js';
import * as grid from './withholding-grid.js';

/**
 * Income tax held back (prélèvement à la source): the rate that the tax office sent, else the default grid. It goes by
 * the day of payment, on the taxable pay of the payslip. Without an own rate a contract of at most two months has an
 * allowance, and the grid is read with the reduced base.
 */
export const withholdingTax = scheme({
  id: 'fr.withholding',
  localName: 'Prélèvement à la source',
  law: act('Code général des impôts', 'art. 204 A, 204 E, 204 H'),
  words: {
    en: 'Income tax held back',
    fr: 'Impôt sur le revenu prélevé à la source',
    nl: 'Ingehouden inkomstenbelasting',
    sv: 'Preliminär inkomstskatt',
    de: 'Einbehaltene Einkommensteuer',
  },
  mainland: grid.mainland,
  antilles: grid.antilles,
  guyane: grid.guyane,
  /** Half the taxable minimum wage of a month; the value of 1 January may be used for the year. */
  allowance: dated(
    'fr.withholding.short-contract',
    [
      '2024-01-01',
      money('725.00', 'EUR'),
      'simulation-impots.net; Cogilog, artist payslip of January 2024',
      'secondary',
    ],
    ['2025-01-01', money('739.00', 'EUR'), 'simulation-impots.net; legifiscal.fr', 'secondary'],
    ['2026-01-01', money('748.00', 'EUR'), 'Fiduexpert; legifiscal.fr', 'secondary'],
  ),
  ownRate: dated('fr.withholding.own-rate', [
    '2019-01-01',
    'rate of the person',
    'sent by the tax office to the employer',
  ]),
});

/** The tax of one payslip: what is taxed, what is held back of it, and the line that says so. Amounts in cents. */
export interface Tax {
  readonly base: bigint;
  readonly amount: bigint;
  readonly kind: LineKind;
}

/** How the pay of one engagement is taxed on the day it is paid. */
export interface TaxRule {
  readonly on: (taxable: bigint) => Tax;
  /** Taxable pays in cents at which a higher rate begins. */
  readonly steps: readonly bigint[];
}

/** Whether a contract is short: at most two months from date to date, 16 June to 15 August but not to 16 August. */
export const isShortContract = (first: PlainDate, last: PlainDate): boolean => last <= addDays(addMonths(first, 2), -1);

/** May throw NoValueOnDay. */
export function taxRuleOf({ facts, taxedBy, setting }: Engagement): TaxRule {
  const law = lawOn(taxedBy);
  if (facts.withholding === 'own-rate') return law.ownRate(facts.withholdingRate);
  const isShort = setting.contract !== 'cdi' && facts.contractLength === 'up-to-2-months';
  return law.rulesOf(facts.taxHome === 'abroad' ? 'mainland' : facts.taxHome)[isShort ? 1 : 0];
}

/** The default grid of each tax home. */
const gridOf = { mainland: grid.mainland, 'antilles-reunion': grid.antilles, 'guyane-mayotte': grid.guyane } as const;

type TaxHome = keyof typeof gridOf;

/** The rate of the default grid for a monthly base. */
export const gridRate = (date: PlainDate, home: TaxHome, base: Money): Rate =>
  rateAt(bandOf(centsOfBands(gridOf[home].on(date)), base.minor));

/** The allowance of a short contract paid on a day. */
export const shortContractAllowance = (date: PlainDate): Money => inForce(withholdingTax.allowance, date).value;

const lawOn = lawOfTheDay((date) => {
  const own = inForce(withholdingTax.ownRate, date).applied;
  const allowance = inForce(withholdingTax.allowance, date);
  const rulesOf = (home: TaxHome): readonly [usual: TaxRule, short: TaxRule] => {
    const { value, applied } = inForce(gridOf[home], date);
    return [gridRule(value, 0n, [applied]), gridRule(value, allowance.value.minor, [applied, allowance.applied])];
  };
  return { rulesOf: remembered(rulesOf), ownRate: remembered((text: string) => ownRateRule(text, own)) };
});

function gridRule(bands: grid.Bands, allowance: bigint, figures: readonly AppliedFigure[]): TaxRule {
  const steps = centsOfBands(bands);
  const rates = grid.gridRates.map((_, band) => rateAt(band));
  const factors = rates.map(factor);
  const kinds = rates.map((rate) => taxLine(figures, rate));
  return {
    steps: steps.map((step) => step + allowance),
    on: (taxable) => {
      const base = most(0n, taxable - allowance);
      const band = bandOf(steps, base);
      return { base, amount: halfUp(base, factors[band]!), kind: kinds[band]! };
    },
  };
}

function ownRateRule(text: string, applied: AppliedFigure): TaxRule {
  const rate = percentOfText(text);
  const share = factor(rate);
  const kind = taxLine([applied], rate);
  return { steps: [], on: (base) => ({ base, amount: halfUp(most(0n, base), share), kind }) };
}

const taxLine = (figures: readonly AppliedFigure[], workerRate: Rate): LineKind =>
  lineKind(withholdingTax, { group: 'tax', currency: 'EUR', figures, workerRate });

const rateAt = (band: number): Rate => new Rate(BigInt(grid.gridRates[band]!), 1000n);

const centsOfBands = (bands: grid.Bands): readonly bigint[] => bands.map((euros) => BigInt(euros) * 100n);

/** How many band ends the base has reached: a base that equals one is in the next band. */
function bandOf(ends: readonly bigint[], base: bigint): number {
  const band = ends.findIndex((end) => base < end);
  return band < 0 ? ends.length : band;
}
