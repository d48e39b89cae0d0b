import type { RunId } from './run.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** Items of a payroll run wait to be worked: some are, and the rest wait again. The subject is the run. */
    PayrollRunQueued: { readonly run: RunId };
  }
}
