import { countryOf, type Fact, type Payslip, type PayslipTerms } from '@passerelle/rules';
import { Money, type PlainDate, day, firstDayOf, lastDayOf, money, monthOf, rate, sum } from '@passerelle/values';
import { type Answer, type Answerer, CannotAnswer, type GoldenCase, textInput, wholeInput } from './answer.js';
import { reductionOverTheYear } from './fr-reduction-year.js';

const france = countryOf('FR')!;

/** Which of our lines make one line of the official model: its tranches and parts are one there. */
const linesOf: Readonly<Record<string, readonly string[]>> = {
  maladie: ['fr.sickness', 'fr.sickness-alsace-moselle'],
  sante: ['fr.health-plan'],
  prevoyanceCadre: ['fr.death-cover'],
  atmp: ['fr.work-accident'],
  vieillessePlafonnee: ['fr.old-age-capped'],
  vieillesseDeplafonnee: ['fr.old-age-uncapped'],
  agircArrco: ['fr.retirement.tranche-1', 'fr.retirement.tranche-2'],
  ceg: ['fr.retirement-balance.tranche-1', 'fr.retirement-balance.tranche-2'],
  cet: ['fr.retirement-technical-balance'],
  apec: ['fr.managers-employment'],
  famille: ['fr.family'],
  chomage: ['fr.unemployment'],
  ags: ['fr.wage-guarantee'],
  csa: ['fr.solidarity'],
  fnal: ['fr.housing-aid'],
  versementMobilite: ['fr.mobility'],
  dialogueSocial: ['fr.social-dialogue'],
  formation: ['fr.training'],
  cpfCdd: ['fr.training-fixed-term'],
  taxeApprentissage: ['fr.apprenticeship'],
  taxeApprentissageSolde: ['fr.apprenticeship.balance'],
  csaApprentissage: ['fr.apprenticeship-extra'],
  peec: ['fr.housing-effort'],
  forfaitSocial: ['fr.forfait-social'],
  csgDeductible: ['fr.csg.deductible'],
  csgNonDeductible: ['fr.csg.not-deductible'],
  crds: ['fr.csg.crds'],
};

/** The lines of the official model, in its order. */
export const lineCodes = Object.keys(linesOf);

const payslip: Answer = (golden) => {
  const answer = france.payslip({ ...termsOf(golden), gross: money(textInput(golden, 'grossBase'), 'EUR') });
  if (!answer.ok) throw new CannotAnswer(`${answer.refusal.detail} ${answer.refusal.remedy}`);
  return payslipFields(answer.value);
};

const reverse: Answer = (golden) => {
  const answer = france.fromCost(money(textInput(golden, 'target'), 'EUR'), termsOf(golden));
  if (!answer.ok) throw new CannotAnswer(`${answer.refusal.detail} ${answer.refusal.remedy}`);
  const { payslip: paid, remainder } = answer.value;
  return {
    ...payslipFields(paid),
    grossBase: workerAmount(paid, 'fr.gross-pay').toDecimal(),
    left: remainder.toDecimal(),
  };
};

const yearly: Answer = (golden) => {
  const year = wholeInput(golden, 'year');
  const gross = golden.inputs['gross'];
  if (!Array.isArray(gross)) throw new CannotAnswer('"gross" is not the list of a year');
  const months = reductionOverTheYear({
    months: gross.map((amount, index) => ({
      first: day(`${year}-${String(index + 1).padStart(2, '0')}-01`),
      gross: money(String(amount), 'EUR'),
    })),
    weeklyHundredths: rate(textInput(golden, 'weeklyHours')).num * hundredthsOf(textInput(golden, 'weeklyHours')),
    headcount: wholeInput(golden, 'headcount'),
    minimumWage: 'of-the-month',
  });
  const alone = months.map((month) => month.alone);
  return {
    coefYtd: months.map(({ coefficient }) => coefficient.toString()),
    rgdu: months.map(({ granted }) => granted.toDecimal()),
    rgduYear: total(months.map(({ granted }) => granted)),
    rgduMonthByMonth: inShape(golden, 'rgduMonthByMonth', alone),
    rgduWithoutRegularisation: inShape(golden, 'rgduWithoutRegularisation', alone),
  };
};

export const frenchAnswers: Answerer = { payslip, reverse, yearly };

/** A full month of the official model, whose minimum wage in the general reduction is that of the month. */
export function termsOf(golden: GoldenCase): PayslipTerms {
  const month = monthOf(dayOf(golden));
  return {
    first: firstDayOf(month),
    last: lastDayOf(month),
    days: 23,
    paidOn: lastDayOf(month),
    facts: factsOf(golden),
  };
}

function factsOf(golden: GoldenCase): Readonly<Record<string, Fact>> {
  const { inputs } = golden;
  const pas = textInput(golden, 'pas');
  return {
    executive: inputs['cadre'] === true,
    ...contractOf(golden),
    weeklyHours: textInput(golden, 'weeklyHours'),
    headcount: wholeInput(golden, 'headcount'),
    accidentRate: textInput(golden, 'atmpPct'),
    mobilityRate: textInput(golden, 'transportPct'),
    healthPremium: textInput(golden, 'healthTotal'),
    healthEmployerShare: textInput(golden, 'healthEmployerPct'),
    // The model takes the executives' death cover on the full ceiling and the minimum wage of the month in the reduction.
    deathCoverCeiling: 'full',
    reductionMinimumWage: 'of-the-month',
    ...(pas === 'neutral' ? {} : { withholding: 'own-rate', withholdingRate: pas }),
  };
}

function contractOf({ inputs }: GoldenCase): Readonly<Record<string, Fact>> {
  if (inputs['contract'] !== 'CDD') return { contract: 'cdi' };
  const months = Number(inputs['cddMonths'] ?? 1);
  return {
    contract: inputs['cddReason'] === 'usage' ? 'cddu' : 'cdd',
    contractLength: months <= 2 ? 'up-to-2-months' : months <= 3 ? 'up-to-3-months' : 'longer',
    leaveIndemnity: inputs['leavePaidOut'] === true ? 'now' : 'none',
  };
}

export function payslipFields(paid: Payslip): Readonly<Record<string, unknown>> {
  const tax = workerAmount(paid, 'fr.withholding');
  const reduction = employerAmount(paid, 'fr.general-reduction', 'fr.general-reduction.granted-before').negated();
  const coefficient = lineOf(paid, 'fr.general-reduction')?.employer?.rate;
  const netBeforeTax = paid.net.minus(tax);
  return {
    gross: paid.gross.toDecimal(),
    precarity: workerAmount(paid, 'fr.contract-indemnities.end').toDecimal(),
    leaveIndemnity: workerAmount(paid, 'fr.contract-indemnities.leave').toDecimal(),
    lines: Object.fromEntries(Object.entries(linesOf).map(([code, ids]) => [code, bothSides(paid, ids)])),
    rgduCoef: coefficient ? coefficient.toString().replace('-', '') : '0',
    rgdu: reduction.toDecimal(),
    employee: paid.gross.minus(netBeforeTax).toDecimal(),
    employer: paid.cost.minus(paid.gross).toDecimal(),
    employerCost: paid.cost.toDecimal(),
    netBeforeTax: netBeforeTax.toDecimal(),
    netTaxable: paid.taxable.toDecimal(),
    pasRate: lineOf(paid, 'fr.withholding')?.worker?.rate?.toPercent() ?? '0',
    pas: tax.negated().toDecimal(),
    netAfterTax: paid.net.toDecimal(),
  };
}

const bothSides = (paid: Payslip, ids: readonly string[]): readonly [string, string] => [
  workerAmount(paid, ...ids)
    .negated()
    .toDecimal(),
  employerAmount(paid, ...ids).toDecimal(),
];

const lineOf = (paid: Payslip, id: string) => paid.lines.find((line) => line.id === id);

export const workerAmount = (paid: Payslip, ...ids: readonly string[]): Money => sideOf(paid, ids, 'worker');

export const employerAmount = (paid: Payslip, ...ids: readonly string[]): Money => sideOf(paid, ids, 'employer');

const sideOf = (paid: Payslip, ids: readonly string[], side: 'worker' | 'employer'): Money =>
  sum(
    ids.map((id) => lineOf(paid, id)?.[side]?.amount ?? Money.zero(paid.currency)),
    paid.currency,
  );

const total = (amounts: readonly Money[]): string => sum(amounts, 'EUR').toDecimal();

/** Month by month, or the year's total where the file asks for one amount. */
const inShape = ({ expected }: GoldenCase, field: string, amounts: readonly Money[]): readonly string[] | string =>
  Array.isArray(expected[field]) || (expected[field] === undefined && field === 'rgduMonthByMonth')
    ? amounts.map((amount) => amount.toDecimal())
    : total(amounts);

/** Turns the digits of a decimal text into hundredths: 17.5 has one decimal and is 1 750. */
function hundredthsOf(text: string): bigint {
  const { den } = rate(text);
  if (100n % den !== 0n) throw new CannotAnswer(`"${text}" has more than two decimals`);
  return 100n / den;
}

function dayOf({ date }: GoldenCase): PlainDate {
  if (date === undefined) throw new CannotAnswer('the case gives no date');
  return day(date);
}
