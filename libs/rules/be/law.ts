import { type Dated, type PlainDate, type Rate } from '@passerelle/values';
import { factor } from '../kit/exact.js';
import { inForce, inForceIfAny, lawOfTheDay } from '../kit/figures.js';
import { type LineKind, type LineShape, lineKind } from '../kit/line.js';
import type { AppliedFigure } from '../kit/payslip.js';
import type { Scheme } from '../kit/scheme.js';
import { type Share, shareOf } from '../kit/share.js';
import { contributionBase, minimumIncome as minimumMonthly } from './amounts.js';
import { artistWithholding } from './artist-withholding.js';
import { asbestosFund } from './asbestos-fund.js';
import { closureFund } from './closure-fund.js';
import { commute } from './commute.js';
import { employeeContribution } from './employee-contribution.js';
import { employerContribution } from './employer-contribution.js';
import { fiscalWorkBonus } from './fiscal-work-bonus.js';
import { holidayContribution } from './holiday-contribution.js';
import { mealVouchers } from './meal-vouchers.js';
import { pay } from './pay.js';
import { riskGroups } from './risk-groups.js';
import { specialContribution } from './special-contribution.js';
import { temporaryUnemployment } from './temporary-unemployment.js';
import { unemploymentContribution } from './unemployment-contribution.js';
import { taxFormulaOn, withholdingTax } from './withholding-tax.js';
import { bonusRule, workBonus } from './work-bonus.js';

export type Status = 'employee' | 'worker' | 'artist';
export type Sector = 'profit' | 'non-profit';

/** One contribution of the employer: a rate on gross or on the contribution base. */
export interface Levy extends Share {
  readonly isOnGross: boolean;
  /** Only the main contribution knows the quarterly ceiling. */
  readonly isCapped: boolean;
}

export const kindOf = (of: Scheme, shape: Omit<LineShape, 'currency'>): LineKind =>
  lineKind(of, { ...shape, currency: 'EUR' });

/** What the law says about work on a day, resolved once. Throws NoValueOnDay where a figure every payslip needs is unknown. */
export const workLawOn = lawOfTheDay((date: PlainDate) => {
  const minimum = inForce(minimumMonthly, date);
  const ceiling = inForceIfAny(employerContribution.quarterlyCeiling, date);
  const monthly = inForce(specialContribution.monthly, date);
  const quarterly = inForce(specialContribution.quarterly, date);
  return {
    date,
    minimum: minimum.value.minor,
    gross: kindOf(pay, { group: 'earned', figures: [minimum.applied] }),
    employee: statusLaw('employee', date),
    worker: statusLaw('worker', date),
    artist: statusLaw('artist', date),
    ceiling: ceiling?.value.minor,
    specialMonthly: monthly.value,
    specialMonthlyKind: kindOf(specialContribution, { group: 'worker_social', figures: [monthly.applied] }),
    specialQuarterly: quarterly.value,
    specialQuarterlyKind: kindOf(specialContribution, { group: 'worker_social', figures: [quarterly.applied] }),
    commute: kindOf(commute, { group: 'net_addition', figures: [inForce(commute.refund, date).applied] }),
    vouchers: kindOf(mealVouchers, {
      group: 'net_deduction',
      figures: [inForce(mealVouchers.workerMin, date).applied, inForce(mealVouchers.employerMax, date).applied],
    }),
  };
});

export type WorkLaw = ReturnType<typeof workLawOn>;

/** What the law says about one status on a day. */
export type StatusLaw = ReturnType<typeof statusLaw>;

function statusLaw(status: Status, date: PlainDate) {
  const base = inForce(contributionBase, date);
  const rate = inForce(employeeContribution.worker, date);
  const bonus = bonusRule(status === 'employee' ? 'employee' : 'worker', date);
  const bonusKind = (id: string, words: LineKind['words'], applied: AppliedFigure): LineKind =>
    kindOf(workBonus, { group: 'worker_social', figures: [applied], id, words });
  return {
    baseFactor: factor(base.value[status]),
    isBaseGross: status === 'employee',
    contribution: shareOf(employeeContribution, rate, {
      group: 'worker_social',
      currency: 'EUR',
      figures: [base.applied],
    }),
    bonus,
    bonusA: bonusKind('be.work-bonus.a', workBonus.wordsA, bonus.applied),
    bonusB: bonusKind('be.work-bonus.b', workBonus.wordsB, bonus.applied),
    bonusSingle: bonusKind('be.work-bonus', workBonus.words, bonus.applied),
    bonusNone: bonusKind('be.work-bonus', workBonus.words, bonus.silent?.beyond ?? bonus.applied),
    levies: leviesBySize(status, 'profit', date),
    leviesNonProfit: leviesBySize(status, 'non-profit', date),
    fromWorkers: [unemploymentContribution.fromWorkers.on(date), closureFund.largeFromWorkers.on(date)] as const,
  };
}

/** The levies of an employer below the first size, from the first, and from the second size on. */
function leviesBySize(status: Status, sector: Sector, date: PlainDate): readonly (readonly Levy[])[] {
  const levy = (of: Scheme, figure: Dated<Rate>, more: Partial<LineShape> = {}): Levy => ({
    ...shareOf(of, inForce(figure, date), { group: 'employer_social', currency: 'EUR', ...more }),
    isOnGross: false,
    isCapped: of === employerContribution,
  });
  const main = sector === 'non-profit' ? 'nonProfit' : status === 'artist' ? 'artist' : 'profit';
  const common = [
    levy(temporaryUnemployment, temporaryUnemployment.employer),
    levy(riskGroups, riskGroups.employer),
    levy(asbestosFund, asbestosFund.employer),
    ...holidayLevies(status, levy),
  ];
  const first = levy(employerContribution, employerContribution[main]);
  const unemployment = levy(unemploymentContribution, unemploymentContribution.employer);
  // The closure fund's rate for employers without commercial purpose is not known: see the README.
  const small = sector === 'profit' ? [levy(closureFund, closureFund.small)] : [];
  const large = sector === 'profit' ? [levy(closureFund, closureFund.large)] : [];
  return [
    [first, ...small, ...common],
    [first, unemployment, ...small, ...common],
    [first, unemployment, ...large, ...common],
  ];
}

function holidayLevies(
  status: Status,
  levy: (of: Scheme, figure: Dated<Rate>, more?: Partial<LineShape>) => Levy,
): readonly Levy[] {
  if (status === 'employee') return [];
  const { artistQuarterly, artistYearly, workerQuarterly, workerYearly, wordsYearly } = holidayContribution;
  return [
    levy(holidayContribution, status === 'artist' ? artistQuarterly : workerQuarterly),
    levy(holidayContribution, status === 'artist' ? artistYearly : workerYearly, {
      id: 'be.holiday-contribution.yearly',
      words: wordsYearly,
    }),
  ];
}

/** What the law says about withholding on a day of payment, resolved once. */
export const taxLawOn = lawOfTheDay((paidOn: PlainDate) => {
  const formula = taxFormulaOn(paidOn);
  const fiscal = inForce(fiscalWorkBonus.rates, paidOn);
  const fiscalCap = inForceIfAny(fiscalWorkBonus.yearlyCap, paidOn);
  return {
    date: paidOn,
    formula: formula.formula,
    formulaApplied: formula.applied,
    taxKind: kindOf(withholdingTax, { group: 'tax', figures: [formula.applied] }),
    artist: shareOf(artistWithholding, inForce(artistWithholding.rate, paidOn), { group: 'tax', currency: 'EUR' }),
    fiscalA: factor(fiscal.value.a),
    fiscalB: factor(fiscal.value.b),
    fiscalCap: fiscalCap?.value.minor,
    fiscalKind: kindOf(fiscalWorkBonus, {
      group: 'tax',
      figures: fiscalCap ? [fiscal.applied, fiscalCap.applied] : [fiscal.applied],
    }),
  };
});

export type TaxLaw = ReturnType<typeof taxLawOn>;
