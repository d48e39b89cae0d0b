import { belgianValues as be } from '@passerelle/rules';
import { type PlainDate, type Rate, mulDiv, rate, ratio } from '@passerelle/values';
import {
  type Answer,
  type Answerer,
  CannotAnswer,
  type GoldenCase,
  dateOf,
  optionalText,
  textInput,
  wholeInput,
} from './answer.js';
import { centsInput, euro, householdOf, numberIn, partOf, statusOf } from './be-inputs.js';
import { fullPayslip } from './be-payslip.js';

/** The Belgian kinds. Each answer asks the function that payslips use, never a copy of it. */
export const belgianAnswers: Answerer = {
  'amateur-arts-allowance': (golden) => amateurArts(dateOf(golden)),
  'artist-target-group-reduction': (golden) => artistReduction(dateOf(golden)),
  'artist-withholding-rate': (golden) => ({
    ratePercent: be.artistWithholding.rate.on(dateOf(golden)).toPercent(),
    reductionsAllowed: false,
  }),
  'base-scale': (golden) => ({ baseTax: euro(be.scaleTax(formulaOf(golden), centsInput(golden, 'annualNet'))) }),
  'dependent-children-reduction-annual': (golden) => ({
    annualReduction: euro(12n * be.childrenMonthly(wholeInput(golden, 'children'), dateOf(golden), [])),
  }),
  'employee-contribution': (golden) => employeeContribution(golden),
  'exceptional-child-exemption-limit': (golden) => ({
    annualLimit: euro(be.childExemptionLimit(wholeInput(golden, 'children'), dateOf(golden))),
  }),
  'exceptional-child-reduction': (golden) => exceptionalChildReduction(golden),
  'exceptional-withholding-rate': (golden) => exceptionalRate(golden),
  'full-payslip': fullPayslip,
  'holiday-pay-worker-percent': (golden) => ({ percentOf108: be.holidayPay.fund.on(dateOf(golden)).toPercent() }),
  'lump-sum-expenses': (golden) => ({
    lumpSumExpenses: euro(be.lumpSumExpenses(formulaOf(golden), centsInput(golden, 'annualGross'))),
  }),
  'meal-voucher-limits': (golden) => ({
    maxEmployerPerDay: be.mealVouchers.employerMax.on(dateOf(golden)).toDecimal(),
    minEmployeePerDay: be.mealVouchers.workerMin.on(dateOf(golden)).toDecimal(),
  }),
  'minimum-wage': (golden) => ({ monthly: be.minimumIncome.on(dateOf(golden)).toDecimal() }),
  'minimum-wage-hourly': (golden) => minimumHourly(golden),
  'minimum-wage-student': (golden) => minimumByAge(golden, golden.inputs['student'] !== false),
  'minimum-wage-young': (golden) => minimumByAge(golden, false),
  rates: (golden) => rates(dateOf(golden)),
  'rounding-order': (golden) => roundingOrder(golden),
  'special-contribution-monthly': (golden) => specialMonthly(golden),
  'withholding-tax-before-reductions': (golden) => withholdingBeforeReductions(golden),
  'withholding-tax-parts': (golden) => withholdingParts(golden),
  'work-bonus-2023-single-volet': (golden) => ({ amountBeforeCap: euro(bonusOf(golden, 'referenceWageS')[0]) }),
  'work-bonus-part-time': (golden) => partTimeBonus(golden),
  'work-bonus-total': (golden) => totalBonus(golden),
  'work-bonus-volet': (golden) => ({
    amountBeforeCap: euro(bonusOf(golden, 'referenceWageS')[partIndex(golden)]),
  }),
} satisfies Record<string, Answer>;

type Answered = Readonly<Record<string, unknown>>;

const formulaOf = (golden: GoldenCase) => be.withholdingTax.formula.on(dateOf(golden));

function amateurArts(date: PlainDate): Answered {
  const { limits, daysPerYear, daysInARow, clientYearlyThreshold, clientContribution, reportAbove } =
    be.amateurArtsAllowance;
  return {
    maxPerDayPerClient: limits.on(date).perDayAndClient.toDecimal(),
    maxTravelPerDay: limits.on(date).travelPerDay.toDecimal(),
    maxDaysPerYear: daysPerYear.on(date),
    maxConsecutiveDaysSameClient: daysInARow.on(date),
    clientAnnualThreshold: clientYearlyThreshold.on(date).toDecimal(),
    clientContributionPercent: clientContribution.on(date).toPercent(),
    annualReportAbove: reportAbove.on(date),
  };
}

const artistReduction = (date: PlainDate): Answered => ({
  maxPerQuarter: be.artistReduction.brussels.on(date).toDecimal(),
  flandersAbolishedFrom: be.artistReduction.flanders.endedFrom,
});

function employeeContribution(golden: GoldenCase): Answered {
  const gross = centsInput(golden, 'gross');
  const date = dateOf(golden);
  const base = times(gross, be.contributionBase.on(date)[statusOf(textInput(golden, 'status'))]);
  const contribution = times(base, be.employeeContribution.worker.on(date));
  const taxable = gross - contribution;
  return { contribution: euro(contribution), taxable: euro(taxable), annualGross: euro(12n * taxable) };
}

function exceptionalChildReduction(golden: GoldenCase): Answered {
  const found = be.childReductionFor(wholeInput(golden, 'children'), dateOf(golden));
  if (found === undefined) throw new CannotAnswer('there is no reduction without children');
  return { percent: found.share.toPercent(), annualLimit: euro(found.upTo) };
}

function exceptionalRate(golden: GoldenCase): Answered {
  const isHolidayPay = /holiday|vacan|vakant/i.test(textInput(golden, 'paymentType'));
  const percent = be.exceptionalRate(
    isHolidayPay ? 'holiday-pay' : 'other',
    centsInput(golden, 'annualNormalTaxable'),
    dateOf(golden),
  );
  return { ratePercent: percent.toPercent() };
}

function minimumHourly(golden: GoldenCase): Answered {
  const monthly = be.minimumMonth(numberIn(golden, 'age'), false, dateOf(golden));
  return {
    h38: hourly(monthly, rate('38')),
    h39: hourly(monthly, rate('39')),
    h40: hourly(monthly, rate('40')),
  };
}

function minimumByAge(golden: GoldenCase, isStudent: boolean): Answered {
  const age = numberIn(golden, 'age');
  const date = dateOf(golden);
  const monthly = be.minimumMonth(age, isStudent, date);
  const hours = optionalText(golden, 'hoursPerWeek');
  return {
    percent: be.minimumShare(age, isStudent, date).toPercent(),
    monthly: euro(monthly),
    ...(hours === undefined ? {} : { hourly: hourly(monthly, rate(hours)) }),
  };
}

/** Four decimals, as hourly minimum wages are published. */
const hourly = (monthly: bigint, hours: Rate): string => ratio(be.minimumHour(monthly, hours), 10000n).toString();

const rates = (date: PlainDate): Answered => ({
  employeePercent: be.employeeContribution.worker.on(date).toPercent(),
  employerProfitPercent: be.employerContribution.profit.on(date).toPercent(),
  blueCollarAndArtistBasePercent: be.contributionBase.on(date).artist.toPercent(),
});

function roundingOrder(golden: GoldenCase): Answered {
  const ifAny = (name: string): bigint => (golden.inputs[name] === undefined ? 0n : centsInput(golden, name));
  const reduced =
    centsInput(golden, 'annualBaseTax') - ifAny('annualSingleReduction') - ifAny('annualLowIncomeReduction');
  const annual = reduced > 0n ? reduced : 0n;
  return { annual: euro(annual), monthly: euro(be.monthOfYearly(annual)) };
}

function specialMonthly(golden: GoldenCase): Answered {
  const taxation = { single: 'individual', 'two-incomes': 'joint-both', 'one-income': 'joint-one' } as const;
  const scale = be.specialContribution.monthly.on(dateOf(golden));
  const household = taxation[householdOf(textInput(golden, 'family'))];
  return { monthly: euro(be.specialDue(scale, household, centsInput(golden, 'monthlyBase'))) };
}

function yearly(golden: GoldenCase): be.YearlyTax {
  const incomes = householdOf(textInput(golden, 'family')) === 'one-income' ? 'shared' : 'own';
  return be.yearlyTax(formulaOf(golden), centsInput(golden, 'taxableMonthly'), incomes);
}

function withholdingBeforeReductions(golden: GoldenCase): Answered {
  const year = yearly(golden);
  return {
    annualGross: euro(year.gross),
    lumpSumExpenses: euro(year.expenses),
    annualNet: euro(year.net),
    baseTax: euro(year.base),
    exemptReduction: euro(year.exempt),
    annualTax: euro(year.tax),
    monthly: euro(be.monthOfYearly(year.tax)),
  };
}

function withholdingParts(golden: GoldenCase): Answered {
  const year = yearly(golden);
  const children = golden.inputs['children'] === undefined ? 0 : wholeInput(golden, 'children');
  return {
    imputedToSpouse: euro(year.imputed),
    exemptReduction: euro(year.exempt),
    childReductionMonthly: euro(be.childrenMonthly(children, dateOf(golden), [])),
  };
}

/** The full-time bonus before the cap at the contribution due. */
function bonusOf(golden: GoldenCase, field: string): be.Bonus {
  const status = statusOf(textInput(golden, 'status')) === 'employee' ? 'employee' : 'worker';
  const bonus = be.bonusRule(status, dateOf(golden)).at(centsInput(golden, field));
  if (bonus === undefined) throw new CannotAnswer('be.work-bonus: the limits of this day are to confirm');
  return bonus;
}

function partIndex(golden: GoldenCase): 0 | 1 {
  const part = textInput(golden, 'volet').toUpperCase();
  if (part !== 'A' && part !== 'B') throw new CannotAnswer(`"${part}" is no part of the work bonus: A or B`);
  return part === 'A' ? 0 : 1;
}

function totalBonus(golden: GoldenCase): Answered {
  const [a, b] = bonusOf(golden, 'referenceWageS');
  return { voletA: euro(a), voletB: euro(b), total: euro(a + b) };
}

function partTimeBonus(golden: GoldenCase): Answered {
  const full = bonusOf(golden, 'fullTimeReferenceWageS');
  const [a, b] = be.partTimeBonus(full, partOf(golden, 'workedFraction'));
  return { fullTimeBonus: euro(full[0] + full[1]), partTimeBonus: euro(a + b) };
}

const times = (amount: bigint, by: Rate): bigint => mulDiv(amount, by.num, by.den, 'halfUp');
