import type { Confidence, CountryCode, CurrencyCode, Money, PlainDate, Rate } from '@passerelle/values';
import type { LawReference } from './scheme.js';
import type { Words } from './words.js';

/** Where a line stands on the payslip. */
export type LineGroup = 'earned' | 'worker_social' | 'tax' | 'employer_social' | 'net_addition' | 'net_deduction';

/** A dated figure that a line used. */
export interface AppliedFigure {
  readonly name: string;
  readonly from: PlainDate;
  readonly source: string;
  readonly confidence: Confidence;
}

/** One side of a line. The rate is null where the amount is not base × rate (a scale, a fixed sum, a reduction). */
export interface LineShare {
  readonly rate: Rate | null;
  readonly amount: Money;
}

/**
 * One explained amount. `worker.amount` is what the line does to her pay: gross is positive, what is held back negative,
 * a reduction of what is held back positive. `employer.amount` is what it does to the cost: gross and contributions
 * positive, reductions negative. So net is the sum of all worker amounts and cost the sum of all employer amounts.
 */
export interface PayslipLine {
  readonly id: string;
  readonly localName: string;
  readonly group: LineGroup;
  readonly base: Money | null;
  readonly worker: LineShare | null;
  readonly employer: LineShare | null;
  readonly figures: readonly AppliedFigure[];
  readonly law: LawReference;
  readonly words: Words;
}

/** Opaque state of a country's yearly sums: the country reads and writes it, others store it as it is (JSON). */
export type YearToDate = Readonly<Record<string, string>>;

/** Net = sum of worker amounts, cost = sum of employer amounts, both kept for the reader. */
export interface Payslip {
  readonly country: CountryCode;
  readonly version: string;
  readonly currency: CurrencyCode;
  readonly gross: Money;
  readonly taxable: Money;
  readonly net: Money;
  readonly cost: Money;
  readonly lines: readonly PayslipLine[];
  readonly yearToDate: YearToDate;
}
