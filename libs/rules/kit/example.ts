import type { Fact } from './facts.js';
import type { YearToDate } from './payslip.js';

/**
 * One file of a country's `examples/`: an engagement, one known amount, and what must come out to the cent. Only what
 * is written under `expected` is compared; lines are found by their id. Files that hold `cases` are lists of published
 * values for `npm run golden` and are not examples of this shape.
 */
export interface Example {
  readonly about: string;
  /** Where it comes from: an official calculator, a published payslip, or the computation by hand. */
  readonly source: string;
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly paidOn: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly yearToDate?: YearToDate;
  /** Exactly one of the three is given, as decimal text in the country's currency. */
  readonly gross?: string;
  readonly cost?: string;
  readonly net?: string;
  readonly expected: {
    readonly gross?: string;
    readonly taxable?: string;
    readonly net?: string;
    readonly cost?: string;
    readonly remainder?: string;
    readonly lines?: Readonly<Record<string, { readonly worker?: string; readonly employer?: string }>>;
    /** The kind of refusal, where the right answer is one. */
    readonly refusal?: string;
  };
}
