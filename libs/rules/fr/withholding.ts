import { Money, type PlainDate, Rate, addDays, addMonths, dated, money } from '@passerelle/values';
import { type Factor, factor, halfUp } from '../kit/exact.js';
import { inForce, lawOfTheDay } from '../kit/figures.js';
import { type LineKind, lineKind, workerLine } from '../kit/line.js';
import type { AppliedFigure, PayslipLine } from '../kit/payslip.js';
import { remembered } from '../kit/remembered.js';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { percentOfText } from './decimals.js';
import type { Engagement } from './engagement.js';
import * as grid from './withholding-grid.js';

const may2026 = `${from.model}; in force from 1 May 2026: Fiduexpert`;

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
  mainland: dated(
    'fr.withholding.grid.mainland',
    ['2024-01-01', grid.mainland2024, `${from.model}; efisciences.fr`],
    ['2025-05-01', grid.mainland2025, from.model],
    ['2026-05-01', grid.mainland2026, may2026],
  ),
  antilles: dated(
    'fr.withholding.grid.antilles-reunion',
    ['2024-01-01', grid.antilles2024, from.model],
    ['2025-05-01', grid.antilles2025, from.model],
    ['2026-05-01', grid.antilles2026, may2026],
  ),
  guyane: dated(
    'fr.withholding.grid.guyane-mayotte',
    ['2024-01-01', grid.guyane2024, from.model],
    ['2025-05-01', grid.guyane2025, from.model],
    ['2026-05-01', grid.guyane2026, may2026],
  ),
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

/** The tax of one payslip: what is taxed, and what is held back of it. Amounts in cents. */
export interface Tax {
  readonly base: bigint;
  readonly amount: bigint;
}

/** How the pay of one engagement is taxed on the day it is paid. */
export interface TaxRule {
  readonly on: (taxable: bigint) => Tax;
  readonly line: (tax: Tax) => PayslipLine;
  /** Taxable pays in cents at which a higher rate begins. */
  readonly steps: readonly bigint[];
}

/** Whether a contract is short: at most two months from date to date, 16 June to 15 August but not to 16 August. */
export const isShortContract = (first: PlainDate, last: PlainDate): boolean => last <= addDays(addMonths(first, 2), -1);

/** May throw NoValueOnDay. */
export function taxRuleOf({ facts, paidOn, contract }: Engagement): TaxRule {
  const law = lawOn(paidOn);
  if (facts.withholding === 'own-rate') return law.ownRate(facts.withholdingRate);
  const isShort = contract !== 'cdi' && facts.contractLength === 'up-to-2-months';
  return law.grids[facts.taxHome === 'abroad' ? 'mainland' : facts.taxHome][isShort ? 1 : 0];
}

/** The rate of the default grid for a monthly base. */
export function gridRate(date: PlainDate, home: 'mainland' | 'antilles-reunion' | 'guyane-mayotte', base: Money): Rate {
  const figure = { mainland: 'mainland', 'antilles-reunion': 'antilles', 'guyane-mayotte': 'guyane' } as const;
  const bands = inForce(withholdingTax[figure[home]], date).value;
  return rateAt(bandOf(centsOfBands(bands), base.minor));
}

/** The allowance of a short contract paid on a day. */
export const shortContractAllowance = (date: PlainDate): Money => inForce(withholdingTax.allowance, date).value;

const lawOn = lawOfTheDay((date) => {
  const { mainland, antilles, guyane, ownRate } = withholdingTax;
  const own = inForce(ownRate, date).applied;
  const allowance = inForce(withholdingTax.allowance, date);
  const pairOf = (figure: typeof mainland): readonly [TaxRule, TaxRule] => {
    const { value, applied } = inForce(figure, date);
    return [gridRule(value, 0n, [applied]), gridRule(value, allowance.value.minor, [applied, allowance.applied])];
  };
  return {
    grids: { mainland: pairOf(mainland), 'antilles-reunion': pairOf(antilles), 'guyane-mayotte': pairOf(guyane) },
    ownRate: remembered((text: string) => ownRateRule(text, own)),
  };
});

function gridRule(bands: grid.Bands, allowance: bigint, figures: readonly AppliedFigure[]): TaxRule {
  const steps = centsOfBands(bands);
  const rates = grid.gridRates.map((_, band) => rateAt(band));
  const factors = rates.map(factor);
  const lines = rates.map((workerRate) => taxLine(figures, workerRate));
  const baseOf = (taxable: bigint): bigint => (taxable > allowance ? taxable - allowance : 0n);
  return {
    steps: steps.map((step) => step + allowance),
    on: (taxable) => {
      const base = baseOf(taxable);
      return { base, amount: halfUp(base, factors[bandOf(steps, base)]!) };
    },
    line: ({ base, amount }) => workerLine(lines[bandOf(steps, base)]!, base, -amount),
  };
}

function ownRateRule(text: string, applied: AppliedFigure): TaxRule {
  const workerRate = percentOfText(text);
  const share: Factor = factor(workerRate);
  const line = taxLine([applied], workerRate);
  return {
    steps: [],
    on: (taxable) => ({ base: taxable, amount: taxable > 0n ? halfUp(taxable, share) : 0n }),
    line: ({ base, amount }) => workerLine(line, base, -amount),
  };
}

const taxLine = (figures: readonly AppliedFigure[], workerRate: Rate): LineKind =>
  lineKind(withholdingTax, { group: 'tax', currency: 'EUR', figures, workerRate });

const rateAt = (band: number): Rate => new Rate(BigInt(grid.gridRates[band]!), 1000n);

const centsOfBands = (bands: grid.Bands): readonly bigint[] => bands.map((euros) => BigInt(euros) * 100n);

/** How many band ends the base has reached: a base that equals one is in the next band. */
function bandOf(ends: readonly bigint[], base: bigint): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= base) low = middle + 1;
    else high = middle;
  }
  return low;
}
