import { publishedEstimate, swedishValues as values } from '@passerelle/rules';
import type { RuleRefusal } from '@passerelle/rules';
import { type Result, day, percent, rate } from '@passerelle/values';
import { type Answerer, CannotAnswer, type GoldenCase, dateOf, optionalText, textInput, wholeInput } from './answer.js';
import { groupCalled } from './se-groups.js';

type Column = Parameters<typeof values.tableRow>[2];

/** Sweden's published values, answered by the rules of a Swedish payslip. Amounts in whole kronor. */
export const se: Answerer = {
  'monthly-table-withholding': (golden) => {
    const pay = kronor(golden, 'monthlyIncomeSek');
    const row = given(values.tableRow(yearOf(golden), wholeInput(golden, 'taxTable'), columnOf(golden), pay));
    const held = row.percent === undefined ? row.kronor! : (pay * row.percent) / 100n;
    return {
      bracketFrom: Number(row.from),
      bracketTo: row.to === undefined ? null : Number(row.to),
      monthlyTaxSek: Number(held),
      ...(row.percent === undefined ? {} : { withholdingPercent: Number(row.percent) }),
    };
  },

  'annual-preliminary-tax-breakdown': (golden) => {
    const income = kronor(golden, 'annualIncomeSek');
    const tax = given(values.preliminaryTax(yearOf(golden), wholeInput(golden, 'taxTable'), columnOf(golden), income));
    return {
      assessedIncome: Number(tax.assessedIncome),
      basicAllowance: Number(tax.basicAllowance),
      taxableIncome: Number(tax.taxableIncome),
      stateIncomeTax: Number(tax.stateTax),
      municipalIncomeTax: Number(tax.localTax),
      burialAndChurchFee: Number(tax.burialAndChurchFee),
      pensionFee: Number(tax.pensionFee),
      pensionFeeCredit: Number(tax.pensionFeeCredit),
      workIncomeCredit: Number(tax.workIncomeCredit),
      earnedIncomeCredit: Number(tax.earnedIncomeCredit),
      publicServiceFee: Number(tax.publicServiceFee),
      totalTax: Number(tax.total),
    };
  },

  'basic-allowance': (golden) => {
    const income = kronor(golden, 'assessedIncomeSek');
    return { basicAllowanceSek: Number(given(values.basicAllowanceOf(yearOf(golden), income, isSenior(golden)))) };
  },

  'work-income-credit': (golden) => {
    const income = kronor(golden, 'workIncomeSek');
    const localRate = percent(textInput(golden, 'municipalRatePercent'));
    const credit = given(values.workIncomeCreditOf(yearOf(golden), income, localRate, isSenior(golden)));
    return { workIncomeCreditSek: Number(credit) };
  },

  'general-pension-fee-max': (golden) => ({ maxFeeSek: Number(values.mostGeneralPensionFee(yearOf(golden))) }),

  'state-tax-breakpoint': (golden) => ({
    breakpointSek: Number(values.stateTaxStart(yearOf(golden), isSenior(golden))),
  }),

  'one-off-withholding-rate': (golden) => {
    const on = day(`${yearOf(golden)}-12-31`);
    const expected = kronor(golden, 'expectedAnnualPayInclOneOffSek');
    return { withholdingPercent: given(values.oneOffRate(on, columnOf(golden), expected)) };
  },

  'secondary-employer-withholding': (golden) => {
    if (textInput(golden, 'mainEmployer') === 'true')
      throw new CannotAnswer('se.side-income-tax is for employers who are not the main one');
    return { withholdingPercent: values.sideIncomeRate(dateOf(golden)).toPercent() };
  },

  'sink-rate': (golden) => ({ ratePercent: values.sinkRate(dateOf(golden), false).toPercent() }),

  'employer-contribution-rate': (golden) => ({ ratePercent: contributionPercent(golden) }),

  'umbrella-invoice-to-gross': (golden) => {
    const share = (name: string) => percent(textInput(golden, name));
    const estimate = publishedEstimate(kronor(golden, 'invoiceExVatSek'), {
      vat: share('vatPercent'),
      share: share('umbrellaFeePercent'),
      contributions: share('employerContributionPercent'),
      tax: share('flatTaxPercent'),
    });
    return {
      invoiceInclVatSek: Number(estimate.feeWithVat),
      umbrellaFeeSek: Number(estimate.share),
      employerContributionsSek: Number(estimate.contributions),
      grossInclHolidaySek: Number(estimate.gross),
      taxSek: Number(estimate.tax),
      netSek: Number(estimate.gross - estimate.tax),
    };
  },
};

function contributionPercent(golden: GoldenCase): string {
  const on = dateOf(golden);
  const { age, birthYear, isForeign } = groupCalled(textInput(golden, 'category'));
  const born = birthYear ?? Number(on.slice(0, 4)) - 1 - age;
  const { full, reduced } = values.contributionRates(on, born, isForeign);
  return rate(String(reduced ?? full))
    .times(percent('1'))
    .toString();
}

/** The value, or the reason why the rules give none. */
function given<T>(result: Result<T, RuleRefusal>): T {
  if (result.ok) return result.value;
  const { rule, date, detail } = result.refusal;
  throw new CannotAnswer(`${rule} on ${date}: ${detail}`);
}

const yearOf = (golden: GoldenCase): number => wholeInput(golden, 'incomeYear');

const isSenior = (golden: GoldenCase): boolean => optionalText(golden, 'age66AtYearStart') === 'true';

function columnOf(golden: GoldenCase): Column {
  const column = wholeInput(golden, 'column');
  if (column < 1 || column > 6) throw new CannotAnswer(`there is no column ${column}`);
  return column as Column;
}

/** Whole kronor; the öre are dropped. */
function kronor(golden: GoldenCase, name: string): bigint {
  const match = /^(\d+)(?:\.\d+)?$/.exec(textInput(golden, name));
  if (!match) throw new CannotAnswer(`"${name}" is not an amount in kronor`);
  return BigInt(match[1]!);
}
