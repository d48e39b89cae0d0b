import { type Result, day, ok, refuse } from '@passerelle/values';
import { type RuleRefusal, least, refusals } from '../kit/index.js';
import { allowanceFor, basicAllowance } from './basic-allowance.js';
import { earnedIncomeCreditOn } from './earned-income-credit.js';
import { pensionFeeOn } from './pension-fee.js';
import { publicServiceFeeOn } from './public-service-fee.js';
import { stateTaxOn } from './state-tax.js';
import type { TaxYear } from './tax-year.js';
import { creditByRate, creditForSeniors } from './work-income-credit.js';

/** Column of the tax tables: 1 work, 2 pension of seniors, 3 work of seniors, 4 sickness pay, 5 other pay, 6 pension. */
export type Column = 1 | 2 | 3 | 4 | 5 | 6;

export const columns: readonly Column[] = [1, 2, 3, 4, 5, 6];

/** A year's preliminary tax in its parts, all in whole kronor. Credits are what was really used. */
export interface AnnualTax {
  readonly assessedIncome: bigint;
  readonly basicAllowance: bigint;
  readonly taxableIncome: bigint;
  readonly stateTax: bigint;
  readonly localTax: bigint;
  readonly burialAndChurchFee: bigint;
  readonly pensionFee: bigint;
  readonly publicServiceFee: bigint;
  readonly pensionFeeCredit: bigint;
  readonly workIncomeCredit: bigint;
  readonly earnedIncomeCredit: bigint;
  readonly total: bigint;
}

/** Whether the year's figures for a column are known; else why not and what to do. */
export function columnKnown(year: TaxYear, column: Column): Result<true, RuleRefusal> {
  const isSenior = column === 2 || column === 3;
  const isMissing = (isSenior && !year.seniorAllowance) || (column === 4 && !year.sicknessCredit);
  if (!isMissing) return ok(true);
  const { notCovered } = refusals(isSenior ? basicAllowance.id : 'se.work-income-credit', day(`${year.year}-01-01`));
  const missing = isSenior ? 'the allowance for seniors' : 'the credit for sickness pay';
  return refuse(
    notCovered(
      'taxColumn',
      `Column ${column} of the tax tables of ${year.year} is not known here: ${missing} of that year has not been read in a source.`,
      'Pay with a decision of the Tax Agency (a percentage), or add the scale with its source in libs/rules/se: README.md lists what is open.',
    ),
  );
}

/**
 * Preliminary tax on a year's income in whole kronor, as SKV 433 computes it for one column. `table` is the number of
 * the tax table: the total local rate with burial and church fee, in whole percent.
 */
export function annualTax(year: TaxYear, table: number, column: Column, income: bigint): AnnualTax {
  const localRate = BigInt(table) * 100n - year.burialAndChurch;
  const assessedIncome = (income / 100n) * 100n;
  const allowance = allowanceFor(
    assessedIncome,
    year.allowance,
    isSeniorColumn(column) ? year.seniorAllowance : undefined,
  );
  const taxable = assessedIncome - allowance;
  const state = stateTaxOn(taxable, year.state);
  const local = (taxable * localRate) / 10_000n;
  const burial = (taxable * year.burialAndChurch) / 10_000n;
  const pension = column === 1 || column === 3 || column === 5 ? pensionFeeOn(assessedIncome, year.pension) : 0n;
  const publicService = publicServiceFeeOn(taxable, year.publicService);

  // The order of the credits is the law's: the pension fee first, against state tax and then local tax.
  const pensionCredit = least(pension, state + local);
  const stateLeft = state - least(state, pensionCredit);
  const localAfterPension = local - (pensionCredit - (state - stateLeft));
  const workCredit = least(workCreditFor(year, column, assessedIncome, allowance, localRate), localAfterPension);
  const earnedCredit = least(earnedIncomeCreditOn(taxable, year.earned), localAfterPension - workCredit);
  const localLeft = localAfterPension - workCredit - earnedCredit;

  return {
    assessedIncome,
    basicAllowance: allowance,
    taxableIncome: taxable,
    stateTax: state,
    localTax: local,
    burialAndChurchFee: burial,
    pensionFee: pension,
    publicServiceFee: publicService,
    pensionFeeCredit: pensionCredit,
    workIncomeCredit: workCredit,
    earnedIncomeCredit: earnedCredit,
    total: localLeft + stateLeft + burial + pension + publicService,
  };
}

function workCreditFor(year: TaxYear, column: Column, income: bigint, allowance: bigint, localRate: bigint): bigint {
  if (column === 1) return creditByRate(income, allowance, localRate, year.credit, year.phaseOut);
  if (column === 3 && year.seniorCredit) return creditForSeniors(income, year.seniorCredit);
  if (column === 4 && year.sicknessCredit) return creditByRate(income, allowance, localRate, year.sicknessCredit);
  return 0n;
}

const isSeniorColumn = (column: Column): boolean => column === 2 || column === 3;
