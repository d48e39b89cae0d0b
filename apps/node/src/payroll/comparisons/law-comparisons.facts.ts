import type { LawComparisonId } from './law-comparison.js';

declare module '../../facts/fact.js' {
  interface FactBodies {
    /** Payslips wait to be compared with what the law gives: some are, and the rest wait again. The subject is the comparison. */
    LawComparisonQueued: { readonly comparison: LawComparisonId };
  }
}
