import { type Dated, Money, type PlainDate, Rate } from '@passerelle/values';
import { inForce, inForceIfAny } from '../kit/figures.js';
import { artistDayHours, ceilingDay, ceilingHour, leaveFundEnlargement } from './amounts.js';
import { csg } from './csg.js';
import { deathCover } from './death-cover.js';
import { expenseDeduction } from './expense-deduction.js';
import { family } from './family.js';
import { housingAid } from './housing.js';
import { leaveFund } from './leave-fund.js';
import { oldAgeCapped, oldAgeUncapped } from './old-age.js';
import { balance, managers, retirement, technicalBalance } from './retirement.js';
import { artistRate } from './rule.js';
import { artsActivities, commonFund, occupationalHealth, privateActivities } from './show-funds.js';
import { sickness } from './sickness.js';
import { socialDialogue } from './social-dialogue.js';
import { solidarity } from './solidarity.js';
import { training } from './training.js';
import { unemployment, wageGuarantee } from './unemployment.js';

export { type ReductionMonth, type ReductionYear, reductionOverTheYear } from './reduction-year.js';
export { gridRate, isShortContract, shortContractAllowance } from './withholding.js';

// Values that people look up by themselves. A payslip computes with the same figures and the same roundings.

/** The ceiling of one day of an artist engaged for less than five days: 12 hourly ceilings. */
export const artistDayCeiling = (date: PlainDate): { readonly hour: Money; readonly day: Money } => {
  const hour = inForce(ceilingHour, date).value;
  return { hour, day: new Money(hour.minor * inForce(artistDayHours, date).value, 'EUR') };
};

/** The ceiling of one day in a period of pay, for artists engaged for five days or more. */
export const ordinaryDayCeiling = (date: PlainDate): Money => inForce(ceilingDay, date).value;

/** The part of equal days' pay that lies within the daily ceiling. */
export function dayCapped(date: PlainDate, pay: Money, days: number): Money {
  const most = artistDayCeiling(date).day.minor * BigInt(days);
  return new Money(pay.minor < most ? pay.minor : most, 'EUR');
}

/** The rate of the flat deduction for expenses; zero once it has ended. */
export function deductionRate(date: PlainDate, group: 'performers' | 'musicians'): Rate {
  const figure = expenseDeduction[group];
  const { endedFrom } = figure;
  return endedFrom !== undefined && date >= endedFrom ? Rate.zero : inForce(figure, date).value;
}

export const deductionLimit = (date: PlainDate): Money => inForce(expenseDeduction.limit, date).value;

/** What FNAL and mobility are charged on more because the fund pays the leave. */
export const enlargedBase = (date: PlainDate): Rate => inForce(leaveFundEnlargement, date).value;

/** Leave pay that the fund owes for a year's gross. */
export const leavePay = (date: PlainDate, gross: Money): Money =>
  gross.times(inForce(leaveFund.allowance, date).value, 'halfUp');

/** Artists at their reduced rates have no general reduction; everybody at ordinary rates has. */
export const hasGeneralReduction = (category: string, hasReducedRates: boolean): boolean =>
  !(category === 'artist' && hasReducedRates);

const { deductible, taxed, crds } = csg;

/** What each line is called here: its figures, and whether artists pay it at 70 %. */
const lines = {
  sickness: { employer: sickness.employer, isReduced: true },
  'sickness, reduced': { employer: sickness.reduced, isReduced: true },
  'old age capped': { employer: oldAgeCapped.employer, worker: oldAgeCapped.worker, isReduced: true },
  'old age uncapped': { employer: oldAgeUncapped.employer, worker: oldAgeUncapped.worker, isReduced: true },
  family: { employer: family.employer, isReduced: true },
  'family, reduced': { employer: family.reduced, isReduced: true },
  'housing aid under 50': { employer: housingAid.under50, isReduced: true },
  'housing aid from 50': { employer: housingAid.from50, isReduced: true },
  solidarity: { employer: solidarity.employer },
  'social dialogue': { employer: socialDialogue.employer },
  'csg deductible': { worker: deductible },
  'csg not deductible': { worker: taxed },
  crds: { worker: crds },
  unemployment: { employer: unemployment.showEmployer, worker: unemployment.showWorker },
  'unemployment, short contract': { employer: unemployment.surcharge },
  'wage guarantee': { employer: wageGuarantee.employer },
  'retirement T1, artist': { employer: retirement.artistEmployer1, worker: retirement.artistWorker1 },
  'retirement T1': { employer: retirement.showEmployer1, worker: retirement.showWorker1 },
  'retirement T2': { employer: retirement.showEmployer2, worker: retirement.showWorker2 },
  'retirement T2, executive': { employer: retirement.employer2, worker: retirement.worker2 },
  'retirement balance T1': { employer: balance.employer1, worker: balance.worker1 },
  'retirement balance T2': { employer: balance.employer2, worker: balance.worker2 },
  'technical balance': { employer: technicalBalance.employer, worker: technicalBalance.worker },
  'executives employment': { employer: managers.employer, worker: managers.worker },
  'death cover': { employer: deathCover.showEmployer, worker: deathCover.showWorker },
  'death cover, executive': { employer: deathCover.showExecutive, worker: deathCover.showWorker },
  'leave fund': { employer: leaveFund.employer },
  training: { employer: training.afdasLaw },
  'training by agreement': { employer: training.afdasAgreement },
  'occupational health': { employer: occupationalHealth.employer },
  'arts activities': { employer: artsActivities.employer },
  'common fund 1285': { employer: commonFund.artistic },
  'common fund 3090': { employer: commonFund.private },
  'private activities': { employer: privateActivities.employer },
} as const satisfies Readonly<Record<string, ShowLine>>;

interface ShowLine {
  readonly employer?: Dated<Rate>;
  readonly worker?: Dated<Rate>;
  readonly isReduced?: true;
}

export type ShowLineName = keyof typeof lines;

/** The rates of a line in the show business on a day, as the category pays them; zero where a side pays nothing. */
export function showRates(name: ShowLineName, date: PlainDate, isArtist: boolean): { employer: Rate; worker: Rate } {
  const line: ShowLine = lines[name];
  const rateOf = (figure: Dated<Rate> | undefined): Rate => {
    if (figure === undefined) return Rate.zero;
    const ordinary = inForce(figure, date).value;
    return isArtist && line.isReduced ? artistRate(ordinary, date) : ordinary;
  };
  return { employer: rateOf(line.employer), worker: rateOf(line.worker) };
}

/** The limits, in minimum wages, up to which sickness and family have a reduced rate; undefined where there is none. */
export const reducedRateLimit = (of: 'sickness' | 'family', date: PlainDate): Rate | undefined =>
  inForceIfAny((of === 'sickness' ? sickness : family).limit, date)?.value;
