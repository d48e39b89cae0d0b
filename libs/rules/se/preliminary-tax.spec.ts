import { day } from '@passerelle/values';
import { type Column, annualTax } from './preliminary-tax.js';
import { stateTax } from './state-tax.js';
import { taxYear } from './tax-year.js';

/** The first income, in hundreds, above which the tables of a year take state tax. */
function stateTaxStartsAt(year: number, column: Column): bigint {
  let income = 400_000n;
  while (annualTax(taxYear(year), 33, column, income + 100n).stateTax === 0n) income += 100n;
  return income;
}

describe('a year’s preliminary tax', () => {
  it('is made of the parts that the Tax Agency shows in its example', () => {
    // Skatteverket, Bilaga 3, Exempel till SKV 433 (2026).
    expect(annualTax(taxYear(2026), 34, 1, 31_200n)).toEqual({
      assessedIncome: 31_200n,
      basicAllowance: 25_100n,
      taxableIncome: 6_100n,
      stateTax: 0n,
      localTax: 2_003n,
      burialAndChurchFee: 70n,
      pensionFee: 2_200n,
      publicServiceFee: 61n,
      pensionFeeCredit: 2_003n,
      workIncomeCredit: 0n,
      earnedIncomeCredit: 0n,
      total: 2_331n,
    });
  });

  it('takes state tax from the published income on', () => {
    for (const year of [2024, 2025, 2026])
      expect(stateTaxStartsAt(year, 1)).toBe(stateTax.startsAt.on(day(`${year}-06-25`)).minor / 100n);
    expect(stateTaxStartsAt(2025, 3)).toBe(733_200n);
  });

  it('takes it from seniors in 2026 later than publishers say, as the official table does', () => {
    expect(stateTaxStartsAt(2026, 3)).toBe(760_500n);
    expect(stateTax.startsAtForSeniors.entryOn(day('2026-06-25')).confidence).toBe('secondary');
  });

  it('asks for no pension fee below the income from which it is due', () => {
    const feeOn = (year: number, income: bigint) => annualTax(taxYear(year), 33, 1, income).pensionFee;
    expect(feeOn(2026, 25_000n)).toBe(0n);
    expect(feeOn(2026, 25_100n)).toBe(1_800n);
    expect(feeOn(2026, 2_000_000n)).toBe(47_100n);
    expect(feeOn(2025, 2_000_000n)).toBe(45_500n);
  });
});
